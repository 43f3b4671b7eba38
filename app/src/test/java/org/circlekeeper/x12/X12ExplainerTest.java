package org.circlekeeper.x12;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.circlekeeper.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is told set by set, or refused whole with one sentence. */
class X12ExplainerTest {

    private static final String FILE =
            new String(ProfessionalClaims.write(Batches.named("two-sessions-one-claim")), UTF_8);
    private static final String PAYMENT = Remittances.file(
            "CLP*A*1*65*40*10*12*P1",
            "NM1*QC*1*ADAMS*JO",
            "SVC*HC:90853*65*40**1",
            "CAS*CO*45*15",
            "CAS*PR*3*10",
            "REF*6R*A1");

    @Test
    void a_program_is_told_one_object_whose_first_names_are_the_same_for_every_transaction() {
        var told = Telling.json(PAYMENT);

        assertThat(told.propertyNames())
                .startsWith(
                        "file",
                        "transaction",
                        "version",
                        "controlNumber",
                        "refused",
                        "warnings",
                        "paid",
                        "claims",
                        "claimTotals",
                        "adjustments",
                        "providerAdjustments",
                        "balanced",
                        "differenceCents",
                        "reversals",
                        "duplicateKey");
        Golden.assertMatches("x12/payment.json", told.toString() + "\n");
    }

    @Test
    void claims_are_counted_and_added_up() {
        var told = Telling.json(FILE);

        assertThat(told.get("transaction").asString()).isEqualTo("837P");
        assertThat(told.get("claims").longValue()).isEqualTo(1);
        assertThat(told.get("serviceLines").longValue()).isEqualTo(2);
        assertThat(told.get("procedures").get("90853").longValue()).isEqualTo(2);
        assertThat(told.get("total").longValue()).isPositive();
    }

