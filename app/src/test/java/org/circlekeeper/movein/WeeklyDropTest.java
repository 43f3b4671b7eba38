package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PracticeTest
class WeeklyDropTest {

    /** Long enough for an import of the sample to come to the sheets, or to wait before them. */
    private static final Duration MOMENT = Duration.ofSeconds(3);

    private static final LocalDate NEXT_MONDAY = LocalDate.of(2026, 11, 16);

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

    final Folder folder = Folder.mapleStreet();
    PracticeId practice;

    @BeforeEach
    void moveIn() {
        practice = folder.opened(openings);
        take(false);
    }

    @Test
    void a_new_week_joins_the_groups_that_are_here() {
        nextMonday("present", "Dana Whitfield");
        var result = take(false);

        assertThat(result.imported()).isEqualTo(20);
        assertThat(result.unchanged()).isEqualTo(453);
        assertThat(result.groups()).isEqualTo(5);
        assertThat(result.sessions()).isEqualTo(21);
        scope.run(practice, () -> {
            assertThat(groups.all()).hasSize(5);
            assertThat(rosters.all()).hasSize(50);
            assertThat(sessions.between(NEXT_MONDAY, NEXT_MONDAY)).hasSize(1);
        });
    }

    @Test
    void a_session_that_was_planned_meanwhile_is_filled_and_not_doubled() {
        plannedNextMonday();
        nextMonday("present", "Dana Whitfield");
        var result = take(false);

        scope.run(practice, () -> {
            var monday = sessions.between(NEXT_MONDAY, NEXT_MONDAY);
            assertThat(monday).hasSize(1);
            var sheet = encounters.sheet(monday.getFirst().id()).orElseThrow();
            assertThat(sheet.came()).isEqualTo(10);
            assertThat(sheet.closed()).isNotNull();
        });
        assertThat(scope.in(practice, () -> imports.undo(Objects.requireNonNull(result.undo()), Folder.OPERATOR)))
                .isEqualTo(new Undone.TakenBack(20));
        scope.run(
                practice,
                () -> assertThat(sessions.between(NEXT_MONDAY, NEXT_MONDAY)).hasSize(1));
    }

    @Test
    void a_seat_that_was_given_here_keeps_the_sheet_open_when_the_files_do_not_speak_of_it() {
        plannedNextMonday();
        nextMonday("present", "Dana Whitfield");
        folder.write(
                "appointments.csv",
                folder.text("appointments.csv")
                        .replace("11/16/2026,09:00,10:15,,C1010,Dana Whitfield,90853,Show,65.00\n", ""));
        folder.write(
                "attendance.csv",
                folder.text("attendance.csv").replaceFirst("2026-11-16,09:00,Dana Whitfield,C1010,[^\\n]*\\n", ""));
        take(false);

        scope.run(practice, () -> {
            var sheet = encounters
                    .sheet(sessions.between(NEXT_MONDAY, NEXT_MONDAY).getFirst().id())
                    .orElseThrow();
            assertThat(sheet.came()).isEqualTo(9);
            assertThat(sheet.unmarked()).isEqualTo(1);
            assertThat(sheet.closed()).isNull();
        });
    }

