package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.attendance.Announcements;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.attendance.Seat;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.messaging.Inbox;
import org.circlekeeper.messaging.Message;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.patients.Reaches;
import org.circlekeeper.portal.Accounts;
import org.circlekeeper.portal.Proxies;
import org.circlekeeper.portal.Proxy;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PracticeTest
class MapleStreetTest {

    @Autowired
    Openings openings;

    @Autowired
    Imports imports;

    @Autowired
    PracticeScope scope;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @Autowired
    Sessions sessions;

    @Autowired
    Encounters encounters;

    @Autowired
    Charts charts;

    @Autowired
    Patients patients;

    @Autowired
    Reaches reaches;

    @Autowired
    Accounts accounts;

    @Autowired
    Proxies proxies;

    @Autowired
    Inbox inbox;

    @Autowired
    Announcements announcements;

    @Autowired
    Coverages coverages;

    @Autowired
    PracticeRules rules;

    final Folder folder = Folder.mapleStreet();
    PracticeId practice;

    @BeforeEach
    void open() {
        practice = folder.opened(openings);
    }

    @Test
    void its_exports_become_five_groups_twenty_sessions_and_fifty_members() {
        var expected = expected();
        var result = take(false);

        assertThat(result.groups()).isEqualTo(expected.path("groups").asInt());
        assertThat(result.sessions()).isEqualTo(expected.path("sessions").asInt());
        assertThat(result.patients()).isEqualTo(expected.path("clientsGood").asInt());
        assertThat(result.refused()).hasSize(expected.path("clientsRefused").size());
        for (int i = 0; i < result.refused().size(); i++) {
            assertThat(result.refused().get(i).reason())
                    .startsWith(expected.path("clientsRefused").get(i).asString());
            assertThat(result.refused().get(i).row()).isEqualTo(52 + i);
        }
        scope.run(practice, () -> {
            assertThat(groups.all()).hasSize(5).allMatch(group -> group.capacity() == 10);
            assertThat(groups.all().getFirst().name()).isEqualTo("Friday 16:00, Marcus Oyelaran");
            assertThat(rosters.all())
                    .hasSize(50)
                    .allMatch(membership -> membership.days().last() == null);
            assertThat(patients.search("")).hasSize(50);
            assertThat(rules.formerRecords().orElseThrow().attestedBy()).isEqualTo("Dana Whitfield");
        });
    }

