package org.circlekeeper.payers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.circlekeeper.Generated;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of payers: dated, sourced, the narrower before the wider. */
class PayerRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 17);

    @ParameterizedTest
    @CsvSource({
        "MB,MEDICARE",
        "MA,MEDICARE",
        "16,MEDICARE_ADVANTAGE",
        "MC,MEDICAID",
        "CH,TRICARE",
        "VA,VA",
        "OF,OTHER_FEDERAL",
        "CI,COMMERCIAL",
        "BL,COMMERCIAL",
        "12,COMMERCIAL",
        "HM,COMMERCIAL",
        "ZZ,OTHER",
        "WC,OTHER"
    })
    void the_filing_code_tells_the_program(String filingCode, Program program) {
        assertThat(Program.of(filingCode)).isEqualTo(program);
    }

    @Test
    void medicare_and_medicaid_are_strict_and_take_claims_for_twelve_months() {
        for (var program : List.of(Program.MEDICARE, Program.MEDICAID)) {
            var rules = on(program);
            assertThat(rules.isStrict()).isTrue();
            assertThat(rules.asksForTreatmentPlan()).isTrue();
            assertThat(rules.lastDayToFile(DAY)).isEqualTo(DAY.plusYears(1));
        }
    }

    @Test
    void a_class_default_is_shown_and_never_decides() {
        var rules = on(Program.COMMERCIAL);

        assertThat(rules.rules()).isNotEmpty().allMatch(PayerRule::classDefault);
        assertThat(rules.lastDayToFile(DAY)).isNull();
        assertThat(rules.asksForAuthorization()).isFalse();
        assertThat(on(Program.MEDICARE).about(Topic.MOST_PEOPLE)).isEmpty();
    }

    @Test
    void a_payers_own_rule_stands_before_its_programs_and_only_on_its_days() {
        var book = read("""
                program: COMMERCIAL
                rules:
                  - {rule: timely-filing-days, value: "180", says: a, source: b, from: "2020-01-01"}
                  - rule: timely-filing-days
                    value: "90"
                    payer: BRHP1
                    says: a
                    source: b
                    from: "2026-01-01"
                    to: "2026-12-31"
                  - {rule: telehealth-modifier, value: "95", payer: BRHP1, says: a, source: b, from: "2020-01-01"}
                """);

        assertThat(on(book, "BRHP1", DAY).lastDayToFile(DAY)).isEqualTo(DAY.plusDays(90));
        assertThat(on(book, "EVG01", DAY).lastDayToFile(DAY)).isEqualTo(DAY.plusDays(180));
        assertThat(on(book, "BRHP1", DAY.plusYears(1)).lastDayToFile(DAY)).isEqualTo(DAY.plusDays(180));
        assertThat(on(book, "BRHP1", DAY).modifiersAt("10", false)).containsExactly("95");
        assertThat(on(book, "BRHP1", DAY).modifiersAt("11", false)).isEmpty();
    }

    @Test
    void a_telehealth_line_carries_what_payers_of_its_kind_usually_ask_for() {
        assertThat(on(Program.COMMERCIAL).modifiersAt("10", false)).containsExactly("95");
        assertThat(on(Program.COMMERCIAL).modifiersAt("02", false)).containsExactly("95");
        assertThat(on(Program.MEDICAID).modifiersAt("10", false)).containsExactly("95");
        assertThat(on(Program.MEDICARE).modifiersAt("10", false)).isEmpty();
        assertThat(on(Program.TRICARE).modifiersAt("10", false)).containsExactly("95");
        assertThat(on(Program.OTHER).modifiersAt("02", false)).containsExactly("95");
        for (var program : Program.values()) {
            assertThat(on(program).modifiersAt("10", true)).containsExactly("93");
            assertThat(on(program).modifiersAt("11", false)).isEmpty();
        }
    }

    @Test
    void a_payers_own_modifier_stands_before_what_its_kind_usually_asks_for() {
        var book = read("""
                program: COMMERCIAL
                rules:
                  - rule: telehealth-modifier
                    value: "95"
                    class-default: "yes"
                    says: a
                    source: b
                    from: "2020-01-01"
                  - {rule: telehealth-modifier, value: "GT", payer: BRHP1, says: a, source: b, from: "2020-01-01"}
                  - {rule: telehealth-modifier, value: "none", payer: EVG01, says: a, source: b, from: "2020-01-01"}
                """);

        assertThat(on(book, "BRHP1", DAY).modifiersAt("10", false)).containsExactly("GT");
        assertThat(on(book, "EVG01", DAY).modifiersAt("10", false)).isEmpty();
        assertThat(on(book, "OTHER1", DAY).modifiersAt("10", false)).containsExactly("95");
    }

    @Test
    void a_file_with_a_word_or_value_it_should_not_have_is_refused() {
        assertThatThrownBy(() ->
                        read("rules: [{rule: strict, value: \"maybe\", says: a, source: b, from: \"2020-01-01\"}]"))
                .hasMessageContaining("yes or no");
        assertThatThrownBy(() ->
                        read("rules: [{rule: strickt, value: \"yes\", says: a, source: b, from: \"2020-01-01\"}]"))
                .hasMessageContaining("strickt");
        assertThatThrownBy(
                        () -> read("rules: [{rule: strict, valu: \"yes\", says: a, source: b, from: \"2020-01-01\"}]"))
                .hasMessageContaining("valu");
        assertThatThrownBy(() -> read("rules: [{rule: strict, value: \"yes\", says: a, from: \"2020-01-01\"}]"))
                .hasMessageContaining("source");
    }

    @Test
    void the_page_of_payer_rules_is_what_the_files_say() {
        var page = new StringBuilder("""
                # What payers ask

                Written from `payers/*.yaml` by a test. *Usual* marks what payers of a kind mostly ask: it is shown, and
                never holds a claim. A date that nobody has verified says so.

                | kind | where | payer | service | rule | value | what it says | source | from | to | checked |
                |---|---|---|---|---|---|---|---|---|---|---|
                """);
        PayerRules.all().forEach(rule -> page.append(row(rule)));
        Generated.assertMatches("payer-rules.md", page.toString());
    }

    private static String row(PayerRule rule) {
        return "| %s | %s | %s | %s | %s | %s%s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        rule.program() == null ? "all" : rule.program().onScreen(),
                        sorted(rule.states()),
                        rule.payerId() == null ? "" : rule.payerId(),
                        sorted(rule.codes()),
                        rule.topic().onScreen(),
                        rule.value(),
                        rule.classDefault() ? " (usual)" : "",
                        rule.says(),
                        rule.source(),
                        rule.days().first(),
                        rule.days().last() == null ? "" : rule.days().last(),
                        PayerRule.verifiedOrNot(rule.verified()));
    }

    private static String sorted(Set<String> words) {
        return String.join(" ", words.stream().sorted().toList());
    }

    private static PayerRules on(Program program) {
        return PayerRules.on(program, "IL", "ANY", ProcedureCode.GROUP_PSYCHOTHERAPY, DAY);
    }

    private static PayerRules on(List<PayerRule> book, String payerId, LocalDate day) {
        return PayerRules.on(book, Program.COMMERCIAL, "IL", payerId, ProcedureCode.GROUP_PSYCHOTHERAPY, day);
    }

    private static List<PayerRule> read(String text) {
        return RuleFiles.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test");
    }
}
