package org.circlekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mutants that {@code bin/test --mutants} puts into the code one by one: each still fits it. */
class MutantsTest {

    private static final Path MUTANTS = Path.of("src/test/mutants");
    private static final Path TOP = Path.of("..");
    private static final Pattern OF_AN_INVARIANT = Pattern.compile("void (i\\d\\d)_");

    static Stream<Path> mutants() {
        return SourceTree.files(MUTANTS, ".mutant").stream();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void a_mutant_finds_its_place_once_and_names_the_test_of_its_invariant(Path mutant) {
        var code = SourceTree.text(TOP.resolve(value(mutant, "file")));
        var find = value(mutant, "find");

        assertThat(code.split(Pattern.quote(find), -1)).as(find).hasSize(2);
        assertThat(value(mutant, "with")).isNotEqualTo(find);
        assertThat(value(mutant, "says")).endsWith(".");
        assertThat(SourceTree.files(SourceTree.TEST, "/" + value(mutant, "test") + ".java"))
                .singleElement()
                .satisfies(test -> assertThat(SourceTree.text(test)).contains("void " + invariant(mutant) + "_"));
    }

    @Test
    void each_invariant_that_has_a_test_has_a_mutant() {
        var tested = new TreeSet<String>();
        for (var test : SourceTree.files(SourceTree.TEST, ".java")) {
            OF_AN_INVARIANT.matcher(SourceTree.text(test)).results().forEach(found -> tested.add(found.group(1)));
        }

        assertThat(mutants().map(MutantsTest::invariant)).containsAll(tested);
    }

    private static String invariant(Path mutant) {
        return mutant.getFileName().toString().substring(0, 3);
    }

    private static String value(Path mutant, String key) {
        return SourceTree.text(mutant)
                .lines()
                .filter(line -> line.startsWith(key + " "))
                .map(line -> line.substring(key.length() + 1))
                .findFirst()
                .orElseThrow();
    }
}
