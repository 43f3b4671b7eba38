package org.circlekeeper.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.circlekeeper.Generated;
import org.junit.jupiter.api.Test;

/** Where a paper can go. */
class PaperStatusTest {

    @Test
    void every_paper_that_is_to_do_can_be_settled_and_can_come_to_an_end() {
        assertThat(reachableFrom(PaperStatus.TO_DO)).isEqualTo(EnumSet.allOf(PaperStatus.class));
        for (var status : PaperStatus.values()) {
            assertThat(reachableFrom(status)).anyMatch(PaperStatus::isOver);
        }
    }

    @Test
    void what_was_signed_is_never_unsigned() {
        for (var signed : Set.of(PaperStatus.SIGNED, PaperStatus.ON_PAPER)) {
            assertThat(signed.next()).allMatch(PaperStatus::isOver);
        }
    }

    @Test
    void nothing_is_open_and_settled_and_over_at_once() {
        for (var status : PaperStatus.values()) {
            assertThat((status.isOpen() ? 1 : 0) + (status.completes() ? 1 : 0) + (status.isOver() ? 1 : 0))
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void the_picture_in_the_docs_is_the_one_in_the_code() {
        var arrows = new StringBuilder("stateDiagram-v2\n");
        for (var from : PaperStatus.values()) {
            from.next().forEach(to -> arrows.append("  %s --> %s%n".formatted(from, to)));
        }
        Generated.assertMatches("states/paper.mmd", arrows.toString());
    }

    private static Set<PaperStatus> reachableFrom(PaperStatus start) {
        var seen = EnumSet.of(start);
        while (seen.addAll(
                seen.stream().flatMap(status -> status.next().stream()).toList())) {}
        return seen;
    }
}
