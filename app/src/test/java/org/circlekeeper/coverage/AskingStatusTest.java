package org.circlekeeper.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.circlekeeper.Generated;
import org.junit.jupiter.api.Test;

/** Where a request for an authorization can go. */
class AskingStatusTest {

    @Test
    void every_request_can_come_to_an_end() {
        for (var status : AskingStatus.values()) {
            assertThat(reachableFrom(status)).anyMatch(one -> !one.isOpen());
        }
    }

    @Test
    void nothing_is_decided_that_was_not_asked() {
        assertThat(AskingStatus.TO_ASK.next()).containsOnly(AskingStatus.ASKED, AskingStatus.WITHDRAWN);
    }

    @Test
    void the_picture_in_the_docs_is_the_one_in_the_code() {
        var arrows = new StringBuilder("stateDiagram-v2\n");
        for (var from : AskingStatus.values()) {
            from.next().forEach(to -> arrows.append("  %s --> %s%n".formatted(from, to)));
        }
        Generated.assertMatches("states/authorization-request.mmd", arrows.toString());
    }

    private static Set<AskingStatus> reachableFrom(AskingStatus start) {
        var seen = EnumSet.of(start);
        while (seen.addAll(
                seen.stream().flatMap(status -> status.next().stream()).toList())) {}
        return seen;
    }
}
