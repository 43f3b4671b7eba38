package org.circlekeeper.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of other senders, kept outside this repository with a list of what is in them; silent where they are not. */
class ManifestTest {

    private static final Path X12 = Path.of(
                    Objects.requireNonNullElse(System.getenv("CIRCLEKEEPER_SHARED"), "../../shared"))
            .resolve("x12");
    private static final String BASE = "malformed/duplicate_of_group_session.835";

    static Stream<Arguments> rows() throws IOException {
        var manifest = X12.resolve("MANIFEST.tsv");
        return Files.exists(manifest)
                ? Files.readAllLines(manifest).stream()
                        .skip(1)
                        .map(row -> row.split("\t", -1))
                        .map(cells -> Arguments.of(cells[0], cells[4], new JsonMapper().readTree(cells[5])))
                : Stream.empty();
    }

    /** Those that were written for this project and meant to be whole X12. */
    static Stream<Arguments> ours() throws IOException {
        return rows().filter(row ->
                row.get()[0].toString().matches("(?!malformed).*authored_.*|chain.*(837|999|277ca|ta1|835)"));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("rows")
    void a_file_is_told_as_its_row_says(String file, String intended, JsonNode computed) throws IOException {
        var told = told(file);
        if (computed.has("error") || intended.startsWith("reject")) {
            assertThat(told).hasSize(1);
            assertThat(told.getFirst().refused()).isNotNull();
            assertThat(told.getFirst().facts()).isEmpty();
            return;
        }
        assertThat(told).extracting(Explained::refused).containsOnlyNulls();
        assertThat(told).hasSize(Math.max(1, computed.get("sets").intValue()));
        boolean anyWarning = told.stream().anyMatch(one -> !one.warnings().isEmpty());
        if (file.startsWith("malformed/") && file.endsWith(".835")) {
            assertThat(told.getFirst().facts()).isEqualTo(told(BASE).getFirst().facts());
            assertThat(anyWarning).isEqualTo(intended.matches("(flag|tolerant|accept with warning).*"));
            return;
        }
        assertThat(anyWarning).isEqualTo(!computed.get("envelope").asString().equals("ok"));
        var facts = told.stream().map(Telling::json).toList();
        ManifestFacts.assertComputed(facts, computed);
        ManifestFacts.assertIntended(facts, intended(intended));
    }

    /** Nothing wrong is found where the writer of a file meant nothing to be. */
    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("ours")
    void a_file_that_we_wrote_is_found_wrong_only_where_we_meant_it(String file, String intended, JsonNode computed)
            throws IOException {
        var bytes = Files.readAllBytes(X12.resolve(file));

        assertThat(Telling.flaws(bytes).isEmpty())
                .as(Telling.flaws(bytes).toString())
                .isEqualTo(!file.contains("_bad"));
    }

    private static List<Explained> told(String file) throws IOException {
        return Telling.told(Files.readAllBytes(X12.resolve(file)));
    }

    private static Map<String, String> intended(String text) {
        Map<String, String> pairs = new HashMap<>();
        for (var pair : text.split("; ")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                pairs.put(parts[0], parts[1]);
            }
        }
        return pairs;
    }
}
