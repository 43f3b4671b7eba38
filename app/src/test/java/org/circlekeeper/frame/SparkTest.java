package org.circlekeeper.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers as small bars. */
class SparkTest {

    @Test
    void each_number_is_a_bar_and_the_words_say_the_same() {
        var spark = Spark.of(List.of(5, 10, 0), 10, "Came to the last 3:");

        assertThat(spark.words()).isEqualTo("Came to the last 3: 5, 10, 0");
        assertThat(spark.width()).isEqualTo(30);
        assertThat(spark.bars())
                .extracting(Spark.Bar::height)
                .as("nobody is drawn as a line, not as nothing")
                .containsExactly("12.00", "24.00", "1.50");
    }

    @Test
    void more_than_were_expected_reach_to_the_top_and_no_further() {
        assertThat(Spark.of(List.of(12, 6), 10, "Came:").bars())
                .extracting(Spark.Bar::height)
                .containsExactly("24.00", "12.00");
        assertThat(Spark.of(List.of(0), 0, "Came:").bars()).hasSize(1);
    }
}
