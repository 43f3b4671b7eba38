package org.circlekeeper.practice;

import static org.assertj.core.api.Assertions.assertThat;

import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.payers.Program;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A payer is of one program for good: whom it knows, it knows in that one (docs/decisions/0014). */
@PracticeTest
class PayerProgramTest {

    @Autowired
    AnyPractice any;

    @Autowired
    Payers payers;

    @Test
    void a_payer_that_is_kept_again_changes_its_name_and_never_its_program() {
        var practice = any.open();
        var first = any.in(practice, () -> payers.keep("Evergreen", "EVG01", "CI"));
        var again = any.in(practice, () -> payers.keep("Evergreen Mutual", "EVG01", "MC"));

        assertThat(again).isEqualTo(new Payer(first.id(), "Evergreen Mutual", "EVG01", "CI"));
        assertThat(again.program()).isEqualTo(Program.COMMERCIAL);
    }
}
