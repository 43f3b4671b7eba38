package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.claims.ClaimFilter;
import org.circlekeeper.claims.ClaimStatus;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the files say of 42 CFR Part 2: Monday's group of Ana and Bo, Tuesday's of Bo and Cy, everyone present. */
@PracticeTest
class Part2ImportTest {

    private static final String CAME = "present,09:00,10:15,Dana Whitfield,2026-10-20T10:15,Dana Whitfield,2026-10-20";

    @Autowired
    Openings openings;

    @Autowired
    Imports imports;

    @Autowired
    Rounds rounds;

    @Autowired
    Claims claims;

    @Autowired
    Groups groups;

    @Autowired
    PracticeScope scope;

    final Folder folder = Folder.mapleStreet();
    PracticeId practice;

    @BeforeEach
    void open() {
        practice = folder.opened(openings);
        folder.write("clients.csv", """
                Client ID,First Name,Last Name,Date of Birth,Sex,Address,City,State,Zip,Payer ID,Insurance ID,\
                Diagnosis,Part 2 Consent
                A1,Ana,Ruiz,01/02/1980,F,1 Oak St,Springfield,IL,62704,BRHP1,X123,F33.1,
                A2,Bo,Lee,01/02/1981,M,2 Oak St,Springfield,IL,62704,BRHP1,X124,F33.1,
                A3,Cy,Orr,01/02/1982,M,3 Oak St,Springfield,IL,62704,EVG01,X125,F33.1,
                """);
        folder.write("appointments.csv", """
                Date,Start,End,Client ID,Clinician,CPT
                10/19/2026,09:00,10:15,A1,Dana Whitfield,90853
                10/19/2026,09:00,10:15,A2,Dana Whitfield,90853
                10/20/2026,09:00,10:15,A2,Dana Whitfield,90853
                10/20/2026,09:00,10:15,A3,Dana Whitfield,90853
                """);
        folder.write("attendance.csv", """
                Date,Start,Clinician,Client ID,Presence,Arrived,Left,Recorded By,Recorded At,Signed By,Signed At,\
                Part 2 Consent
                2026-10-19,09:00,Dana Whitfield,A1,%1$s,
                2026-10-19,09:00,Dana Whitfield,A2,%1$s,
                2026-10-20,09:00,Dana Whitfield,A2,%1$s,
                2026-10-20,09:00,Dana Whitfield,A3,%1$s,
                """.formatted(CAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "Required", "needed", "revoked", "Revoked 10/01/2026", "none"})
    void i01_a_member_without_a_consent_puts_their_groups_under_part_2(String word) {
        clientSays("A1", word);
        take(false);

        assertThat(underPart2()).containsExactly("Monday 09:00, Dana Whitfield");
        assertThat(sent()).containsExactly("A2", "A3");
        assertThat(unbilled()).isEqualTo(Map.of("part2-consent-missing", 2L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "N/A", "-", "No"})
    void no_in_a_members_own_row_means_that_part_2_does_not_apply(String word) {
        clientSays("A1", word);

        assertThat(take(false).refused()).isEqualTo(List.of());
        assertThat(underPart2()).isEmpty();
        assertThat(sent()).containsExactly("A1", "A2", "A2", "A3");
    }

    @Test
    void a_consent_given_on_a_day_is_enough_for_whoever_gave_it() {
        clientSays("A1", "10/01/2026");
        clientSays("A2", "10/02/2026");
        take(false);

        assertThat(underPart2()).hasSize(2);
        assertThat(sent()).containsExactly("A1", "A2", "A2");
        assertThat(unbilled()).isEqualTo(Map.of("part2-consent-missing", 1L));
    }

    @Test
    void i01_a_consent_beside_a_members_own_row_that_says_there_is_none_is_not_recorded() {
        clientSays("A1", "revoked");
        folder.replacing("attendance.csv", "A1," + CAME + ",", "A1," + CAME + ",2026-10-01");
        take(false);

        assertThat(sent()).containsExactly("A2", "A3");
    }

    @Test
    void i01_a_group_that_is_here_is_put_under_part_2_by_a_later_weeks_file() {
        take(false);
        folder.appending("appointments.csv", "10/26/2026,09:00,10:15,A1,Dana Whitfield,90853\n");
        folder.appending("attendance.csv", "2026-10-26,09:00,Dana Whitfield,A1,%s,missing\n".formatted(later()));
        var result = take(false);

        assertThat(result.notices())
                .anyMatch(notice -> notice.sentence()
                        .equals(
                                "The files speak of 42 CFR Part 2 for Monday 09:00, Dana Whitfield: its claims now wait "
                                        + "for a consent of each member."));
        assertThat(underPart2()).containsExactly("Monday 09:00, Dana Whitfield");
        assertThat(sent()).containsExactly("A2", "A3");
        assertThat(take(false).notices()).noneMatch(notice -> notice.sentence().contains("Part 2"));
    }

    @Test
    void i01_a_members_row_alone_puts_the_groups_under_part_2_where_they_sit() {
        take(false);
        clientSays("A2", "missing");
        folder.without("appointments.csv").without("attendance.csv");
        assertThat(take(false).changed()).isEqualTo(1);

        assertThat(underPart2()).hasSize(2);
        assertThat(sent()).isEmpty();
    }

    @Test
    void i01_whose_row_spoke_of_part_2_once_brings_it_into_each_group_that_is_new() {
        clientSays("A1", "missing");
        take(false);
        folder.without("clients.csv");
        folder.appending("appointments.csv", """
                10/21/2026,09:00,10:15,A1,Dana Whitfield,90853
                10/21/2026,09:00,10:15,A3,Dana Whitfield,90853
                """);
        take(false);

        assertThat(underPart2()).containsExactly("Monday 09:00, Dana Whitfield", "Wednesday 09:00, Dana Whitfield");
    }

    @Test
    void taking_an_import_back_takes_back_what_it_put_under_part_2() {
        take(false);
        var before = scope.in(practice, groups::all);
        folder.appending("appointments.csv", "10/26/2026,09:00,10:15,A1,Dana Whitfield,90853\n");
        clientSays("A1", "missing");
        var token = take(false).undo();
        assertThat(underPart2()).hasSize(1);
        scope.run(
                practice,
                () -> assertThat(imports.undo(Objects.requireNonNull(token), Folder.OPERATOR))
                        .isInstanceOf(Undone.TakenBack.class));

        assertThat(scope.in(practice, groups::all)).isEqualTo(before);
    }

    @Test
    void a_consent_revoked_since_ends_once_the_difference_is_accepted() {
        clientSays("A1", "10/01/2026");
        take(false);
        clientSays("A1", "revoked");
        take(true);

        assertThat(sent()).doesNotContain("A1");
    }

    private void clientSays(String client, String word) {
        var text = folder.text("clients.csv");
        folder.write("clients.csv", text.replaceAll("(" + client + ",.*,F33.1,).*", "$1" + word));
    }

    private static String later() {
        return CAME.replace("2026-10-20", "2026-10-26");
    }

    private List<String> underPart2() {
        return scope.in(practice, groups::all).stream()
                .filter(Group::part2)
                .map(Group::name)
                .toList();
    }

    private ImportResult take(boolean accept) {
        return Folder.take(imports, scope, practice, folder, accept);
    }

    private List<String> sent() {
        rounds.make(practice, Trust.ACT, Folder.OPERATOR);
        return scope.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.BATCHED, ClaimStatus.SENT))).stream()
                .map(claim -> claim.patientExternalId())
                .sorted()
                .toList();
    }

    private Map<String, Long> unbilled() {
        return scope.in(practice, () -> claims.unbilled(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 23)))
                .byReason();
    }
}
