package org.circlekeeper.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.circlekeeper.Generated;
import org.junit.jupiter.api.Test;

/** Where a wish for a seat can go. */
class WaitStatusTest {

    @Test
    void every_wish_can_come_to_an_end() {
        for (var status : WaitStatus.values()) {
            assertThat(reachableFrom(status)).anyMatch(WaitStatus::isClosed);
        }
    }

    @Test
    void a_seat_is_reached_through_ready_and_an_offer_alone() {
        for (var status : WaitStatus.values()) {
            assertThat(status.next().contains(WaitStatus.ENROLLED)).isEqualTo(status == WaitStatus.CLEARING);
            assertThat(status.next().contains(WaitStatus.CLEARING)).isEqualTo(status == WaitStatus.OFFERED);
            assertThat(status.next().contains(WaitStatus.OFFERED)).isEqualTo(status == WaitStatus.WAITING);
        }
    }

    @Test
    void nobody_is_made_ready_by_hand_whom_no_therapist_finds_fit() {
        for (var status : WaitStatus.values()) {
            assertThat(status.byHand(false)).doesNotContain(WaitStatus.WAITING);
            assertThat(status.byHand(true))
                    .doesNotContain(WaitStatus.OFFERED, WaitStatus.CLEARING, WaitStatus.ENROLLED, WaitStatus.NOT_FIT);
        }
    }

    @Test
    void the_picture_in_the_docs_is_the_one_in_the_code() {
        var arrows = new StringBuilder("stateDiagram-v2\n");
        for (var from : WaitStatus.values()) {
            from.next().forEach(to -> arrows.append("  %s --> %s%n".formatted(from, to)));
        }
        Generated.assertMatches("states/waitlist-entry.mmd", arrows.toString());
    }

    private static Set<WaitStatus> reachableFrom(WaitStatus start) {
        var seen = EnumSet.of(start);
        while (seen.addAll(
                seen.stream().flatMap(status -> status.next().stream()).toList())) {}
        return seen;
    }
}
