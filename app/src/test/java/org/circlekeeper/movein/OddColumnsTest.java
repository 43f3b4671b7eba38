package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.claims.ClaimFilter;
import org.circlekeeper.claims.ClaimStatus;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Columns that say more, or something else, than their header: three members of one session, all of them present. */
@PracticeTest
class OddColumnsTest {

    private static final String CAME = "present,09:00,10:15,Dana Whitfield,2026-10-19T10:15,Dana Whitfield,2026-10-19";

    @Autowired
    Openings openings;

    @Autowired
    Imports imports;

    @Autowired
    Rounds rounds;

    @Autowired
    Claims claims;

    @Autowired
    Patients patients;

    @Autowired
    Coverages coverages;

    @Autowired
    PracticeScope scope;

    final Folder folder = Folder.mapleStreet();
    PracticeId practice;

    @BeforeEach
    void open() {
        practice = folder.opened(openings);
        folder.ofThree(CAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Subscriber Name", "Insured Name", "Policy Holder", "Primary Insured Name"})
    void another_subscriber_in_one_column_is_refused_too(String header) {
        folder.replacing("clients.csv", "Diagnosis\n", "Diagnosis," + header + "\n")
                .replacing("clients.csv", "X123,F33.1", "X123,F33.1,Maria Ruiz")
                .replacing("clients.csv", "X124,F33.1", "X124,F33.1,\"LEE, Bo T.\"")
                .replacing("clients.csv", "X125,F33.1", "X125,F33.1,Self");

        assertThat(take().refused())
                .filteredOn(row -> row.file().equals("clients.csv"))
                .singleElement()
                .satisfies(row -> assertThat(row.reason())
                        .isEqualTo(
                                "A1's insurance names another subscriber and not how the two are related. Write self, "
                                        + "spouse, child or other in a column Relationship."));
    }

    @Test
    void a_subscriber_in_one_column_is_read_like_a_full_name() {
        folder.replacing("clients.csv", "Diagnosis\n", "Diagnosis,Subscriber Name,Relationship\n")
                .replacing("clients.csv", "X123,F33.1", "X123,F33.1,\"Ruiz, Maria Luz\",spouse")
                .replacing("clients.csv", "X124,F33.1", "X124,F33.1,Lee,child");

        assertThat(take().refused())
                .filteredOn(row -> row.file().equals("clients.csv"))
                .singleElement()
                .satisfies(row -> assertThat(row.reason())
                        .isEqualTo("A2's insurance is somebody else's and does not name them. Fill in the subscriber's "
                                + "first and last name."));
        assertThat(scope.in(
                        practice,
                        () -> coverages.of(patients.byExternalId().get("A1").id())))
                .singleElement()
                .satisfies(
                        coverage -> assertThat(coverage.subscriber()).isEqualTo(new PersonName("Maria Luz", "Ruiz")));
    }

    @Test
    void a_second_insurance_is_told_of_once() {
        folder.replacing("clients.csv", "Diagnosis\n", "Diagnosis,Secondary Insurance,Secondary Insurance ID\n")
                .replacing("clients.csv", "X123,F33.1", "X123,F33.1,Evergreen,Y1")
                .replacing("clients.csv", "X124,F33.1", "X124,F33.1,Evergreen,Y2");

        assertThat(take().notices())
                .filteredOn(notice -> notice.sentence().contains("Secondary"))
                .extracting(Notice::sentence)
                .containsExactly(
                        "Not read: Secondary Insurance, Secondary Insurance ID. Claims go to the first insurance "
                                + "alone.");
        assertThat(sent()).containsExactly("A1", "A2", "A3");
    }

    @Test
    void ids_of_the_bookings_themselves_give_way_to_the_name_beside_them() {
        folder.write("appointments.csv", """
                ID,Date,Start,End,Client,Clinician,CPT
                7001,10/19/2026,09:00,10:15,Ana Ruiz,Dana Whitfield,90853
                7002,10/19/2026,09:00,10:15,"Lee, Bo",Dana Whitfield,90853
                7003,10/19/2026,09:00,10:15,Cy Orr,Dana Whitfield,90853
                7004,10/19/2026,09:00,10:15,Di Fox,Dana Whitfield,90853
                7005,10/20/2026,09:00,10:15,Cy Orr,Dana Whitfield,90834
                """);
        folder.write("attendance.csv", """
                ID,Date,Start,Clinician,Client,Presence,Arrived,Left,Recorded By,Recorded At,Signed By,Signed At
                8001,2026-10-19,09:00,Dana Whitfield,Ana Ruiz,%1$s
                8002,2026-10-19,09:00,Dana Whitfield,Bo Lee,%1$s
                A3,2026-10-19,09:00,Dana Whitfield,Cy Orr,%1$s
                8004,2026-10-20,09:00,Dana Whitfield,Cy Orr,%2$s
                """.formatted(CAME, CAME.replace("10-19", "10-20")));

        assertThat(take().refused())
                .singleElement()
                .satisfies(row -> assertThat(row.id()).isEqualTo("7004"));
        assertThat(sent()).containsExactly("A1", "A2", "A3");
        assertThat(take().imported()).isZero();
    }

    @Test
    void an_id_under_a_clients_own_header_never_gives_way_to_a_name() {
        folder.replacing("appointments.csv", "Ana Ruiz,A1", "Ana Ruiz,7001");

        assertThat(take().refused()).anyMatch(row -> row.id().equals("7001"));
    }

    @Test
    void i03_a_notice_about_a_diagnosis_names_the_row_and_not_what_stands_there() {
        folder.replacing("clients.csv", "X123,F33.1", "X123,\"Opioid use; 304.00\"");

        assertThat(take().notices())
                .anyMatch(notice -> notice.sentence()
                        .equals("A1 has a diagnosis in row 2 that is not an ICD-10-CM code and is left out."))
                .noneMatch(notice -> notice.sentence().contains("Opioid")
                        || notice.sentence().contains("304"));
    }

    private ImportResult take() {
        return Folder.take(imports, scope, practice, folder, false);
    }

    private List<String> sent() {
        rounds.make(practice, Trust.ACT, Folder.OPERATOR);
        return scope.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.BATCHED, ClaimStatus.SENT))).stream()
                .map(claim -> claim.patientExternalId())
                .sorted()
                .toList();
    }
}
