package org.circlekeeper.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.finance.AnEstimate.FEE;
import static org.circlekeeper.finance.AnEstimate.FIRST;

import java.util.List;
import org.circlekeeper.terms.Money;
import org.junit.jupiter.api.Test;

/** Up to which day what is charged is measured by an estimate. */
class MeasuredDaysTest {

    private static final Estimate EARLIER =
            AnEstimate.given(AnEstimate.wednesdays(8).subList(0, 4), FEE);
    private static final Estimate LATER =
            AnEstimate.given(AnEstimate.wednesdays(8).subList(4, 8), Money.dollars("70"));

    @Test
    void it_is_a_year_while_there_is_no_other() {
        assertThat(MeasuredDays.end(EARLIER, List.of(EARLIER), FIRST)).contains(FIRST.plusYears(1));
        assertThat(MeasuredDays.end(EARLIER, List.of(EARLIER), FIRST.plusYears(1)))
                .isEmpty();
    }

    @Test
    void what_the_next_one_tells_of_is_not_charged_to_the_one_before() {
        var given = List.of(LATER, EARLIER);
        assertThat(MeasuredDays.end(EARLIER, given, FIRST)).contains(LATER.firstDay());
        assertThat(MeasuredDays.end(LATER, given, FIRST))
                .contains(LATER.firstDay().plusYears(1));
    }

    @Test
    void one_whose_own_days_a_later_one_tells_is_measured_no_more() {
        var again = AnEstimate.given(AnEstimate.wednesdays(8), Money.dollars("70"));
        assertThat(MeasuredDays.end(EARLIER, List.of(again, EARLIER), FIRST)).isEmpty();
    }
}
