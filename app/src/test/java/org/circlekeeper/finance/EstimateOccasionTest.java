package org.circlekeeper.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.circlekeeper.terms.Money;
import org.junit.jupiter.api.Test;

/** By when a good-faith estimate is given. */
class EstimateOccasionTest {

    /** A Monday without a holiday for weeks after it. */
    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);

    @Test
    void saturdays_sundays_and_federal_holidays_are_no_business_days() {
        assertThat(BusinessDays.is(LocalDate.of(2026, 11, 27))).isTrue();
        assertThat(BusinessDays.is(LocalDate.of(2026, 11, 26)))
                .as("Thanksgiving")
                .isFalse();
        assertThat(BusinessDays.is(LocalDate.of(2026, 11, 28))).isFalse();
        assertThat(BusinessDays.is(LocalDate.of(2026, 7, 3)))
                .as("Independence Day, observed")
                .isFalse();
        assertThat(BusinessDays.is(LocalDate.of(2027, 12, 31)))
                .as("New Year's Day of the year after, observed")
                .isFalse();
        assertThat(BusinessDays.after(LocalDate.of(2026, 11, 25), 1)).isEqualTo(LocalDate.of(2026, 11, 27));
        assertThat(BusinessDays.before(LocalDate.of(2026, 11, 27), 1)).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThatThrownBy(() -> BusinessDays.after(MONDAY, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void two_business_days_ahead_ask_for_none_and_three_for_one_the_next_business_day() {
        assertThat(scheduled(2)).isEmpty();
        assertThat(scheduled(3)).contains(MONDAY.plusDays(1));
    }

    @Test
    void nine_business_days_ahead_leave_one_and_ten_leave_three() {
        assertThat(scheduled(9)).contains(MONDAY.plusDays(1));
        assertThat(scheduled(10)).contains(MONDAY.plusDays(3));
    }

    private static Optional<LocalDate> scheduled(int businessDaysAhead) {
        return new EstimateOccasion.Scheduled(MONDAY, BusinessDays.after(MONDAY, businessDaysAhead)).dueBy();
    }

    @Test
    void a_holiday_between_brings_a_session_nearer() {
        var monday = LocalDate.of(2026, 11, 23);

        assertThat(new EstimateOccasion.Scheduled(monday, LocalDate.of(2026, 11, 27)).dueBy())
                .as("Friday after Thanksgiving is three business days ahead, not four")
                .contains(LocalDate.of(2026, 11, 24));
        assertThat(new EstimateOccasion.Scheduled(monday.plusDays(1), LocalDate.of(2026, 11, 27)).dueBy())
                .isEmpty();
        assertThat(new EstimateOccasion.Scheduled(monday, LocalDate.of(2026, 12, 7)).dueBy())
                .as("nine with Thanksgiving between")
                .contains(LocalDate.of(2026, 11, 24));
        assertThat(new EstimateOccasion.Scheduled(monday, LocalDate.of(2026, 12, 8)).dueBy())
                .as("ten: Tuesday, Wednesday and the Friday after the holiday")
                .contains(LocalDate.of(2026, 11, 27));
    }

    @Test
    void whoever_asks_on_a_friday_a_minute_before_midnight_has_it_by_wednesday() {
        var zone = ZoneId.of("America/Chicago");
        var asked = LocalDate.ofInstant(Instant.parse("2027-03-06T05:59:00Z"), zone);

        assertThat(asked).isEqualTo(LocalDate.of(2027, 3, 5));
        assertThat(new EstimateOccasion.Asked(asked).dueBy()).contains(LocalDate.of(2027, 3, 10));
    }

    @Test
    void what_changes_is_estimated_anew_a_business_day_before() {
        assertThat(new EstimateOccasion.Changed(MONDAY).dueBy()).contains(LocalDate.of(2027, 2, 26));
    }

    @Test
    void a_session_that_was_held_is_not_scheduled() {
        assertThatThrownBy(() -> new EstimateOccasion.Scheduled(MONDAY, MONDAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void three_hundred_dollars_over_are_near_and_four_hundred_too_much() {
        var expected = Money.dollars("1000");

        assertThat(EstimateWatch.of(Money.dollars("1299.99"), expected)).isEqualTo(EstimateWatch.ABOVE);
        assertThat(EstimateWatch.of(expected, expected)).isEqualTo(EstimateWatch.WITHIN);
        assertThat(EstimateWatch.of(Money.dollars("1300"), expected)).isEqualTo(EstimateWatch.NEAR);
        assertThat(EstimateWatch.of(Money.dollars("1399.99"), expected)).isEqualTo(EstimateWatch.NEAR);
        assertThat(EstimateWatch.of(Money.dollars("1400"), expected)).isEqualTo(EstimateWatch.OVER);
        assertThat(EstimateWatch.of(Money.ZERO, expected)).isEqualTo(EstimateWatch.WITHIN);
    }
}
