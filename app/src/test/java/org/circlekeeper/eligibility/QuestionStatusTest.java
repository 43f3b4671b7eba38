package org.circlekeeper.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import org.circlekeeper.Generated;
import org.junit.jupiter.api.Test;

/** Where a question to a payer can go. */
class QuestionStatusTest {

    @Test
    void an_answer_settles_a_question_wherever_it_stands() {
        for (var status : QuestionStatus.values()) {
            assertThat(status.next().contains(QuestionStatus.ANSWERED)).isEqualTo(status != QuestionStatus.ANSWERED);
        }
    }

    @Test
    void nothing_leaves_that_was_not_written_into_a_file() {
        for (var status : QuestionStatus.values()) {
            assertThat(status.next().contains(QuestionStatus.SENT)).isEqualTo(status == QuestionStatus.WRITTEN);
        }
    }

    @Test
    void the_picture_in_the_docs_is_the_one_in_the_code() {
        var arrows = new StringBuilder("stateDiagram-v2\n");
        for (var from : QuestionStatus.values()) {
            from.next().forEach(to -> arrows.append("  %s --> %s%n".formatted(from, to)));
        }
        Generated.assertMatches("states/eligibility-question.mmd", arrows.toString());
    }
}
