package org.circlekeeper.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FederalHolidaysTest {

    @Test
    void the_moving_ones_fall_where_the_law_puts_them() {
        assertThat(FederalHolidays.of(2026))
                .containsEntry(LocalDate.of(2026, 1, 19), "Birthday of Martin Luther King, Jr.")
                .containsEntry(LocalDate.of(2026, 2, 16), "Washington's Birthday")
                .containsEntry(LocalDate.of(2026, 5, 25), "Memorial Day")
                .containsEntry(LocalDate.of(2026, 9, 7), "Labor Day")
                .containsEntry(LocalDate.of(2026, 10, 12), "Columbus Day")
                .containsEntry(LocalDate.of(2026, 11, 26), "Thanksgiving Day");
    }

    @Test
    void one_on_a_weekend_is_kept_on_the_working_day_beside_it_too() {
        assertThat(FederalHolidays.of(2026))
                .containsEntry(LocalDate.of(2026, 7, 4), "Independence Day")
                .containsEntry(LocalDate.of(2026, 7, 3), "Independence Day, observed");
        assertThat(FederalHolidays.of(2027))
                .containsEntry(LocalDate.of(2027, 7, 5), "Independence Day, observed")
                .containsEntry(LocalDate.of(2027, 12, 31), "New Year's Day, observed");
    }

    @Test
    void every_one_of_a_year_lies_in_that_year() {
        for (int year = 2024; year <= 2060; year++) {
            int asked = year;
            assertThat(FederalHolidays.of(year).keySet()).allMatch(day -> day.getYear() == asked);
            assertThat(FederalHolidays.of(year)).hasSizeBetween(11, 15);
        }
    }
}
