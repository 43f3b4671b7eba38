package org.circlekeeper.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.coverage.AnAuthorization.ANA;
import static org.circlekeeper.coverage.AnAuthorization.GROUP;
import static org.circlekeeper.coverage.AnAuthorization.PAYER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.payers.PayerRules;
import org.circlekeeper.payers.Program;
import org.circlekeeper.practice.OwnRule;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.Test;

/** How far an authorization reaches along the sessions to come. */
class BurnDownTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-30");
    private static final LocalDate PLANNED = TODAY.plusWeeks(12);
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final DecisionClock WEEK = clock(Program.MEDICARE_ADVANTAGE);

    @Test
    void it_covers_through_the_last_unit_and_is_asked_for_two_weeks_before() {
        var six = AnAuthorization.of("A", 6, "2026-01-01", "2026-12-31");

        var burn = burn(List.of(six), Map.of(), tuesdays(12));

        assertThat(burn.says(WEEK))
                .isEqualTo("Covers through Tue 5 May 2026; ask by Tue 21 Apr 2026: the units are used up.");
        assertThat(burn.reserved()).containsEntry(six.id(), 6);
    }

    @Test
    void the_last_day_comes_before_the_last_unit() {
        var ending = AnAuthorization.of("A", 40, "2026-01-01", "2026-04-30");

        var burn = burn(List.of(ending), Map.of(), tuesdays(12));

        assertThat(burn.through()).isEqualTo("2026-04-28");
        assertThat(burn.why()).isEqualTo(BurnDown.Why.LAST_DAY);
    }

    @Test
    void the_end_of_the_plans_year_comes_before_both() {
        var year = AnAuthorization.until(AnAuthorization.of("A", 40, "2026-01-01", "2026-12-31"), "2026-04-15");

        var burn = burn(List.of(year), Map.of(), tuesdays(12));

        assertThat(burn.through()).isEqualTo("2026-04-14");
        assertThat(burn.why()).isEqualTo(BurnDown.Why.PLAN_YEAR);
    }

    @Test
    void a_second_authorization_goes_on_where_the_first_ends() {
        var first = AnAuthorization.of("A", 2, "2026-01-01", "2026-12-31");
        var second = AnAuthorization.of("B", 3, "2026-04-20", "2027-03-31");

        var burn = burn(List.of(first, second), Map.of(), tuesdays(12));

        assertThat(burn.without()).isEqualTo("2026-04-14");
        assertThat(burn(List.of(AnAuthorization.of("A", 3, "2026-01-01", "2026-12-31"), second), Map.of(), tuesdays(12))
                        .through())
                .isEqualTo("2026-05-05");
    }

    @Test
    void units_behind_a_gap_are_reserved_by_the_sessions_after_it() {
        var first = AnAuthorization.of("A", 9, "2026-01-01", "2026-04-02");
        var second = AnAuthorization.of("B", 9, "2026-04-10", "2026-12-31");

        var burn = burn(List.of(first, second), Map.of(), tuesdays(5));

        assertThat(burn.without()).isEqualTo("2026-04-07");
        assertThat(burn.why()).isEqualTo(BurnDown.Why.LAST_DAY);
        assertThat(burn.reserved()).containsEntry(first.id(), 1).containsEntry(second.id(), 3);
    }

    @Test
    void past_the_calendar_its_last_four_weeks_go_on() {
        var many = AnAuthorization.of("A", 20, "2026-01-01", "2026-12-31");

        var burn = burn(List.of(many), Map.of(), tuesdays(12));

        assertThat(burn.foreseen()).isTrue();
        assertThat(burn.through()).isEqualTo("2026-08-11");
        assertThat(burn.says(WEEK)).startsWith("Covers through about Tue 11 Aug 2026;");
        assertThat(burn.reserved()).containsEntry(many.id(), 12);
    }

    @Test
    void a_seat_that_ends_within_the_calendar_needs_no_more() {
        var many = AnAuthorization.of("A", 20, "2026-01-01", "2026-12-31");

        assertThat(burn(List.of(many), Map.of(), tuesdays(4)).says(WEEK))
                .isEqualTo("Covers every session that can be foreseen.");
        assertThat(burn(List.of(many), Map.of(), List.of()).says(WEEK))
                .isEqualTo("No session is planned that would take a unit.");
    }

    @Test
    void a_session_that_has_begun_keeps_no_unit_and_may_take_one() {
        var two = AnAuthorization.of("A", 2, "2026-01-01", "2026-12-31");
        var seats = new ArrayList<>(tuesdays(3));
        seats.addFirst(new UnitsUsed.Seat(new UUID(5, 0), ANA, GROUP, TODAY.minusDays(6), true));

        var burn = burn(List.of(two), Map.of(), seats);

        assertThat(burn.unmarked()).isEqualTo(1);
        assertThat(burn.reserved()).containsEntry(two.id(), 1);
        assertThat(burn.through()).isEqualTo("2026-03-31");
    }

    @Test
    void where_nothing_is_on_file_the_next_session_is_not_covered() {
        assertThat(burn(List.of(), Map.of(), tuesdays(2)).says(WEEK))
                .isEqualTo(
                        "Does not cover the next session, Tue 31 Mar 2026; ask by Tue 17 Mar 2026: none is on file.");
    }

    @Test
    void units_that_visits_have_taken_are_not_there_any_more() {
        var six = AnAuthorization.of("A", 6, "2026-01-01", "2026-12-31");

        assertThat(burn(List.of(six), Map.of(six.id(), 4), tuesdays(12)).through())
                .isEqualTo("2026-04-07");
    }

    @Test
    void payers_of_cms_0057_f_have_seven_days_and_72_hours_and_plans_of_the_exchange_have_not() {
        var asked = Instant.parse("2026-04-01T15:00:00Z");

        assertThat(clock(Program.MEDICAID).decidedBy(asked, false, CHICAGO))
                .contains(Instant.parse("2026-04-09T05:00:00Z"));
        assertThat(WEEK.decidedBy(asked, true, CHICAGO)).contains(asked.plus(Duration.ofHours(72)));
        assertThat(clock(Program.COMMERCIAL).decidedBy(asked, false, CHICAGO)).isEmpty();
        assertThat(clock(Program.COMMERCIAL).says("Evergreen"))
                .contains("is not known")
                .contains("14 days are assumed");
        assertThat(WEEK.says("Plan A")).contains("within 7 days", "42 CFR 422.568", "not verified");
        var before = PayerRules.on(
                Program.MEDICAID, "IL", "X", ProcedureCode.GROUP_PSYCHOTHERAPY, LocalDate.parse("2025-12-31"));
        assertThat(DecisionClock.of(before, List.of()).decides()).isNull();
    }

    @Test
    void what_the_practice_has_settled_stands_before_the_rules() {
        var own = new OwnRule(
                UUID.randomUUID(),
                PAYER,
                OwnRule.Kind.DECISION_DAYS,
                3,
                DateRange.from(TODAY),
                "Evergreen manual, page 12",
                null);
        var clock = DecisionClock.of(
                PayerRules.on(Program.COMMERCIAL, "IL", "X", ProcedureCode.GROUP_PSYCHOTHERAPY, TODAY), List.of(own));

        assertThat(clock.daysAhead()).isEqualTo(10);
        assertThat(clock.says("Evergreen")).contains("3 days", "Evergreen manual, page 12");
    }

    @Test
    void an_appeal_has_a_last_day_only_where_a_rule_that_binds_says() {
        var notice = LocalDate.parse("2026-04-01");

        assertThat(WEEK.appealBy(notice)).contains(LocalDate.parse("2026-06-05"));
        assertThat(clock(Program.COMMERCIAL).appealBy(notice)).isEmpty();
        assertThat(clock(Program.COMMERCIAL).usualAppeal().days()).isEqualTo(180);
        assertThat(clock(Program.OTHER).usualAppeal()).isNull();
    }

    private static DecisionClock clock(Program program) {
        return DecisionClock.of(PayerRules.on(program, "IL", "X", ProcedureCode.GROUP_PSYCHOTHERAPY, TODAY), List.of());
    }

    private static BurnDown burn(
            List<Authorization> authorizations, Map<UUID, Integer> used, List<UnitsUsed.Seat> seats) {
        var left = new HashMap<UUID, Integer>();
        authorizations.forEach(one -> left.put(one.id(), one.units() - used.getOrDefault(one.id(), 0)));
        return BurnDown.of(new BurnDown.Facts(ANA, PAYER, GROUP, TODAY, PLANNED, authorizations, left, seats));
    }

    /** From tomorrow on. */
    private static List<UnitsUsed.Seat> tuesdays(int weeks) {
        var seats = new ArrayList<UnitsUsed.Seat>();
        for (int week = 0; week < weeks; week++) {
            seats.add(new UnitsUsed.Seat(
                    new UUID(4, week), ANA, GROUP, TODAY.plusDays(1).plusWeeks(week), false));
        }
        return seats;
    }
}
