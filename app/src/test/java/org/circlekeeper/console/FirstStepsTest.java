package org.circlekeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.circlekeeper.access.Permission;
import org.circlekeeper.console.FirstSteps.Begun;
import org.circlekeeper.console.FirstSteps.FirstStep;
import org.junit.jupiter.api.Test;

class FirstStepsTest {

    @Test
    void an_empty_practice_has_everything_to_do_in_the_order_in_which_it_is_done() {
        assertThat(FirstSteps.of(new Begun(0, 0, 0, 0, 0, 0, 0, 0)))
                .extracting(FirstStep::where)
                .containsExactly(
                        "/people", "/payers", "/settings#fees", "/groups/new", "/patients", "/#needs-you", "/groups");
    }

    @Test
    void what_is_there_is_ticked_and_the_rest_is_not() {
        assertThat(FirstSteps.of(new Begun(1, 0, 1, 1, 0, 0, 0, 0)))
                .extracting(FirstStep::done)
                .containsExactly(true, false, true, true, false, false, false);
    }

    @Test
    void closed_sessions_that_lie_here_already_are_prepared_and_released() {
        assertThat(FirstSteps.of(new Begun(2, 6, 1, 4, 40, 60, 20, 0)).getLast())
                .isEqualTo(new FirstStep(
                        "Prepare and release below: 20 closed sessions lie here already",
                        "/#needs-you",
                        Permission.ANSWER_QUESTIONS,
                        false));
    }

    @Test
    void the_first_claim_ends_the_list() {
        assertThat(FirstSteps.of(new Begun(1, 1, 1, 1, 8, 13, 3, 1))).isEmpty();
    }
}
