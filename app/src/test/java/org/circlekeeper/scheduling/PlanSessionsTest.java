package org.circlekeeper.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;
import static org.circlekeeper.practice.AnyPractice.ZONE;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PracticeTest
class PlanSessionsTest {

    static final LocalDate THANKSGIVING = LocalDate.of(2026, 11, 26);

    @Autowired
    AnyPractice any;

    @Autowired
    PlanSessions duty;

    @Autowired
    Groups groups;

    @Autowired
    Sessions sessions;

    @Autowired
    PracticeRules rules;

    @Autowired
    Clock clock;

    PracticeId practice;
    GroupId group;

    @BeforeEach
    void a_group_that_meets_on_thursdays() {
        practice = any.open();
        group = any.in(practice, () -> {
            var type = groups.type("Open group", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            var from = DateRange.from(LocalDate.of(2026, 11, 1));
            return groups.found(type, "Thursday Circle", 10, any.leader(practice), from, TESTER);
        });
        any.run(
                practice,
                () -> sessions.meetWeekly(
                        group,
                        DayOfWeek.THURSDAY,
                        LocalTime.of(18, 30),
                        Duration.ofMinutes(90),
                        DateRange.from(LocalDate.of(2026, 11, 1)),
                        "11",
                        TESTER));
    }

    @Test
    void the_calendar_is_filled_thirteen_weeks_ahead_and_only_after_now() {
        plan();

        assertThat(all())
                .hasSize(13)
                .allSatisfy(session -> assertThat(session.startsAt()).isAfter(clock.instant()));
        assertThat(steps()).isEmpty();
    }

    @Test
    void a_holiday_chosen_later_takes_the_session_out_and_its_removal_puts_it_back() {
        plan();
        any.run(practice, () -> rules.holiday(THANKSGIVING, "Thanksgiving"));
        plan();
        assertThat(on(THANKSGIVING).status()).isEqualTo(Session.Status.SKIPPED);
        assertThat(on(THANKSGIVING).reason()).isEqualTo("Thanksgiving");

        any.run(practice, () -> rules.noHoliday(THANKSGIVING));
        plan();
        assertThat(on(THANKSGIVING).status()).isEqualTo(Session.Status.PLANNED);
    }

    private void plan() {
        any.run(
                practice,
                () -> steps().forEach(step -> {
                    if (step instanceof Step.Act<PlanSessions.Plan> act) {
                        duty.perform(work(), act.action());
                    }
                }));
    }

    private List<Step<PlanSessions.Plan>> steps() {
        return any.in(practice, () -> duty.plan(work()));
    }

    private Work work() {
        return new Work(practice, ZONE, clock.instant());
    }

    private List<Session> all() {
        return any.in(practice, () -> sessions.of(group, 100));
    }

    private Session on(LocalDate day) {
        return any.in(practice, () -> sessions.between(day, day)).getFirst();
    }
}
