package org.circlekeeper.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.finance.MoneyPractice.ROSA;
import static org.circlekeeper.finance.MoneyPractice.TODAY;
import static org.circlekeeper.finance.MoneyPractice.WEDNESDAY;

import java.time.LocalDate;
import java.util.UUID;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which sessions an estimate counts. */
@PracticeTest
class SeatEstimateTest {

    @Autowired
    private MoneyPractice story;

    @Autowired
    private Estimates estimates;

    @Autowired
    private Payers payers;

    @Test
    void it_ends_before_another_fee_begins_and_says_so() {
        var practice = story.open();
        var group = story.group(practice);
        story.meetsOnWednesdays(practice, group);
        var member = story.member(practice, group, WEDNESDAY);

        story.in(practice, () -> {
            payers.charge(ProcedureCode.GROUP_PSYCHOTHERAPY, LocalDate.of(2027, 1, 1), Money.dollars("100"));
            return estimates.make(UUID.randomUUID(), member, group, TODAY, ROSA);
        });

        assertThat(story.in(practice, () -> estimates.of(member)))
                .singleElement()
                .satisfies(one -> assertThat(one.contents().sessions().ends())
                        .isEqualTo("It ends with Wed 30 Dec 2026: from then on a session costs $100.00."));
    }

    @Test
    void it_counts_the_sessions_of_their_seat_alone() {
        var practice = story.open();
        var group = story.group(practice);
        story.meetsOnWednesdays(practice, group);
        var begins = WEDNESDAY.plusWeeks(6);
        var member = story.member(practice, group, begins);

        story.in(practice, () -> estimates.make(UUID.randomUUID(), member, group, TODAY, ROSA));

        assertThat(story.in(practice, () -> estimates.of(member)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.firstDay()).isEqualTo(begins);
                    assertThat(one.contents().sessions().count()).isEqualTo(46);
                });
    }
}
