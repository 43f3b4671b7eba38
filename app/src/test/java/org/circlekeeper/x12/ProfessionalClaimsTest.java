package org.circlekeeper.x12;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.Golden.assertMatches;
import static org.circlekeeper.x12.ClaimDraft.claim;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The 837P as it is written, whole files compared with approved ones. */
class ProfessionalClaimsTest {

    static Set<String> batches() {
        return Batches.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("batches")
    void a_file_is_the_one_that_was_approved(String name) {
        var written = new String(ProfessionalClaims.write(Batches.named(name)), US_ASCII);

        assertMatches("837p/" + name + ".837", written);
    }

    @Test
    void the_first_segment_has_106_bytes() {
        var file = ProfessionalClaims.write(Batches.batch(claim().build()));

        assertThat(new String(file, US_ASCII).substring(105)).startsWith("~\nGS*");
    }

    @Test
    void a_set_holds_five_thousand_claims_and_counts_its_own_segments() throws IOException {
        var sets = segments(write(10_001), "ST").stream()
                .map(set -> set.element(2))
                .toList();

        assertThat(sets).containsExactly("0001", "0002", "0003");
        assertThat(X12Reader.of(write(10_001)).ending()).isInstanceOf(X12Ending.Whole.class);
    }

    @Test
    void every_set_has_a_batch_number_of_its_own_that_begins_with_the_batch() throws IOException {
        var batches = segments(write(10_001), "BHT").stream()
                .map(set -> set.element(3))
                .toList();

        assertThat(batches).containsExactly("B0000001", "B0000001-2", "B0000001-3");
    }

    @Test
    void a_patient_of_more_than_a_hundred_claims_begins_anew() throws IOException {
        var header = Batches.batch(claim().build()).header();
        var bytes = new ByteArrayOutputStream();
        var claims = IntStream.rangeClosed(1, 201)
                .mapToObj(number -> claim().number("CK" + number).build());
        ProfessionalClaims.write(header, claims.iterator(), bytes);

        assertThat(segments(bytes.toByteArray(), "HL"))
                .extracting(level -> level.element(1))
                .containsExactly("1", "2", "3", "4");
    }

    static List<Segment> segments(byte[] file, String id) throws IOException {
        return X12ReaderTest.segments(file).stream()
                .filter(segment -> segment.is(id))
                .toList();
    }

    private static byte[] write(int claims) throws IOException {
        var header = Batches.batch(claim().build()).header();
        var bytes = new ByteArrayOutputStream();
        ProfessionalClaims.write(
                header,
                IntStream.rangeClosed(1, claims)
                        .mapToObj(number -> claim().number("CK" + number).build())
                        .iterator(),
                bytes);
        return bytes.toByteArray();
    }
}
