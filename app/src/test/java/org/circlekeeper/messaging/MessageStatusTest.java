package org.circlekeeper.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.circlekeeper.Generated;
import org.circlekeeper.messaging.Message.Status;
import org.junit.jupiter.api.Test;

/** Where a message can go. */
class MessageStatusTest {

    @Test
    void what_has_gone_is_not_taken_back() {
        assertThat(Status.SENT.next()).doesNotContain(Status.UNDONE);
        assertThat(Status.UNDONE.next()).isEmpty();
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
        Generated.assertMatches("states/message.mmd", arrows.toString());
    }
}
