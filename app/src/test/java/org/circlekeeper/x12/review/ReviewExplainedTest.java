package org.circlekeeper.x12.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.circlekeeper.x12.Delimiters;
import org.circlekeeper.x12.Segment;
import org.junit.jupiter.api.Test;

/** What a program is told of a 278. */
class ReviewExplainedTest {

    @Test
    void an_answer_without_a_review_has_every_name_and_knows_none_of_them() {
        var explained = new ReviewExplained();
        explained.see(new Segment("BHT", List.of("0007", "11", "A1", "20260112", "0915", "18"), Delimiters.USUAL));
        assertThat(explained.facts())
                .containsEntry("decision", null)
                .containsEntry("number", null)
                .containsEntry("units", null)
                .containsEntry("period", null);
        assertThat(explained.facts().keySet()).contains("kind", "reviews");
    }
}
