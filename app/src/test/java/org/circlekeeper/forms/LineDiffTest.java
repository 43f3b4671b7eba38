package org.circlekeeper.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What changed between two texts. */
class LineDiffTest {

    private static String diff(String before, String after) {
        return LineDiff.of(before, after).stream()
                .map(line -> line.change().sign() + line.text())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void lines_that_went_and_came_stand_with_those_around_them() {
        assertThat(diff("a\nb\nc\nd\ne", "a\nb\nx\nd\ne")).isEqualTo(" b\n−c\n+x\n d");
        assertThat(diff("a\nb", "a\nb")).isEmpty();
        assertThat(diff("", "a")).isEqualTo("+a");
        assertThat(diff("a", "")).isEqualTo("−a");
        assertThat(diff("a\nb\nc", "b\nc\na")).isEqualTo("−a\n b\n c\n+a");
    }

    @Test
    void texts_without_anything_in_common_end_soon() {
        var one = IntStream.range(0, 50_000).mapToObj(i -> "a" + i).collect(Collectors.joining("\n"));
        var other = IntStream.range(0, 50_000).mapToObj(i -> "b" + i).collect(Collectors.joining("\n"));

        assertThat(LineDiff.of(one, other)).hasSize(100_000);
    }
}
