package org.circlekeeper.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.finance.AnEstimate.FEE;
import static org.circlekeeper.finance.AnEstimate.FIRST;
import static org.circlekeeper.finance.AnEstimate.LEADER;
import static org.circlekeeper.finance.AnEstimate.wednesdays;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.finance.EstimateNeed.Known;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** To whom an estimate is owed, and by when. */
class EstimateNeedTest {

    private static final SelfPay SELF = new SelfPay(LocalDate.MIN, "No insurance is on file.");

    /** A Monday, sixteen days before the first session. */
    private static final LocalDate EARLY = LocalDate.of(2026, 12, 14);

    @Test
    void who_pays_themselves_has_one_three_business_days_after_sessions_were_scheduled_long_ahead() {
        assertThat(EstimateNeed.of(known(EARLY, SELF, EARLY, null, wednesdays(13), null)))
                .hasValueSatisfying(need -> {
                    assertThat(need.reason()).isEqualTo(EstimateReason.SCHEDULED);
                    assertThat(need.from()).isEqualTo(FIRST);
                    assertThat(need.dueBy()).isEqualTo(LocalDate.of(2026, 12, 17));
                });
    }

    @Test
    void who_is_seated_the_day_before_has_one_before_the_session_after_that() {
        var tuesday = FIRST.minusDays(1);

        assertThat(EstimateNeed.of(known(tuesday, SELF, tuesday, null, wednesdays(1), null)))
                .as("one session, and too near")
                .isEmpty();
        assertThat(EstimateNeed.of(known(tuesday, SELF, tuesday, null, wednesdays(2), null)))
                .hasValueSatisfying(need -> assertThat(need.dueBy()).isEqualTo(FIRST));
    }

    @Test
    void of_whom_a_plan_pays_for_none_is_owed_until_they_ask_for_it() {
        assertThat(EstimateNeed.of(known(EARLY, null, EARLY, null, wednesdays(13), null)))
                .isEmpty();
        assertThat(EstimateNeed.of(known(EARLY, null, EARLY, EARLY, wednesdays(13), null)))
                .hasValueSatisfying(need -> {
                    assertThat(need.reason()).isEqualTo(EstimateReason.ASKED);
                    assertThat(need.dueBy()).isEqualTo(LocalDate.of(2026, 12, 17));
                });
    }

    @Test
    void whoever_asks_without_a_session_to_come_has_one_all_the_same() {
        assertThat(EstimateNeed.of(known(EARLY, null, EARLY, EARLY, List.of(), null)))
                .hasValueSatisfying(need -> assertThat(need.from()).isEqualTo(EARLY));
    }

    @Test
    void one_that_was_given_covers_its_sessions() {
        var given = AnEstimate.given(wednesdays(53), FEE);

        assertThat(EstimateNeed.of(known(FIRST, SELF, EARLY, null, wednesdays(13), given)))
                .isEmpty();
    }

    @Test
    void another_fee_another_leader_and_more_sessions_are_estimated_anew_a_business_day_before() {
        var dearer = AnEstimate.given(wednesdays(53), Money.dollars("50"));
        var given = AnEstimate.given(wednesdays(53), FEE);
        var another = new PractitionerId(UUID.randomUUID());
        var twice = Stream.concat(
                        wednesdays(13).stream(), wednesdays(13).stream().map(day -> day.plusDays(1)))
                .sorted()
                .toList();

        assertThat(EstimateNeed.of(known(FIRST.minusDays(2), SELF, EARLY, null, wednesdays(13), dearer)))
                .hasValueSatisfying(need -> {
                    assertThat(need.reason()).isEqualTo(EstimateReason.CHANGED);
                    assertThat(need.dueBy()).isEqualTo(FIRST.minusDays(1));
                    assertThat(need.because()).contains("$60.00 now, and $50.00 there");
                });
        assertThat(EstimateNeed.of(
                        new Known(EARLY, SELF, EARLY, null, List.of(), wednesdays(13), FEE, another, List.of(given))))
                .hasValueSatisfying(need -> assertThat(need.because()).contains("Somebody else leads"));
        assertThat(EstimateNeed.of(known(EARLY, SELF, EARLY, null, twice, given)))
                .hasValueSatisfying(need -> assertThat(need.because()).contains("More sessions"));
    }

