package org.circlekeeper.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.circlekeeper.Generated;
import org.junit.jupiter.api.Test;

/** Where a form can go. */
class FormStatusTest {

    @Test
    void what_was_retired_can_come_back_and_what_is_in_use_is_never_a_draft_again() {
        assertThat(FormStatus.RETIRED.next()).contains(FormStatus.IN_USE);
        assertThat(FormStatus.IN_USE.next()).doesNotContain(FormStatus.DRAFT);
    }

    @Test
    void the_picture_in_the_docs_is_the_one_in_the_code() {
        var arrows = new StringBuilder("stateDiagram-v2\n");
        for (var from : FormStatus.values()) {
            from.next().forEach(to -> arrows.append("  %s --> %s%n".formatted(from, to)));
        }
        Generated.assertMatches("states/form.mmd", arrows.toString());
    }
}
