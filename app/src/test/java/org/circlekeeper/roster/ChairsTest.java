package org.circlekeeper.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.circlekeeper.roster.Chairs.Given;
import org.circlekeeper.terms.DateRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChairsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @Test
    void the_lowest_chair_that_is_free_on_every_day_is_given() {
        var given = List.of(given(1, 1, 0, null), given(2, 2, 0, 6));

        assertThat(Chairs.free(given, 3, weeks(1, null))).hasValue(2);
        assertThat(Chairs.free(given, 3, weeks(0, null))).hasValue(3);
        assertThat(Chairs.free(given, 2, weeks(0, null))).isEmpty();
    }

    @Test
    void one_who_leaves_and_one_who_comes_later_do_not_keep_a_third_out() {
        var given = List.of(given(1, 1, 0, 6), given(2, 2, 7, null));

        assertThat(Chairs.free(given, 2, DateRange.from(MONDAY))).isEmpty();
        assertThat(Chairs.anew(given, 2, id(3), DateRange.from(MONDAY))).hasValueSatisfying(chairs -> {
            assertThat(chairs.get(id(3))).isNotEqualTo(chairs.get(id(1)));
            assertThat(chairs.get(id(3))).isNotEqualTo(chairs.get(id(2)));
        });
    }

    @Test
    void on_the_fullest_day_it_shows_how_many_more_find_a_seat() {
        var given = List.of(given(1, 1, 0, 6), given(2, 2, 3, null));

        assertThat(Chairs.freeSeats(given, 3, DateRange.from(MONDAY))).isEqualTo(1);
        assertThat(Chairs.freeSeats(given, 3, weeks(1, null))).isEqualTo(2);
        assertThat(Chairs.freeSeats(given, 2, new DateRange(MONDAY, MONDAY.plusDays(2))))
                .isEqualTo(1);
        assertThat(Chairs.freeSeats(List.of(), 2, DateRange.from(MONDAY))).isEqualTo(2);
    }

    @Test
    void a_chair_is_free_for_good_after_its_last_day() {
        assertThat(Chairs.freeFrom(List.of(given(1, 1, 0, 6), given(2, 2, 0, null)), 2, MONDAY))
                .hasValue(MONDAY.plusDays(7));
        assertThat(Chairs.freeFrom(List.of(given(1, 1, 0, null)), 1, MONDAY)).isEmpty();
    }

    @Test
    void fewer_chairs_do_when_nobody_sits_on_the_others_at_once() {
        var given = List.of(given(1, 5, 0, 6), given(2, 7, 7, 13), given(3, 9, 14, null));

        assertThat(Chairs.laid(given, 1)).hasValue(Map.of(id(1), 1, id(2), 1, id(3), 1));
        assertThat(Chairs.laid(List.of(given(1, 1, 0, 6), given(2, 2, 6, null)), 1))
                .isEmpty();
    }

    /** As many sit as there are chairs on the fullest day, and no more are needed, whatever the days are. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everybody_has_a_chair_exactly_when_on_no_day_more_sit_than_there_are_chairs(long seed) {
        var random = new Random(seed);
        var given = new ArrayList<Given>();
        for (int i = 1; i <= 12; i++) {
            int first = random.nextInt(40);
            Integer last = random.nextInt(4) == 0 ? null : Integer.valueOf(first + random.nextInt(20));
            given.add(given(i, 1, first, last));
        }
        long most = IntStream.range(0, 70)
                .mapToLong(day -> given.stream()
                        .filter(one -> one.days().includes(MONDAY.plusDays(day)))
                        .count())
                .max()
                .orElseThrow();

        assertThat(Chairs.laid(given, (int) most - 1)).isEmpty();
        assertThat(Chairs.laid(given, (int) most)).hasValueSatisfying(chairs -> {
            for (var one : given) {
                for (var other : given) {
                    if (!one.equals(other) && Chairs.touch(one.days(), other.days())) {
                        assertThat(chairs.get(one.holder())).isNotEqualTo(chairs.get(other.holder()));
                    }
                }
            }
        });
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    private static DateRange weeks(int first, @Nullable Integer last) {
        return new DateRange(MONDAY.plusWeeks(first), last == null ? null : MONDAY.plusWeeks(last));
    }

    private static Given given(int who, int chair, int first, @Nullable Integer last) {
        return new Given(
                id(who), chair, new DateRange(MONDAY.plusDays(first), last == null ? null : MONDAY.plusDays(last)));
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