    @Test
    void a_week_that_falls_out_changes_nothing() {
        var given = AnEstimate.given(wednesdays(53), FEE);
        var fewer =
                wednesdays(13).stream().filter(day -> day.getDayOfMonth() != 20).toList();

        assertThat(EstimateNeed.of(known(EARLY, SELF, EARLY, null, fewer, given)))
                .isEmpty();
    }

    @Test
    void before_twelve_months_are_over_the_next_one_is_asked_for_from_the_three_hundred_and_thirtieth_day_on() {
        var given = AnEstimate.given(wednesdays(53), FEE);
        var onwards = wednesdays(70).subList(48, 61);

        assertThat(EstimateNeed.of(known(FIRST.plusDays(329), SELF, EARLY, null, onwards, given)))
                .isEmpty();
        assertThat(EstimateNeed.of(known(FIRST.plusDays(330), SELF, EARLY, null, onwards, given)))
                .hasValueSatisfying(need -> {
                    assertThat(need.reason()).isEqualTo(EstimateReason.RENEWED);
                    assertThat(need.from()).isEqualTo(FIRST.plusWeeks(53));
                    assertThat(need.dueBy()).isEqualTo(FIRST.plusWeeks(53).minusDays(1));
                });
    }

    @Test
    void one_that_was_renewed_ahead_takes_nothing_from_the_one_before() {
        var before = AnEstimate.given(wednesdays(53), FEE);
        var renewed = AnEstimate.given(wednesdays(105).subList(53, 105), FEE);
        var onwards = wednesdays(70).subList(48, 61);

        assertThat(EstimateNeed.of(new Known(
                        FIRST.plusDays(331),
                        SELF,
                        EARLY,
                        null,
                        List.of(),
                        onwards,
                        FEE,
                        LEADER,
                        List.of(renewed, before))))
                .isEmpty();
    }

    @Test
    void the_day_by_which_it_was_due_stays_when_sessions_pass() {
        var all = wednesdays(13);
        var on = FIRST.minusDays(5);
        var before = EstimateNeed.of(known(on, SELF, on, null, all, null)).orElseThrow();
        var later = EstimateNeed.of(new Known(
                        FIRST.plusDays(12),
                        SELF,
                        on,
                        null,
                        all.subList(0, 2),
                        all.subList(2, 13),
                        FEE,
                        LEADER,
                        List.of()))
                .orElseThrow();

        assertThat(later.dueBy()).isEqualTo(before.dueBy());
        assertThat(later.from()).isEqualTo(all.get(2));
    }

    @Test
    void an_estimate_of_a_seat_that_has_ended_is_none_of_the_next_ones() {
        var old = AnEstimate.given(wednesdays(4), FEE);
        var on = FIRST.plusWeeks(10);
        var sessions = wednesdays(20).stream()
                .filter(day -> day.isAfter(on.plusWeeks(2)))
                .toList();

        assertThat(EstimateNeed.of(known(on, SELF, on, null, sessions, old))).hasValueSatisfying(need -> {
            assertThat(need.reason()).isEqualTo(EstimateReason.SCHEDULED);
            assertThat(need.dueBy()).isEqualTo(BusinessDays.after(on, 3));
        });
    }

    private static Known known(
            LocalDate today,
            @Nullable SelfPay selfPay,
            LocalDate scheduledOn,
            @Nullable LocalDate asked,
            List<LocalDate> sessions,
            @Nullable Estimate given) {
        return new Known(
                today,
                selfPay,
                scheduledOn,
                asked,
                List.of(),
                sessions,
                FEE,
                LEADER,
                given == null ? List.of() : List.of(given));
    }
}
