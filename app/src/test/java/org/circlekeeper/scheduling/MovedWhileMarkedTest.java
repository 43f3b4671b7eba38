package org.circlekeeper.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.scheduling.CalendarDays.MONDAY;
import static org.circlekeeper.scheduling.CalendarDays.TEST;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A regular time or a session is changed while somebody writes on its sheet: who writes ends first, and is heard. */
@PracticeTest
class MovedWhileMarkedTest {

    @Autowired
    AnyPractice any;

    @Autowired
    CalendarDays days;

    @Autowired
    SeriesChanges times;

    @Autowired
    SessionChanges changes;

    @Autowired
    Encounters encounters;

    PracticeId practice;
    GroupId circle;
    SeriesId mondays;
    PatientId member;
    Session open;

    @BeforeEach
    void a_monday_group_with_a_member() {
        practice = any.open();
        circle = days.group(practice, "Monday Circle", any.leader(practice));
        mondays = days.weekly(practice, circle, DayOfWeek.MONDAY, "18:00");
        member = days.member(practice, circle);
        days.plan(practice);
        open = days.on(practice, circle, MONDAY);
    }

    @Test
    void a_series_that_is_moved_while_a_session_is_open_leaves_that_session() throws Exception {
        var outcome = whileMarking(() -> times.make(
                new SeriesChanges.Wanted(
                        circle,
                        Optional.of(mondays),
                        Optional.of(times.series(
                                circle,
                                Recurrence.weekly(DayOfWeek.TUESDAY),
                                LocalTime.of(18, 0),
                                Duration.ofMinutes(90),
                                MONDAY,
                                "11",
                                null,
                                "")),
                        MONDAY),
                TEST));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SessionChanges.Outcome.Done.class,
                        done -> assertThat(done.preview().lines())
                                .anySatisfy(line -> assertThat(line).contains("stays as it is: 1 member is marked")));
        assertThat(days.on(practice, circle, MONDAY)).isEqualTo(open);
        assertThat(days.on(practice, circle, MONDAY.plusDays(8)).series()).isNotEqualTo(mondays);
    }

    @Test
    void a_session_that_is_called_off_while_it_is_marked_stays() throws Exception {
        var off = Map.<SessionId, Change>of(open.id(), new Change.Skip());
        var outcome = whileMarking(() -> changes.make(changes.edits(off, "ill"), "ill", TEST));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SessionChanges.Outcome.Refused.class,
                        refused -> assertThat(refused.against())
                                .anySatisfy(line -> assertThat(line).contains("1 member is marked on its sheet")));
        assertThat(days.on(practice, circle, MONDAY)).isEqualTo(open);
    }

    /** The change begins after the mark and before its transaction ends. */
    private SessionChanges.Outcome whileMarking(Supplier<SessionChanges.Outcome> change) throws Exception {
        var marked = new CountDownLatch(1);
        var waits = new CountDownLatch(1);
        try (var two = Executors.newFixedThreadPool(2)) {
            var mark = two.submit(() -> any.run(practice, () -> {
                var present = Encounters.Mark.of(Presence.PRESENT);
                assertThat(encounters.mark(open.id(), List.of(member), present, TEST))
                        .isTrue();
                marked.countDown();
                // Long enough for whoever does not wait to come by.
                await(waits, 700);
            }));
            assertThat(marked.await(20, TimeUnit.SECONDS)).isTrue();
            var changed = two.submit(() -> any.in(practice, change));
            mark.get(20, TimeUnit.SECONDS);
            return changed.get(20, TimeUnit.SECONDS);
        }
    }

    private static void await(CountDownLatch latch, long millis) {
        try {
            latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
