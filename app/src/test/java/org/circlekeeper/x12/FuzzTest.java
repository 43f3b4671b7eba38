package org.circlekeeper.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Jazzer found is given to our readers again, as it was and a little changed; see docs/decisions/0028. */
class FuzzTest {

    private static final int CHANGES = 500;

    static Stream<String> targets() {
        return Fuzz.targets().stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void whatever_the_bytes_a_file_is_told_or_refused(String target) throws IOException {
        var kept = FuzzCorpus.kept(target);
        assertThat(kept).isNotEmpty();

        kept.forEach(input -> read(target, input));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void so_it_is_with_changes_that_nobody_has_thought_of(String target) throws IOException {
        var kept = FuzzCorpus.kept(target);
        var random = new Random(8_371);

        for (int number = 0; number < CHANGES; number++) {
            read(target, changed(kept, random));
        }
    }

    private static void read(String target, byte[] input) {
        assertThatCode(() -> Fuzz.read(target, input))
                .as(() -> target + " " + Base64.getEncoder().encodeToString(input))
                .doesNotThrowAnyException();
    }

    /** A piece of one input in another, and a few bytes that are others. */
    private static byte[] changed(List<byte[]> kept, Random random) {
        var one = kept.get(random.nextInt(kept.size()));
        var other = kept.get(random.nextInt(kept.size()));
        int from = random.nextInt(other.length + 1);
        int to = from + random.nextInt(other.length - from + 1);
        int at = random.nextInt(one.length + 1);
        var changed = new byte[at + to - from + one.length - at];
        System.arraycopy(one, 0, changed, 0, at);
        System.arraycopy(other, from, changed, at, to - from);
        System.arraycopy(one, at, changed, at + to - from, one.length - at);
        for (int times = random.nextInt(4); times > 0 && changed.length > 0; times--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }
}
