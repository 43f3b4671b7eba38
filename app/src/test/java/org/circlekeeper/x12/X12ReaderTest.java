package org.circlekeeper.x12;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader takes files as they come from the world, and says what is wrong with those that are not whole. */
class X12ReaderTest {

    private static final String FILE =
            new String(ProfessionalClaims.write(Batches.named("two-sessions-one-claim")), UTF_8);
    private static final List<Segment> SEGMENTS = segments(FILE);

    static List<Segment> segments(byte[] file) throws IOException {
        return segments(new X12Reader(new ByteArrayInputStream(file)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 64, 105, 106, 107, 4096})
    void segments_are_the_same_however_few_bytes_come_at_a_time(int atATime) throws IOException {
        var trickle = new ByteArrayInputStream(FILE.getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, atATime));
            }
        };

        assertThat(segments(new X12Reader(trickle))).isEqualTo(SEGMENTS);
    }

    @Test
    void line_ends_a_byte_order_mark_and_one_long_line_change_nothing() {
        assertThat(segments(FILE.replace("\n", "\r\n"))).isEqualTo(SEGMENTS);
        assertThat(segments(FILE.replace("\n", ""))).isEqualTo(SEGMENTS);
        assertThat(segments("\uFEFF" + FILE)).isEqualTo(SEGMENTS);
        assertThat(segments("\r\n  " + FILE)).isEqualTo(SEGMENTS);
        assertThat(segments(FILE.replace("~\n", "~   \n"))).isEqualTo(SEGMENTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 72, 80, 105, 106, 107})
    void lines_wrapped_in_the_middle_of_a_word_are_joined(int width) {
        var oneLine = FILE.replace("\n", "");
        var wrapped = oneLine.replaceAll("(.{" + width + "})", "$1\r\n");

        assertThat(segments(wrapped)).isEqualTo(SEGMENTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"|^}~", "*^>\n", "*^:\r", "~!^_", "\u001d\u001f\u001e\u001c"})
    void delimiters_are_those_the_file_declares(String marks) {
        var delimiters = new Delimiters(marks.charAt(0), marks.charAt(1), marks.charAt(2), marks.charAt(3));
        var other = FILE.replace("~\n", "\u0001")
                .replace('*', '\u0002')
                .replace(':', '\u0003')
                .replace('^', '\u0004')
                .replace('\u0001', delimiters.segment())
                .replace('\u0002', delimiters.element())
                .replace('\u0003', delimiters.component())
                .replace('\u0004', delimiters.repetition());

        var read = segments(other);

        assertThat(read)
                .hasSameSizeAs(SEGMENTS)
                .allMatch(segment -> segment.delimiters().equals(delimiters));
        assertThat(read.get(SEGMENTS.size() - 6).component(1, 2)).isEqualTo("90853");
    }

    @Test
    void an_isa_that_lost_its_padding_is_still_an_isa() {
        var unpadded = FILE.replaceFirst("931112223      ", "931112223").replace("          ", "");

        assertThat(segments(unpadded).subList(1, SEGMENTS.size())).isEqualTo(SEGMENTS.subList(1, SEGMENTS.size()));
    }

    @Test
    void lower_case_ids_are_read_as_capitals() {
        assertThat(segments(FILE.replace("\nNM1", "\nnm1").replace("\nCLM", "\nclm")))
                .isEqualTo(SEGMENTS);
    }

    @Test
    void several_interchanges_in_a_file_are_read_each_with_its_own_delimiters() throws IOException {
        var other = new String(ProfessionalClaims.write(Batches.named("other-delimiters")), UTF_8);
        var reader = X12Reader.of(FILE + "\n\n" + other + "\u001a\0\0 rubbish");

        assertThat(segments(reader)).hasSize(2 * SEGMENTS.size());
        assertThat(reader.ending()).isEqualTo(new X12Ending.Whole(2, 2L * SEGMENTS.size()));
    }

    @Test
    void a_file_that_cannot_be_read_says_why() throws IOException {
        assertThat(ending("")).isInstanceOf(X12Ending.Empty.class);
        assertThat(ending(" \r\n\0")).isInstanceOf(X12Ending.Empty.class);
        assertThat(ending("<html>Please sign in</html>")).isInstanceOf(X12Ending.NotX12.class);
        assertThat(ending("ISABELLA,RUIZ")).isInstanceOf(X12Ending.NotX12.class);
        assertThat(ending("ISA*00*")).isInstanceOf(X12Ending.CutOff.class);
        assertThat(ending(FILE + "ISA*00*")).isInstanceOf(X12Ending.CutOff.class);
        assertThat(ending(FILE.substring(0, 106))).isInstanceOf(X12Ending.IsaAlone.class);
    }

    @Test
    void a_file_cut_off_anywhere_is_never_whole() throws IOException {
        for (int length = 0; length < FILE.length() - 2; length++) {
            assertThat(ending(FILE.substring(0, length))).isNotInstanceOf(X12Ending.Whole.class);
        }
    }

    @Test
    void wrong_counts_and_control_numbers_are_told() throws IOException {
        assertThat(ending(FILE.replaceFirst("SE\\*\\d+", "SE*99"))).isInstanceOf(X12Ending.Miscounted.class);
        assertThat(ending(FILE.replace("IEA*1*000000101", "IEA*1*000000102")).sentence())
                .isEqualTo("ISA has the control number 000000101, IEA has 000000102.");
        assertThat(ending(FILE.replace("GE*1*101", "GE*2*101")).sentence())
                .isEqualTo("GE counts 2 sets where there are 1.");
        assertThat(ending(FILE.replaceFirst("IEA.*", "")).sentence())
                .isEqualTo("The file is cut off: ISA has no IEA. Fetch it again.");
    }

    @Test
    void no_more_flaws_are_kept_than_anybody_takes() throws IOException {
        var reader = X12Reader.of(FILE.replaceFirst("SE\\*", "SE*9*9~".repeat(5_000) + "SE*"));
        reader.ending();

        assertThat(reader.takeFlaws())
                .hasSize(1_001)
                .last()
                .extracting(Flaw::code)
                .isEqualTo("more");
        assertThat(reader.takeFlaws()).isEmpty();
    }

    @Test
    void a_file_without_terminators_is_given_up_rather_than_kept_in_memory() throws IOException {
        var endless = new InputStream() {
            private final byte[] isa = FILE.substring(0, 107).getBytes(UTF_8);
            private int at;

            @Override
            public int read() {
                return at < isa.length ? isa[at++] : 'A';
            }
        };

        assertThat(new X12Reader(endless).ending()).isInstanceOf(X12Ending.CutOff.class);
    }

    @Test
    void letters_beyond_ascii_are_read_in_either_encoding() throws IOException {
        var accented = FILE.replace("GARCIA", "GARCÍA");

        assertThat(ProfessionalClaimReader.all(accented.getBytes(UTF_8))
                        .getFirst()
                        .patient()
                        .last())
                .isEqualTo("GARCÍA");
        assertThat(ProfessionalClaimReader.all(accented.getBytes(ISO_8859_1))
                        .getFirst()
                        .patient()
                        .last())
                .isEqualTo("GARCÍA");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_damaged_file_is_read_as_far_as_it_goes_and_never_breaks_the_reader(long seed) throws IOException {
        var random = new Random(seed);
        for (int times = 0; times < 500; times++) {
            var bytes = FILE.getBytes(UTF_8);
            for (int damage = 0; damage < 1 + random.nextInt(8); damage++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(X12Reader.of(bytes).ending().sentence()).endsWith(".");
            assertThat(ProfessionalClaimReader.all(bytes)).hasSizeLessThan(3);
            assertThat(ProfessionalClaimInWords.tell(bytes, "CK00000001")).hasSizeLessThan(SEGMENTS.size() + 9);
        }
    }

    @Test
    void an_amount_that_is_none_is_not_guessed() throws IOException {
        for (var amount : List.of("1E999999999", "SIXTY", "", "1.234", "--1")) {
            var file = FILE.replace("CLM*CK00000001*125.05", "CLM*CK00000001*" + amount);
            assertThat(ProfessionalClaimReader.all(file.getBytes(UTF_8))
                            .getFirst()
                            .charge())
                    .isNull();
        }
    }

    private static List<Segment> segments(String file) {
        try {
            return segments(X12Reader.of(file));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<Segment> segments(X12Reader reader) throws IOException {
        List<Segment> segments = new ArrayList<>();
        for (var segment = reader.next(); segment != null; segment = reader.next()) {
            segments.add(segment);
        }
        return segments;
    }

    private static X12Ending ending(String file) throws IOException {
        return X12Reader.of(file).ending();
    }
}
