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
    HolidayChoices choices;

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

    @Test
    void a_holiday_moves_the_session_to_the_day_that_was_chosen() {
        var wednesday = THANKSGIVING.minusDays(1);
        any.run(practice, () -> rules.holiday(THANKSGIVING, "Thanksgiving"));
        any.run(practice, () -> choices.choose(THANKSGIVING, null, wednesday, TESTER));
        plan();

        assertThat(on(wednesday).status()).isEqualTo(Session.Status.PLANNED);
        assertThat(on(wednesday).reason()).isEqualTo("moved for Thanksgiving");
        assertThat(on(wednesday).arranged().occurrence()).isEqualTo(THANKSGIVING.atTime(18, 30));
        assertThat(steps()).isEmpty();
    }

    @Test
    void a_group_that_does_not_want_another_day_is_skipped_as_ever() {
        any.run(practice, () -> rules.holiday(THANKSGIVING, "Thanksgiving"));
        any.run(practice, () -> choices.choose(THANKSGIVING, null, THANKSGIVING.minusDays(1), TESTER));
        any.run(practice, () -> choices.choose(THANKSGIVING, group, null, TESTER));
        plan();

        assertThat(on(THANKSGIVING).status()).isEqualTo(Session.Status.SKIPPED);
    }

    @Test
    void a_day_chosen_after_planning_moves_what_was_skipped_and_its_removal_skips_it_again() {
        any.run(practice, () -> rules.holiday(THANKSGIVING, "Thanksgiving"));
        plan();
        any.run(practice, () -> choices.choose(THANKSGIVING, null, THANKSGIVING.minusDays(1), TESTER));
        assertThat(steps())
                .singleElement()
                .satisfies(step -> assertThat(step.because().sentence()).isEqualTo("1 to another day for a holiday."));
        plan();
        assertThat(on(THANKSGIVING.minusDays(1)).status()).isEqualTo(Session.Status.PLANNED);

        any.run(practice, () -> choices.all().forEach(choice -> choices.forget(choice.id(), TESTER)));
        plan();
        assertThat(on(THANKSGIVING).status()).isEqualTo(Session.Status.SKIPPED);
        assertThat(steps()).isEmpty();
    }

    private void plan() {
        any.run(
                practice,
                () -> steps().forEach(step -> {
                    if (step instanceof Step.Act<CalendarPlan.Plan> act) {
                        duty.perform(work(), act.action());
                    }
                }));
    }

    private List<Step<CalendarPlan.Plan>> steps() {
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
