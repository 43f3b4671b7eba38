package org.circlekeeper.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two readers that are not ours read what we write, without complaint and as we read it. */
class OraclesTest {

    static Set<String> batches() {
        return Batches.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("batches")
    void every_approved_file_is_read_alike_by_all_readers(String name) throws Exception {
        Oracles.readAlike(Batches.named(name));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void any_two_hundred_claims_are_read_alike_by_all_readers(long seed) throws Exception {
        Oracles.readAlike(new RandomClaims(seed).batch(200));
    }

    @ParameterizedTest
    @ValueSource(longs = {144, 233, 377})
    void whatever_was_written_reads_back_equal(long seed) throws Exception {
        var batch = new RandomClaims(seed).batch(200);

        Oracles.readBack(batch, ProfessionalClaims.write(batch));
    }

    /** Not by x12-parser, which knows no such terminator. */
    @Test
    void a_line_end_may_be_the_terminator() throws Exception {
        var lines = new Delimiters('*', '^', ':', '\n');
        var batch = Batches.batch(
                Batches.PRACTICE, lines, new RandomClaims(610).batch(200).claims());
        var file = ProfessionalClaims.write(batch);
        var written = batch.claims().stream().map(ReadFacts::written).toList();

        assertThat(ProfessionalClaimReader.all(file).stream()
                        .map(ReadFacts::read)
                        .toList())
                .isEqualTo(written);
        assertThat(Staedi.read(file)).isEqualTo(written);
    }
}
