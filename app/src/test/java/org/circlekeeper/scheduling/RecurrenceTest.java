package org.circlekeeper.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On which days a rule meets. */
class RecurrenceTest {

    static final LocalDate FIRST = LocalDate.of(2026, 10, 5);
    static final LocalDate FAR = LocalDate.of(2029, 12, 31);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=WEEKLY;BYDAY=MO",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE",
                "FREQ=MONTHLY;BYDAY=2TU",
                "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR",
                "FREQ=WEEKLY;BYDAY=TH;COUNT=12",
                "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270331"
            })
    void a_rule_is_read_back_as_it_was_written(String rule) {
        assertThat(Recurrence.read(rule)).hasToString(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY",
                "FREQ=WEEKLY",
                "FREQ=WEEKLY;BYDAY=2MO",
                "FREQ=MONTHLY;BYDAY=MO",
                "FREQ=WEEKLY;BYDAY=MO;BYHOUR=3",
                "FREQ=WEEKLY;BYDAY=MO;COUNT=5;UNTIL=20270101",
                "FREQ=WEEKLY;BYDAY=MO;COUNT=1000",
                "FREQ=WEEKLY;INTERVAL=53;BYDAY=MO"
            })
    void what_no_group_needs_is_refused(String rule) {
        assertThatThrownBy(() -> Recurrence.read(rule)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_second_week_is_reckoned_from_the_week_of_the_first_day() {
        assertThat(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", FIRST, LocalDate.of(2026, 11, 4)))
                .containsExactly(
                        LocalDate.of(2026, 10, 5),
                        LocalDate.of(2026, 10, 7),
                        LocalDate.of(2026, 10, 19),
                        LocalDate.of(2026, 10, 21),
                        LocalDate.of(2026, 11, 2),
                        LocalDate.of(2026, 11, 4));
    }

    @Test
    void a_weekday_keeps_its_place_in_the_month_also_from_the_31st_on() {
        assertThat(days("FREQ=MONTHLY;BYDAY=2TU", LocalDate.of(2026, 10, 31), LocalDate.of(2027, 3, 31)))
                .containsExactly(
                        LocalDate.of(2026, 11, 10),
                        LocalDate.of(2026, 12, 8),
                        LocalDate.of(2027, 1, 12),
                        LocalDate.of(2027, 2, 9),
                        LocalDate.of(2027, 3, 9));
        assertThat(days("FREQ=MONTHLY;BYDAY=-1FR", FIRST, LocalDate.of(2026, 12, 31)))
                .containsExactly(LocalDate.of(2026, 10, 30), LocalDate.of(2026, 11, 27), LocalDate.of(2026, 12, 25));
    }

    @Test
    void a_month_without_a_fifth_monday_is_left_out() {
        assertThat(days("FREQ=MONTHLY;BYDAY=5MO", FIRST, LocalDate.of(2027, 3, 31)))
                .containsExactly(LocalDate.of(2026, 11, 30), LocalDate.of(2027, 3, 29));
    }

    @Test
    void times_are_counted_from_the_first_day_on_wherever_one_looks() {
        var rule = Recurrence.read("FREQ=WEEKLY;BYDAY=MO;COUNT=4");

        assertThat(rule.days(FIRST, FIRST, FAR)).hasSize(4).endsWith(LocalDate.of(2026, 10, 26));
        assertThat(rule.days(FIRST, LocalDate.of(2026, 10, 20), FAR)).containsExactly(LocalDate.of(2026, 10, 26));
        assertThat(rule.days(FIRST, LocalDate.of(2026, 11, 1), FAR)).isEmpty();
    }

    @Test
    void the_last_day_of_a_rule_is_still_met() {
        assertThat(days("FREQ=WEEKLY;BYDAY=MO;UNTIL=20261019", FIRST, FAR)).endsWith(LocalDate.of(2026, 10, 19));
    }

    @Test
    void the_leap_day_is_a_day_like_any_other() {
        assertThat(days("FREQ=MONTHLY;BYDAY=-1TU", LocalDate.of(2028, 2, 1), LocalDate.of(2028, 3, 15)))
                .containsExactly(LocalDate.of(2028, 2, 29));
    }

    @Test
    void the_short_way_for_plain_weeks_gives_what_the_library_gives() {
        var random = new Random(90853);
        for (int i = 0; i < 300; i++) {
            var days = Arrays.stream(DayOfWeek.values())
                    .filter(_ -> random.nextInt(3) == 0)
                    .map(day -> new Recurrence.On(0, day))
                    .toList();
            if (!days.isEmpty()) {
                var rule = new Recurrence(Recurrence.Every.WEEKLY, 1, days, null, null);
                var first = FIRST.plusDays(random.nextInt(700));
                var from = first.plusDays(random.nextInt(400) - 100);
                var begin = from.isBefore(first) ? first : from;
                var to = begin.plusDays(random.nextInt(200));

                assertThat(rule.isPlain()).isTrue();
                assertThat(rule.days(first, from, to)).isEqualTo(rule.reckoned(first, begin, to));
            }
        }
    }

    @Test
    void a_rule_is_said_in_words() {
        assertThat(Recurrence.read("FREQ=WEEKLY;BYDAY=MO,TH").words()).isEqualTo("Mondays and Thursdays");
        assertThat(Recurrence.read("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=6").words())
                .isEqualTo("Every 2 weeks on Monday, 6 times");
        assertThat(Recurrence.read("FREQ=MONTHLY;BYDAY=2TU").words()).isEqualTo("The second Tuesday of the month");
        assertThat(Recurrence.read("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR").words())
                .isEqualTo("The last Friday of every 2 months");
    }

    private static List<LocalDate> days(String rule, LocalDate first, LocalDate to) {
        return Recurrence.read(rule).days(first, first, to);
    }
}