    @Test
    void a_mark_that_somebody_makes_while_the_files_are_carried_out_stands() throws Exception {
        var session = plannedNextMonday();
        nextMonday("present", "Dana Whitfield");
        var marked = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var leader = both.submit(() -> scope.in(practice, () -> {
                var done = encounters.mark(
                        session, patient("C1001"), Encounters.Mark.of(Presence.ABSENT), Folder.OPERATOR);
                marked.countDown();
                await(go);
                return done;
            }));
            await(marked);
            var importing = both.submit(() -> take(false));
            Thread.sleep(MOMENT);
            go.countDown();

            assertThat(leader.get()).isTrue();
            assertThat(importing.get().notices())
                    .anyMatch(notice -> notice.sentence().contains("C1001 is marked absent here"));
        }
        assertThat(presenceOf("C1001", NEXT_MONDAY)).isEqualTo(Presence.ABSENT);
    }

    @Test
    void attendance_without_a_recorder_leaves_the_sheet_open_and_unmarked() {
        nextMonday("present", "");
        var result = take(false);

        assertThat(result.notices()).anyMatch(notice -> notice.sentence().contains("taken as unmarked"));
        scope.run(practice, () -> {
            var sheet = encounters
                    .sheet(sessions.between(NEXT_MONDAY, NEXT_MONDAY).getFirst().id())
                    .orElseThrow();
            assertThat(sheet.unmarked()).isEqualTo(10);
            assertThat(sheet.closed()).isNull();
        });
    }

    @Test
    void a_changed_row_is_shown_and_taken_over_only_when_accepted() {
        var row = "2026-10-20,12:00,Marcus Oyelaran,C1014,absent,,,Marcus Oyelaran,2026-10-20T13:30,";
        folder.replacing("attendance.csv", row, row.replace("absent", "excused"));
        var shown = take(false);

        assertThat(shown.imported()).isZero();
        assertThat(shown.changed()).isEqualTo(1);
        assertThat(shown.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.id()).isEqualTo("C1014");
            assertThat(difference.field()).isEqualTo("presence");
            assertThat(difference.before()).isEqualTo("absent");
            assertThat(difference.after()).isEqualTo("excused");
        });
        assertThat(presenceOf("C1014", LocalDate.of(2026, 10, 20))).isEqualTo(Presence.ABSENT);

        var accepted = take(true);
        assertThat(accepted.accepted()).isEqualTo(1);
        assertThat(presenceOf("C1014", LocalDate.of(2026, 10, 20))).isEqualTo(Presence.EXCUSED);
        assertThat(take(false).changed()).isZero();
    }

    @Test
    void a_note_signed_since_is_a_difference_to_accept() {
        var unsigned = folder.text("attendance.csv")
                .lines()
                .filter(line -> line.contains(",present,") && line.endsWith(","))
                .findFirst()
                .orElseThrow();
        folder.replacing("attendance.csv", unsigned, unsigned + "Dana Whitfield");

        assertThat(take(true).accepted()).isEqualTo(1);
        assertThat(take(true).changed()).isZero();
    }

    @Test
    void a_row_that_is_gone_is_told_and_stays() {
        folder.write("clients.csv", folder.text("clients.csv").replaceFirst("C1050,[^\\n]*\\n", ""));
        var result = take(false);

        assertThat(result.vanished()).contains(new ImportResult.Vanished("clients.csv", "C1050"));
        scope.run(practice, () -> assertThat(patients.byExternalId()).containsKey("C1050"));
    }

    @Test
    void an_import_that_a_later_one_builds_on_is_not_undone_before_it() {
        var first = scope.in(practice, () -> imports.history(1)).getFirst();
        nextMonday("present", "Dana Whitfield");
        take(false);

        assertThat(scope.in(practice, () -> imports.undo(first.id(), Folder.OPERATOR)))
                .isEqualTo(new Undone.NotPossible("A later import builds on this one. Undo that one first."));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private SessionId plannedNextMonday() {
        return scope.in(practice, () -> {
            var group = groups.all().stream()
                    .filter(g -> g.name().startsWith("Monday"))
                    .findFirst()
                    .orElseThrow();
            var start = NEXT_MONDAY
                    .atTime(9, 0)
                    .atZone(ZoneId.of("America/Chicago"))
                    .toInstant();
            var id = sessions.newId();
            sessions.add(List.of(new Session(
                    id,
                    group.id(),
                    null,
                    NEXT_MONDAY,
                    start,
                    start.plusSeconds(75 * 60),
                    group.leader(),
                    "11",
                    Session.Status.PLANNED,
                    null,
                    false)));
            return id;
        });
    }

    private void nextMonday(String presence, String recorder) {
        for (int i = 1; i <= 10; i++) {
            var id = String.format("C1%03d", i);
            folder.appending(
                    "appointments.csv", "11/16/2026,09:00,10:15,," + id + ",Dana Whitfield,90853,Show,65.00\n");
            folder.appending(
                    "attendance.csv",
                    "2026-11-16,09:00,Dana Whitfield," + id + "," + presence + ",09:00,10:15," + recorder
                            + ",2026-11-16T10:15,Dana Whitfield\n");
        }
    }

    private Presence presenceOf(String client, LocalDate day) {
        return scope.in(
                practice,
                () -> sessions.between(day, day).stream()
                        .flatMap(session -> encounters.sheet(session.id()).orElseThrow().seats().stream())
                        .filter(seat -> seat.patient().equals(patient(client)))
                        .findFirst()
                        .orElseThrow()
                        .presence());
    }

    private PatientId patient(String client) {
        return Objects.requireNonNull(patients.byExternalId().get(client)).id();
    }

    private ImportResult take(boolean accept) {
        return Folder.take(imports, scope, practice, folder, accept);
    }
}