    @Test
    void who_came_is_what_somebody_recorded_and_not_what_the_appointments_say() {
        take(false);
        scope.run(practice, () -> {
            var seats = sessions.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)).stream()
                    .map(session -> encounters.sheet(session.id()).orElseThrow())
                    .peek(sheet -> assertThat(
                                    Objects.requireNonNull(sheet.closed()).by())
                            .isIn("Dana Whitfield", "Marcus Oyelaran", "Elena Petrova"))
                    .flatMap(sheet -> sheet.seats().stream())
                    .collect(Collectors.groupingBy(Seat::presence, Collectors.counting()));
            assertThat(seats)
                    .isEqualTo(Map.of(
                            Presence.PRESENT,
                            170L,
                            Presence.LATE,
                            7L,
                            Presence.ABSENT,
                            13L,
                            Presence.LATE_CANCEL,
                            5L,
                            Presence.EXCUSED,
                            5L));
            assertThat(charts.signedNotes(allSessions()))
                    .hasSize(173)
                    .allMatch(note -> note.attested()
                            && note.person() == null
                            && note.keptIn().equals("former records"));
        });
    }

    @Test
    void the_weekly_times_go_on_after_the_last_imported_session() {
        take(false);
        scope.run(practice, () -> {
            assertThat(sessions.series())
                    .hasSize(5)
                    .allMatch(series -> series.days().first().getDayOfWeek()
                            == series.rule().on().getFirst().day().plus(1));
            var first = sessions.between(LocalDate.of(2026, 10, 19), LocalDate.of(2026, 10, 19));
            assertThat(first.getFirst().startsAt()).isEqualTo(Instant.parse("2026-10-19T14:00:00Z"));
            assertThat(first.getFirst().imported()).isTrue();
        });
    }

    @Test
    void the_same_folder_again_brings_nothing_new() {
        var first = take(false);
        var again = take(false);

        assertThat(first.imported()).isEqualTo(453);
        assertThat(again.imported()).isZero();
        assertThat(again.unchanged()).isEqualTo(453);
        assertThat(again.changed()).isZero();
        assertThat(again.vanished()).isEmpty();
        assertThat(again.undo()).isNull();
        assertThat(again.groups()).isEqualTo(5);
        assertThat(again.sessions()).isEqualTo(20);
        assertThat(again.patients()).isEqualTo(50);
    }

    @Test
    void a_dry_run_says_the_same_and_writes_nothing() {
        var tried = scope.in(practice, () -> imports.dryRun(folder.drop(), Folder.OPERATOR));

        assertThat(tried.groups()).isEqualTo(5);
        assertThat(tried.imported()).isEqualTo(453);
        assertThat(tried.refused()).hasSize(4);
        assertThat(tried.undo()).isNull();
        scope.run(practice, () -> {
            assertThat(patients.search("")).isEmpty();
            assertThat(imports.history(10)).isEmpty();
        });
        assertThat(take(false).imported()).isEqualTo(453);
    }

    @Test
    void undo_takes_all_of_it_back() {
        var token = Objects.requireNonNull(take(false).undo());
        var undone = scope.in(practice, () -> imports.undo(token, Folder.OPERATOR));

        assertThat(undone).isEqualTo(new Undone.TakenBack(453));
        scope.run(practice, () -> {
            assertThat(groups.all()).isEmpty();
            assertThat(patients.search("")).isEmpty();
            assertThat(rosters.all()).isEmpty();
            assertThat(allSessions()).isEmpty();
            assertThat(sessions.series()).isEmpty();
        });
        assertThat(scope.in(practice, () -> imports.undo(token, Folder.OPERATOR)))
                .isInstanceOf(Undone.NotPossible.class);
        assertThat(take(false).imported()).isEqualTo(453);
    }

    @Test
    void what_somebody_has_worked_on_is_not_undone() {
        var token = Objects.requireNonNull(take(false).undo());
        scope.run(practice, () -> {
            var patient = patients.search("").getFirst();
            patients.change(patient, Folder.OPERATOR, "moved house");
        });

        assertThat(scope.in(practice, () -> imports.undo(token, Folder.OPERATOR)))
                .isInstanceOfSatisfying(
                        Undone.NotPossible.class,
                        not -> assertThat(not.why())
                                .startsWith("Since this import the member C")
                                .endsWith(
                                        " was changed. What was worked on here stays; change what is wrong by hand."));
        scope.run(practice, () -> assertThat(patients.search("")).hasSize(50));
    }

    /** Consents of members are no rows of a file: an import is not undone over them. */
    @Test
    void what_a_member_agreed_to_here_is_not_undone_with_the_import() {
        var token = Objects.requireNonNull(take(false).undo());
        scope.run(
                practice,
                () -> reaches.sayAboutEmail(patients.search("").getFirst().id(), true, Folder.OPERATOR));

        assertThat(scope.in(practice, () -> imports.undo(token, Folder.OPERATOR)))
                .isInstanceOf(Undone.NotPossible.class);
        scope.run(
                practice,
                () -> assertThat(reaches.of(patients.search("").getFirst().id()).word())
                        .isNotNull());
    }

    /** Their words, and that somebody was let in to their pages, would go with them. */
    @ParameterizedTest
    @ValueSource(strings = {"invited", "granted", "wrote", "said"})
    void what_came_by_a_members_own_pages_is_not_undone_with_the_import(String what) {
        var token = Objects.requireNonNull(take(false).undo());
        scope.run(practice, () -> {
            var patient = patients.search("").getFirst();
            var actor = new Actor.Member(new UUID(0, 1), "the member");
            switch (what) {
                case "invited" -> accounts.invite(patient.id(), "http://localhost", Folder.OPERATOR);
                case "granted" -> proxies.grant(patient, GRANT, Folder.OPERATOR);
                case "wrote" -> inbox.reply(patient.id(), Message.Topic.CARE, "Hello", actor);
                default -> {
                    var seat = rosters.on(LocalDate.of(2026, 11, 24)).getFirst();
                    assertThat(announcements.say(tomorrow(seat), seat.patient(), actor))
                            .isEqualTo(Announcements.Outcome.DONE);
                }
            }
        });

        assertThat(scope.in(practice, () -> imports.undo(token, Folder.OPERATOR)))
                .isInstanceOf(Undone.NotPossible.class);
    }

    private SessionId tomorrow(Membership seat) {
        var id = sessions.newId();
        var start = Instant.parse("2026-11-24T18:00:00Z");
        var leader = groups.find(seat.group()).orElseThrow().leader();
        sessions.add(List.of(new Session(
                id,
                seat.group(),
                null,
                LocalDate.of(2026, 11, 24),
                start,
                start.plus(Duration.ofMinutes(90)),
                leader,
                "11",
                Session.Status.PLANNED,
                null,
                false)));
        return id;
    }

    private static final Proxies.Grant GRANT = new Proxies.Grant(
            "Lena Vogt",
            "lena@home.example",
            Proxy.Relation.REPRESENTATIVE,
            Set.of(MemberPart.MESSAGES),
            "paper",
            null,
            LocalDate.of(2026, 1, 1),
            null);

    private List<SessionId> allSessions() {
        return sessions.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)).stream()
                .sorted(Comparator.comparing(Session::startsAt))
                .map(Session::id)
                .toList();
    }

    private ImportResult take(boolean accept) {
        return Folder.take(imports, scope, practice, folder, accept);
    }

    private static JsonNode expected() {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readAllBytes(Path.of("src/test/resources/sample/maple-street/expected.json")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
