package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.circlekeeper.Generated;
import org.junit.jupiter.api.Test;

/** Where a claim can go. */
class ClaimStatusTest {

    @Test
    void every_claim_can_reach_its_end() {
        for (var status : ClaimStatus.values()) {
            assertThat(reachableFrom(status)).containsAnyOf(ClaimStatus.CLOSED, ClaimStatus.VOIDED);
        }
    }

    @Test
    void every_status_is_read_back_from_its_word() {
        for (var status : ClaimStatus.values()) {
            assertThat(ClaimStatus.read(status.word())).contains(status);
        }
    }

    @Test
    void nothing_that_has_left_is_held_again_without_an_answer() {
        assertThat(ClaimStatus.SENT.next()).doesNotContain(ClaimStatus.HELD, ClaimStatus.READY);
    }

    @Test
    void the_picture_in_the_docs_is_the_one_in_the_code() {
        Generated.assertMatches("states/claim.mmd", drawing());
    }

    private static Set<ClaimStatus> reachableFrom(ClaimStatus start) {
        var seen = EnumSet.of(start);
        while (seen.addAll(
                seen.stream().flatMap(status -> status.next().stream()).toList())) {}
        return seen;
    }

    private static String drawing() {
        var arrows = new StringBuilder("stateDiagram-v2\n");
        for (var from : ClaimStatus.values()) {
            from.next()
                    .forEach(to -> arrows.append("  ")
                            .append(from)
                            .append(" --> ")
                            .append(to)
                            .append('\n'));
        }
        return arrows.toString();
    }
}