    @Test
    void each_set_of_each_group_of_each_interchange_is_told() {
        var twice = FILE + FILE;

        assertThat(Telling.told(twice)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Please sign in</html>", "ISA*00*", "\0\0\0"})
    void what_is_no_x12_is_refused_with_a_sentence(String file) {
        var told = Telling.told(file);

        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one.refused()).endsWith(".");
            assertThat(one.facts()).isEmpty();
        });
    }

    @Test
    void a_file_cut_off_anywhere_is_refused_whole() {
        for (int length = 0; length < PAYMENT.length() - 2; length++) {
            var told = Telling.told(PAYMENT.substring(0, length));
            assertThat(told).as("%d", length).singleElement().matches(one -> one.refused() != null);
        }
    }

    @Test
    void a_set_that_does_not_end_is_refused_though_the_envelopes_do() {
        assertThat(Telling.told(PAYMENT.replaceFirst("SE\\*.*\n", ""))
                        .getFirst()
                        .refused())
                .isEqualTo("The file is cut off: ST has no SE. Fetch it again.");
    }

    @Test
    void the_guide_is_read_with_and_without_its_errata_and_any_other_is_refused() {
        assertThat(Telling.told(PAYMENT.replace("X221A1", "X221")).getFirst().refused())
                .isNull();
        assertThat(Telling.told(FILE.replace("X222A1", "X222")).getFirst().version())
                .isEqualTo("005010X222");
        var other = Telling.told(FILE.replace("005010X222A1", "005010X223A2")).getFirst();
        assertThat(other.refused()).contains("005010X223A2").contains("837P (005010X222)");
        assertThat(other.controlNumber()).isNotEmpty();
        assertThat(Telling.told(PAYMENT.replace("005010X221A1", "004010X091A1"))
                        .getFirst()
                        .refused())
                .isNotNull();
    }

    /** The group names the guide of a set that does not, as every 835. */
    @Test
    void what_a_set_says_of_itself_goes_before_what_its_group_says() {
        var file = FILE.replaceFirst("X\\*005010X222A1", "X*005010X222");

        assertThat(Telling.told(file).getFirst().version()).isEqualTo("005010X222A1");
    }

    @Test
    void envelopes_that_do_not_agree_are_read_with_a_warning() {
        assertThat(warnings(PAYMENT.replaceFirst("SE\\*\\d+", "SE*99"))).containsExactly("count-differs");
        assertThat(warnings(PAYMENT.replace("GE*1*1~", "GE*2*1~"))).containsExactly("count-differs");
        assertThat(warnings(PAYMENT.replace("IEA*1*000000001", "IEA*1*000000009")))
                .containsExactly("control-number-differs");
        assertThat(warnings(PAYMENT.replace("SENDER         *", "SENDER*"))).containsExactly("isa-not-padded");
        assertThat(warnings(PAYMENT.replace("CLP*", "clp*"))).containsExactly("lower-case-id");
        assertThat(warnings(PAYMENT + "\u001a")).containsExactly("bytes-after-end");
        assertThat(warnings(PAYMENT + "\r\n \n")).isEmpty();
    }

    @Test
    void letters_of_an_interchange_in_lower_case_are_read_with_a_warning() {
        assertThat(warnings(PAYMENT.replaceFirst("ISA", "isa"))).containsExactly("lower-case-id");
        assertThat(warnings(PAYMENT.replaceFirst("ISA", "Isa"))).containsExactly("lower-case-id");
        var second = Telling.told(PAYMENT + PAYMENT.replaceFirst("ISA", "isa"));
        assertThat(second.get(0).warnings()).isEmpty();
        assertThat(second.get(1).warnings()).extracting(Warning::code).containsExactly("lower-case-id");
        var acknowledged = Telling.told(Telling.isa() + "ta1*000000107*260112*0915*A*000~\nIEA*0*000000001~\n");
        assertThat(acknowledged)
                .singleElement()
                .satisfies(one ->
                        assertThat(one.warnings()).extracting(Warning::code).containsExactly("lower-case-id"));
    }

    @Test
    void an_end_of_a_set_that_never_began_is_told_of_every_set_of_its_group() {
        var stray = PAYMENT.replace("GE*1*1~", "SE*9*9~\nGE*1*1~");

        assertThat(warnings(stray)).containsExactly("no-beginning");
    }

    /** Some write ISA11 carelessly; nothing in what they send repeats. */
    @ParameterizedTest
    @ValueSource(strings = {":", "-", "."})
    void a_repetition_that_cannot_hold_anything_apart_is_none_with_a_warning(String repetition) {
        var file = PAYMENT.replaceFirst("\\*\\^\\*00501", "*" + repetition + "*00501");

        assertThat(warnings(file)).containsExactly("isa-repetition");
        assertThat(Telling.told(file).getFirst().facts())
                .isEqualTo(Telling.told(PAYMENT).getFirst().facts());
    }

    @Test
    void an_interchange_without_delimiters_is_told_apart_from_what_is_no_x12() {
        assertThat(Telling.told(PAYMENT.replaceFirst("\\*P\\*:~", "*P*A~"))
                        .getFirst()
                        .refused())
                .startsWith("The ISA segment names no usable delimiters");
        assertThat(Telling.told("<html>Please sign in</html>").getFirst().refused())
                .startsWith("The file is not X12");
    }

    /** What is wrong with one set is not told of its neighbors; what is wrong around them is told of all. */
    @Test
    void a_warning_belongs_to_what_it_is_about() {
        var two = PAYMENT.replaceFirst("SE\\*\\d+\\*0001~\n", "SE*99*0001~\n" + set(PAYMENT))
                .replace("GE*1*1~", "GE*3*1~");

        var told = Telling.told(two);

        assertThat(told).hasSize(2);
        assertThat(told.get(0).warnings())
                .extracting(Warning::sentence)
                .containsExactly("GE counts 3 sets where there are 2.", "SE counts 99 segments where there are 16.");
        assertThat(told.get(1).warnings())
                .extracting(Warning::sentence)
                .containsExactly("GE counts 3 sets where there are 2.");
    }

    @Test
    void an_amount_that_is_none_is_a_warning() {
        var told =
                Telling.told(PAYMENT.replace("CLP*A*1*65*", "CLP*A*1*sixty*")).getFirst();

        assertThat(told.warnings()).extracting(Warning::sentence).containsExactly("Claim A has no amount in CLP03.");
        assertThat(told.facts()).containsEntry("balanced", false);
        assertThat(warnings(FILE.replaceFirst("SV1\\*HC:90853\\*\\d+", "SV1*HC:90853*1.2.3")))
                .contains("no-amount");
    }

    @Test
    void delimiters_line_ends_and_a_byte_order_mark_change_nothing_that_is_told() {
        var facts = Telling.told(PAYMENT).getFirst().facts();

        assertThat(Telling.told(Telling.inOtherDelimiters(PAYMENT)).getFirst().facts())
                .isEqualTo(facts);
        assertThat(Telling.told(PAYMENT.replace("\n", "\r\n")).getFirst().facts())
                .isEqualTo(facts);
        assertThat(Telling.told(PAYMENT.replace("\n", "")).getFirst().facts()).isEqualTo(facts);
        assertThat(Telling.told("\uFEFF" + PAYMENT).getFirst().facts()).isEqualTo(facts);
    }

    @Test
    void segments_that_the_guide_does_not_know_are_passed_over() {
        var more = PAYMENT.replace("CLP*", "ZZZ*1*2~\nCLP*").replaceFirst("SE\\*16", "SE*17");

        assertThat(Telling.told(more).getFirst().facts())
                .isEqualTo(Telling.told(PAYMENT).getFirst().facts());
        assertThat(warnings(more)).isEmpty();
    }

    @Test
    void each_interchange_acknowledgment_is_a_line_of_its_own() {
        var told = Telling.told(Telling.isa() + "TA1*000000107*260112*0915*A*000~\nTA1*000000108*260112*0915*R*025~\n"
                + "IEA*0*000000001~\n");

        assertThat(told).extracting(one -> one.facts().get("outcome")).containsExactly("accepted", "rejected");
        assertThat(told.get(1).sentences())
                .containsExactly("Our interchange 000000108 was rejected.", "Note 025: duplicate control number.");
    }

    /** Nothing but what was told is kept: a warning of each of many sets is no reason to run out of room. */
    @Test
    void no_more_warnings_are_kept_than_a_person_reads() {
        var many = IntStream.range(0, 100)
                .mapToObj(number -> "CLP*" + number + "*1*none*0")
                .toArray(String[]::new);

        assertThat(Telling.told(Remittances.file(many)).getFirst().warnings()).hasSize(21);
    }

    @Test
    void what_a_stranger_wrote_is_quoted_no_longer_than_a_line() {
        var told = Telling.told(FILE.replaceFirst("SE\\*\\d+", "SE*" + "9".repeat(900_000)));

        assertThat(told).flatExtracting(Explained::warnings).isNotEmpty();
        assertThat(told)
                .flatExtracting(Explained::warnings)
                .allMatch(warning -> warning.sentence().length() < 200);
    }

    private static String set(String file) {
        return file.lines()
                .dropWhile(line -> !line.startsWith("ST"))
                .takeWhile(line -> !line.startsWith("GE"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> warnings(String file) {
        var told = Telling.told(file).getFirst();
        assertThat(told.refused()).isNull();
        return told.warnings().stream().map(Warning::code).toList();
    }
}
