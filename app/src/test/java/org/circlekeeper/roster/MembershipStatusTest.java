package org.circlekeeper.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.circlekeeper.Generated;
import org.junit.jupiter.api.Test;

/** What may follow what in a membership. */
class MembershipStatusTest {

    @Test
    void nothing_follows_the_end_and_everything_may_come_to_it() {
        for (var status : MembershipStatus.values()) {
            assertThat(status.next().contains(MembershipStatus.ENDED)).isEqualTo(status != MembershipStatus.ENDED);
        }
    }

    @Test
    void the_picture_in_the_docs_is_the_one_in_the_code() {
        var arrows = new StringBuilder("stateDiagram-v2\n");
        for (var from : MembershipStatus.values()) {
            from.next().forEach(to -> arrows.append("  %s --> %s%n".formatted(from, to)));
        }
        Generated.assertMatches("states/membership.mmd", arrows.toString());
    }
}
