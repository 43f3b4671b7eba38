package org.circlekeeper.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.waitlist.AnyEntry.GROUP;
import static org.circlekeeper.waitlist.AnyEntry.TODAY;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.roster.EnrolmentWindow;
import org.circlekeeper.roster.Joining;
import org.junit.jupiter.api.Test;

/** From which day on a free seat can be entered. */
class PoolsTest {

    private static final LocalDate HORIZON = TODAY.plusDays(Pools.DAYS_AHEAD);

    @Test
    void a_group_that_takes_members_on_any_day_is_entered_when_the_seat_is_free() {
        assertThat(enterable(Joining.OPEN, window(10, 20))).isEqualTo(TODAY);
    }

    @Test
    void a_group_between_modules_is_entered_on_the_first_day_of_the_next_window() {
        assertThat(enterable(Joining.WINDOWS, window(40, 50), window(10, 20), window(24, 26)))
                .isEqualTo(TODAY.plusDays(10));
        assertThat(enterable(Joining.COHORT, window(3, 9))).isEqualTo(TODAY.plusDays(3));
    }

    @Test
    void while_a_window_is_open_the_seat_is_entered_at_once_on_its_last_day_too() {
        assertThat(enterable(Joining.WINDOWS, window(-5, 0), window(10, 20))).isEqualTo(TODAY);
        assertThat(enterable(Joining.WINDOWS, window(0, 5))).isEqualTo(TODAY);
    }

    @Test
    void without_a_window_within_four_weeks_the_day_stays_and_is_refused_elsewhere() {
        assertThat(enterable(Joining.WINDOWS)).isEqualTo(TODAY);
        assertThat(enterable(Joining.WINDOWS, window(-9, -1))).isEqualTo(TODAY);
        assertThat(enterable(Joining.WINDOWS, window(Pools.DAYS_AHEAD + 1, 40))).isEqualTo(TODAY);
        assertThat(enterable(Joining.WINDOWS, window(Pools.DAYS_AHEAD, 40))).isEqualTo(HORIZON);
    }

    private static LocalDate enterable(Joining joining, EnrolmentWindow... windows) {
        var any = AnyEntry.place(List.of(), Set.of());
        var place = new Place(
                any.group(),
                joining,
                false,
                TODAY,
                any.times(),
                Arrays.asList(windows),
                any.criteria(),
                any.seated(),
                Set.of());
        return Pools.enterable(place, HORIZON);
    }

    private static EnrolmentWindow window(int first, int last) {
        return new EnrolmentWindow(UUID.randomUUID(), GROUP, "Module", TODAY.plusDays(first), TODAY.plusDays(last));
    }
}
