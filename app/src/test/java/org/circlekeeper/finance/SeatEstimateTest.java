package org.circlekeeper.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.finance.MoneyPractice.ROSA;
import static org.circlekeeper.finance.MoneyPractice.TODAY;
import static org.circlekeeper.finance.MoneyPractice.WEDNESDAY;

import java.util.UUID;
import org.circlekeeper.database.PracticeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which sessions an estimate counts. */
@PracticeTest
class SeatEstimateTest {

    @Autowired
    private MoneyPractice story;

    @Autowired
    private Estimates estimates;

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
