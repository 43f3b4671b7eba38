package org.circlekeeper.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.circlekeeper.Generated;
import org.circlekeeper.oncall.Alarm.Status;
import org.junit.jupiter.api.Test;

/** Where an alarm can go. */
class AlarmStatusTest {

    @Test
    void every_alarm_that_stands_can_be_closed_and_a_closed_one_is_never_opened() {
        for (var status : Status.values()) {
            assertThat(status.next().contains(Status.CLOSED)).isEqualTo(status != Status.CLOSED);
        }
        assertThat(Status.CLOSED.next()).isEmpty();
    }

    @Test
    void what_somebody_took_on_pages_nobody_any_more() {
        assertThat(Status.ACKNOWLEDGED.next()).containsExactly(Status.CLOSED);
    }

    @Test
    void the_picture_in_the_docs_is_the_one_in_the_code() {
        var arrows = new StringBuilder("stateDiagram-v2\n");
        Arrays.stream(Status.values())
                .forEach(from -> from.next()
                        .forEach(to -> arrows.append("  ")
                                .append(from)
                                .append(" --> ")
                                .append(to)
                                .append('\n')));
        Generated.assertMatches("states/alarm.mmd", arrows.toString());
    }
}
