package org.circlekeeper.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.circlekeeper.scheduling.CalendarDays.MONDAY;
import static org.circlekeeper.scheduling.CalendarDays.TEST;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A group ends whole or not at all. */
@PracticeTest
class GroupEndingTest {

    private static final LocalDate LAST = MONDAY.plusWeeks(2);

    @Autowired
    AnyPractice any;

    @Autowired
    CalendarDays days;

    @Autowired
    GroupEnding ending;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionStore store;

    @Autowired
    AuditTrail audit;

    PracticeId practice;
    PractitionerId dana;
    GroupId circle;

    @BeforeEach
    void a_monday_group_with_two_members_and_thirteen_weeks_to_come() {
        practice = any.open();
        dana = any.leader(practice);
        circle = days.group(practice, "Monday Circle", dana);
        days.weekly(practice, circle, DayOfWeek.MONDAY, "18:00");
        days.member(practice, circle);
        days.member(practice, circle);
        days.plan(practice);
    }

    @Test
    void its_seats_its_times_its_sessions_and_its_days_end_together() {
        assertThat(end(ending)).isEqualTo(new GroupEnding.Ended.Done(2, 0));

        var standing = standing();
        assertThat(standing.group().days().last()).isEqualTo(LAST);
        assertThat(standing.seats())
                .hasSize(2)
                .allSatisfy(seat -> assertThat(seat.days().last()).isEqualTo(LAST));
        assertThat(standing.series())
                .singleElement()
                .satisfies(series -> assertThat(series.days().last()).isEqualTo(LAST));
        assertThat(standing.sessions())
                .isNotEmpty()
                .allSatisfy(session -> assertThat(session.serviceDate()).isBeforeOrEqualTo(LAST));
    }

    /** Somebody had the group's page open when it ended, and saves it afterwards. */
    @Test
    void what_is_saved_beside_it_does_not_make_the_group_go_on() {
        var before = standing().group();
        end(ending);
        var settings = new Groups.Settings("Monday Round", 8, before.leader(), before.days());
        any.run(practice, () -> groups.change(circle, settings, TEST));

        assertThat(standing().group().name()).isEqualTo("Monday Round");
        assertThat(standing().group().days().last()).isEqualTo(LAST);
    }

    @Test
    void a_failure_in_the_middle_leaves_nothing_half_done() {
        var before = standing();
        var broken =
                any.in(practice, () -> new GroupEnding(groups, rosters, sessions, store, audit, new StoppedClock()));

        assertThatIllegalStateException().isThrownBy(() -> end(broken)).withMessage("stopped");

        assertThat(standing()).isEqualTo(before);
    }

    @Test
    void a_group_that_somebody_is_to_move_into_later_does_not_end_under_them() {
        var evening = days.group(practice, "Evening Circle", dana);
        var moving = standing().seats().getFirst();
        var later = new Admission(evening, moving.patient(), DateRange.from(LAST.plusWeeks(1)));
        any.run(practice, () -> rosters.transfer(moving.id(), later, "evenings fit better", TEST));
        circle = evening;
        var before = standing();

        assertThat(end(ending)).isEqualTo(new GroupEnding.Ended.SeatsBeginLater(1));

        assertThat(standing()).isEqualTo(before);
    }

    private GroupEnding.Ended end(GroupEnding by) {
        return any.in(practice, () -> by.end(groups.find(circle).orElseThrow(), LAST, "too few came", TEST));
    }

    /** Everything of the group that its end touches. */
    private record Standing(Group group, List<Membership> seats, List<Series> series, List<Session> sessions) {}

    private Standing standing() {
        return any.in(
                practice,
                () -> new Standing(
                        groups.find(circle).orElseThrow(),
                        rosters.of(circle),
                        sessions.seriesOf(circle),
                        sessions.of(circle, 100)));
    }

    /** It is asked once the seats and the regular times have ended. */
    private static final class StoppedClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            throw new IllegalStateException("stopped");
        }
    }
}
