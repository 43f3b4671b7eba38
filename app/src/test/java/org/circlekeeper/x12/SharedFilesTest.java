package org.circlekeeper.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.circlekeeper.terms.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of other senders, and broken ones, kept outside this repository; skipped where they are not at hand. */
class SharedFilesTest {

    private static final Path X12 = Path.of(
                    Objects.requireNonNullElse(System.getenv("CIRCLEKEEPER_SHARED"), "../../shared"))
            .resolve("x12");

    @BeforeEach
    void the_files_are_at_hand() {
        assumeTrue(Files.exists(X12.resolve("MANIFEST.tsv")), "No shared X12 files beside the repository: skipped");
    }

    @Test
    void claims_of_every_sender_are_counted_and_added_up_as_the_manifest_says() throws IOException {
        var rows = Files.readAllLines(X12.resolve("MANIFEST.tsv")).stream()
                .filter(row -> row.startsWith("837P/") || row.matches("chain_\\w+/0_submitted\\.837\t.*"))
                .map(row -> row.split("\t", -1))
                .toList();

        assertThat(rows).hasSizeGreaterThan(20);
        for (var row : rows) {
            var facts = new JsonMapper().readTree(row[row.length - 1]);
            var claims = ProfessionalClaimReader.all(Files.readAllBytes(X12.resolve(row[0])));
            assertThat(claims).as(row[0]).hasSize(sum(facts, "claims").intValueExact());
            assertThat(claims.stream().map(ReadClaim::charge).reduce(Money.ZERO, Money::plus))
                    .as(row[0])
                    .isEqualTo(Money.dollars(sum(facts, "total").toPlainString()));
        }
    }

    @Test
    void our_reading_of_every_file_ends_as_the_manifest_says() throws IOException {
        for (var row : Files.readAllLines(X12.resolve("MANIFEST.tsv"))) {
            var cells = row.split("\t", -1);
            if (cells[0].matches("(27|83|99|TA1|chain).*\\.(27|83|99|ta1|TA1).*")) {
                var facts = new JsonMapper().readTree(cells[cells.length - 1]);
                var ending =
                        X12Reader.of(Files.readAllBytes(X12.resolve(cells[0]))).ending();
                boolean whole = facts.get("envelope").asString().equals("ok");
                assertThat(ending instanceof X12Ending.Whole)
                        .as(cells[0] + ": " + ending)
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    void broken_files_are_read_or_refused_as_they_deserve() throws IOException {
        var whole = segments("duplicate_of_group_session.835");
        for (var file : List.of(
                "crlf_wrapped.835",
                "no_newlines_one_line.835",
                "wrapped_80_cols.835",
                "utf8_bom.835",
                "trailing_garbage.835",
                "lowercase_segment_ids.835")) {
            assertThat(segments(file)).as(file).isEqualTo(whole);
            assertThat(ending(file)).as(file).isInstanceOf(X12Ending.Whole.class);
        }
        assertThat(segments("isa_not_padded.835")).hasSameSizeAs(whole);
        assertThat(ending("empty.835")).isInstanceOf(X12Ending.Empty.class);
        assertThat(ending("html_login_page.835")).isInstanceOf(X12Ending.NotX12.class);
        assertThat(ending("isa_only.835")).isInstanceOf(X12Ending.IsaAlone.class);
        assertThat(ending("missing_iea.835")).isInstanceOf(X12Ending.CutOff.class);
        assertThat(ending("truncated_mid_segment.835")).isInstanceOf(X12Ending.CutOff.class);
        assertThat(ending("wrong_se_count.835")).isInstanceOf(X12Ending.Miscounted.class);
        assertThat(ending("component_sep_in_free_text.271")).isInstanceOf(X12Ending.Whole.class);
    }

    private static BigDecimal sum(JsonNode facts, String name) {
        return facts.get("detail")
                .valueStream()
                .map(set -> new BigDecimal(set.get(name).asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Segment> segments(String file) throws IOException {
        return X12ReaderTest.segments(
                Files.readAllBytes(X12.resolve("malformed").resolve(file)));
    }

    private static X12Ending ending(String file) throws IOException {
        return X12Reader.of(Files.readAllBytes(X12.resolve("malformed").resolve(file)))
                .ending();
    }
}
