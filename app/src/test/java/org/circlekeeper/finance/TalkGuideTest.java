package org.circlekeeper.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.finance.CoverageGap.Kind;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may be agreed with whom. */
class TalkGuideTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Money FEE = Money.dollars("90");
    private static final PractitionerId LIND = new PractitionerId(new UUID(0, 1));
    private static final PractitionerId MORO = new PractitionerId(new UUID(0, 2));
    private static final TalkCheck.Known KNOWN = known(Set.of());

    private static TalkCheck.Known known(Set<PractitionerId> enrolled) {
        return new TalkCheck.Known(TODAY, FEE, Set.of(MORO), enrolled);
    }

    @Test
    void every_class_has_something_to_say_about_every_gap_and_a_way_out_of_it() {
        for (var payerClass : PayerClass.values()) {
            for (var gap : Kind.values()) {
                boolean ofNoPlan = gap == Kind.NO_INSURANCE || gap == Kind.KEPT_FROM_PLAN || gap == Kind.WITHHELD;
                if (ofNoPlan == (payerClass == PayerClass.SELF_PAY)) {
                    assertThat(TalkGuide.of(payerClass).about(gap))
                            .as(payerClass + " " + gap)
                            .isNotEmpty();
                }
                assertThat(TalkGuide.of(payerClass).open(gap))
                        .contains(Outcome.WAITS, Outcome.OTHER_GROUP, Outcome.UNDECIDED);
            }
        }
    }

    @Test
    void medicares_notice_is_for_a_denial_that_is_expected_and_for_original_medicare() {
        assertThat(refused(PayerClass.MEDICARE, Kind.NOT_COVERED, Outcome.ABN_SIGNED, null, "Option 1, in the chart"))
                .isEmpty();
        assertThat(refused(PayerClass.MEDICARE, Kind.NOT_KNOWN, Outcome.ABN_SIGNED, null, "in the chart"))
                .singleElement()
                .asString()
                .contains("expected to deny", "CMS-R-131");
        assertThat(refused(PayerClass.MEDICARE_ADVANTAGE, Kind.NOT_COVERED, Outcome.ABN_SIGNED, null, "in the chart"))
                .singleElement()
                .asString()
                .contains("not for Advantage plans");
    }

    @Test
    void a_private_contract_names_who_opted_out_and_nobody_who_is_enrolled_with_medicare_has() {
        assertThat(contract(null, Set.of())).singleElement().asString().contains("Choose which leader opted out");
        var later = new Talk.OptOut(LIND, TODAY.plusDays(1));
        assertThat(contract(later, Set.of())).singleElement().asString().contains("up to that of the talk");
        var lind = new Talk.OptOut(LIND, TODAY.minusYears(1));
        assertThat(contract(lind, Set.of(LIND))).singleElement().asString().contains("have not opted out");
        assertThat(contract(lind, Set.of(MORO)))
                .as("who leads their group is enrolled")
                .singleElement()
                .asString()
                .contains("leads a group of theirs is enrolled");
        assertThat(contract(lind, Set.of())).isEmpty();
        assertThat(refused(PayerClass.MEDICARE, Kind.NOT_COVERED, Outcome.FULL_FEE, "80", ""))
                .singleElement()
                .asString()
                .contains("has not opted out");
    }

    private static List<String> contract(Talk.@Nullable OptOut optOut, Set<PractitionerId> enrolled) {
        var said = new Talk.Said(
                TODAY,
                "Rosa Diaz",
                "the member",
                TalkWay.PHONE,
                Outcome.PRIVATE_CONTRACT,
                Money.dollars("80"),
                "In the chart",
                "",
                optOut);
        return sentences(gap(PayerClass.MEDICARE, Kind.NOT_COVERED), said, known(enrolled));
    }

    private static List<String> sentences(CoverageGap gap, Talk.Said said, TalkCheck.Known known) {
        return TalkCheck.of(gap, said, known).stream()
                .map(TalkCheck.Refusal::sentence)
                .toList();
    }

    @Test
    void another_payer_in_force_has_a_say_in_what_is_paid_privately() {
        var unpaid = gap(PayerClass.OUT_OF_NETWORK, Kind.NOT_COVERED);
        var full = said(TODAY, Outcome.FULL_FEE, FEE, "");
        var sliding = said(TODAY, Outcome.SLIDING_FEE, Money.dollars("40"), "No claim, agreed on paper");

        assertThat(sentences(unpaid, full, KNOWN)).isEmpty();
        for (var kind : Arrays.asList(null, Kind.NOT_KNOWN, Kind.NOT_AUTHORIZED)) {
            var medicaid = beside(unpaid, PayerClass.MEDICAID, kind);
            assertThat(sentences(medicaid, full, KNOWN))
                    .as("Medicaid second: " + kind)
                    .singleElement()
                    .asString()
                    .contains("State Program is in force too", "Nobody pays privately", "42 CFR 447.15");
            assertThat(sentences(medicaid, sliding, KNOWN)).hasSize(1);
            assertThat(sentences(beside(unpaid, PayerClass.MEDICARE, kind), full, KNOWN))
                    .as("Medicare second: " + kind)
                    .singleElement()
                    .asString()
                    .contains("has not opted out");
        }
        assertThat(sentences(beside(unpaid, PayerClass.MEDICAID, Kind.NOT_COVERED), full, KNOWN))
                .as("it does not pay either, and its manual is cited")
                .singleElement()
                .asString()
                .contains("the state's manual");
        assertThat(sentences(beside(unpaid, PayerClass.MEDICAID, null), said(TODAY, Outcome.WAITS, null, ""), KNOWN))
                .isEmpty();
        assertThat(sentences(beside(unpaid, PayerClass.OUT_OF_NETWORK, null), full, KNOWN))
                .isEmpty();
    }

    @Test
    void no_private_contract_goes_around_medicaid() {
        var dual = beside(gap(PayerClass.MEDICARE, Kind.NOT_COVERED), PayerClass.MEDICAID, null);
        var said = new Talk.Said(
                TODAY,
                "Rosa Diaz",
                "the member",
                TalkWay.PHONE,
                Outcome.PRIVATE_CONTRACT,
                FEE,
                "In the chart",
                "",
                new Talk.OptOut(LIND, TODAY));

        assertThat(sentences(dual, said, KNOWN)).singleElement().asString().contains("Nobody pays privately");
    }

    private static CoverageGap beside(CoverageGap gap, PayerClass payerClass, @Nullable Kind kind) {
        var other = new CoverageGap.Beside("State Program", payerClass, kind);
        return gap.with(new CoverageGap.Around(List.of(other), null, List.of(), false));
    }

    @Test
    void no_amount_goes_in_under_another_name() {
        for (var outcome : List.of(Outcome.BILL_PLAN, Outcome.HARDSHIP)) {
            assertThat(refused(PayerClass.MEDICAID, Kind.NOT_KNOWN, outcome, "90", "the owner, today"))
                    .as(outcome.name())
                    .singleElement()
                    .asString()
                    .contains("payment in full");
            assertThat(refused(PayerClass.MEDICAID, Kind.NOT_KNOWN, outcome, null, "the owner, today"))
                    .isEmpty();
            assertThat(refused(PayerClass.IN_NETWORK, Kind.NOT_KNOWN, outcome, "90.01", "the owner, today"))
                    .singleElement()
                    .asString()
                    .contains("above the practice's fee");
            var dual = beside(gap(PayerClass.IN_NETWORK, Kind.NOT_KNOWN), PayerClass.MEDICAID, null);
            assertThat(sentences(dual, said(TODAY, outcome, Money.dollars("5"), "the owner, today"), KNOWN))
                    .singleElement()
                    .asString()
                    .contains("payment in full");
        }
        var notice = beside(gap(PayerClass.MEDICARE, Kind.NOT_COVERED), PayerClass.MEDICAID, null);
        assertThat(sentences(notice, said(TODAY, Outcome.ABN_SIGNED, FEE, "Option 1"), KNOWN))
                .as("who has Medicare and Medicaid")
                .hasSize(1);
    }

    @Test
    void the_full_fee_is_the_practices_fee_and_a_share_is_what_the_plan_says() {
        for (var kind : List.of(Kind.NO_INSURANCE, Kind.KEPT_FROM_PLAN)) {
            assertThat(refused(PayerClass.SELF_PAY, kind, Outcome.FULL_FEE, "20", ""))
                    .singleElement()
                    .asString()
                    .contains("fee is $90.00");
        }
        assertThat(refused(PayerClass.IN_NETWORK, Kind.NOT_COVERED, Outcome.FULL_FEE, "20", "Clause 4"))
                .hasSize(1);
        var copay = gap(PayerClass.IN_NETWORK, Kind.NOT_AUTHORIZED)
                .with(new CoverageGap.Around(List.of(), Money.dollars("25"), List.of(), false));
        assertThat(sentences(copay, said(TODAY, Outcome.HARDSHIP, Money.dollars("25"), "the owner"), KNOWN))
                .singleElement()
                .asString()
                .contains("a hardship makes it less");
        assertThat(sentences(copay, said(TODAY, Outcome.HARDSHIP, Money.dollars("10"), "the owner"), KNOWN))
                .isEmpty();
    }

    @Test
    void who_says_which_insurance_pays_first_writes_which() {
        assertThat(refused(PayerClass.MEDICAID, Kind.OTHER_INSURANCE, Outcome.PAYS_FIRST_TOLD, null, ""))
                .singleElement()
                .asString()
                .contains("which insurance pays first, and who said so");
    }

    @Test
    void while_a_consent_is_missing_no_payer_is_asked_and_none_billed() {
        for (var outcome : List.of(Outcome.BILL_PLAN, Outcome.PAYER_ASKED, Outcome.SLIDING_FEE)) {
            assertThat(refused(PayerClass.SELF_PAY, Kind.WITHHELD, outcome, null, "x"))
                    .as(outcome.name())
                    .hasSizeGreaterThanOrEqualTo(1);
        }
        assertThat(refused(PayerClass.SELF_PAY, Kind.WITHHELD, Outcome.CONSENT_ASKED, null, ""))
                .isEmpty();
        assertThat(refused(PayerClass.SELF_PAY, Kind.WITHHELD, Outcome.FULL_FEE, "90", ""))
                .isEmpty();
        var medicaid = beside(gap(PayerClass.SELF_PAY, Kind.WITHHELD), PayerClass.MEDICAID, Kind.WITHHELD);
        assertThat(sentences(medicaid, said(TODAY, Outcome.FULL_FEE, FEE, ""), KNOWN))
                .singleElement()
                .asString()
                .contains("agreement with it");
    }

    @Test
    void an_advantage_plan_that_ended_leaves_medicare_to_be_asked() {
        for (var outcome : List.of(Outcome.FULL_FEE, Outcome.SLIDING_FEE)) {
            var amount = outcome == Outcome.FULL_FEE ? "90" : "40";
            assertThat(refused(PayerClass.MEDICARE_ADVANTAGE, Kind.NOT_ACTIVE, outcome, amount, ""))
                    .as(outcome.name())
                    .singleElement()
                    .asString()
                    .contains("on which day Medicare was asked");
        }
    }

    @Test
    void medicaid_takes_no_private_payment_for_what_it_covers() {
        for (var outcome : List.of(Outcome.FULL_FEE, Outcome.SLIDING_FEE)) {
            for (var gap : List.of(Kind.NOT_KNOWN, Kind.AMBIGUOUS, Kind.NOT_AUTHORIZED, Kind.CARVED_OUT)) {
                assertThat(refused(PayerClass.MEDICAID, gap, outcome, "10", "anything"))
                        .singleElement()
                        .asString()
                        .contains("Nobody pays privately", "42 CFR 447.15");
            }
        }
    }

    @Test
    void a_sliding_scale_never_touches_an_insured_share() {
        for (var payerClass : List.of(
                PayerClass.MEDICARE,
                PayerClass.MEDICARE_ADVANTAGE,
                PayerClass.FEDERAL,
                PayerClass.IN_NETWORK,
                PayerClass.NETWORK_UNKNOWN)) {
            for (var gap : List.of(Kind.NOT_COVERED, Kind.NOT_KNOWN, Kind.VISITS_USED, Kind.OTHER_INSURANCE)) {
                assertThat(refused(payerClass, gap, Outcome.SLIDING_FEE, "40", "anything"))
                        .as(payerClass + " " + gap)
                        .singleElement()
                        .asString()
                        .contains("A sliding scale never touches");
            }
        }
        assertThat(refused(PayerClass.SELF_PAY, Kind.NO_INSURANCE, Outcome.SLIDING_FEE, "40", ""))
                .isEmpty();
    }

    @Test
    void whoever_keeps_sessions_from_their_plan_pays_in_full_and_no_payer_is_asked() {
        assertThat(refused(PayerClass.SELF_PAY, Kind.KEPT_FROM_PLAN, Outcome.FULL_FEE, "90", ""))
                .isEmpty();
        for (var outcome : List.of(Outcome.SLIDING_FEE, Outcome.PAYER_ASKED, Outcome.BILL_PLAN)) {
            assertThat(refused(PayerClass.SELF_PAY, Kind.KEPT_FROM_PLAN, outcome, null, ""))
                    .as(outcome.name())
                    .hasSize(1);
        }
    }

    @Test
    void a_hardship_is_one_members_decision_and_is_written_down() {
        assertThat(refused(PayerClass.IN_NETWORK, Kind.NOT_KNOWN, Outcome.HARDSHIP, null, ""))
                .singleElement()
                .asString()
                .contains("Write who decided");
        assertThat(refused(PayerClass.SELF_PAY, Kind.NO_INSURANCE, Outcome.HARDSHIP, null, "the owner, today"))
                .singleElement()
                .asString()
                .contains("no insured share");
    }

    @Test
    void in_the_network_the_contract_decides_and_a_network_that_nobody_knows_is_asked() {
        assertThat(refused(PayerClass.IN_NETWORK, Kind.NOT_COVERED, Outcome.FULL_FEE, "90", ""))
                .singleElement()
                .asString()
                .contains("which clause of the contract");
        assertThat(refused(PayerClass.NETWORK_UNKNOWN, Kind.NOT_COVERED, Outcome.FULL_FEE, "90", "a clause"))
                .singleElement()
                .asString()
                .contains("Ask the payer");
    }

    @Test
    void an_amount_is_there_where_one_is_agreed_and_nowhere_else() {
        assertThat(refused(PayerClass.SELF_PAY, Kind.NO_INSURANCE, Outcome.FULL_FEE, null, ""))
                .singleElement()
                .asString()
                .contains("Write what they pay");
        assertThat(refused(PayerClass.SELF_PAY, Kind.NO_INSURANCE, Outcome.WAITS, "10", ""))
                .singleElement()
                .asString()
                .contains("Leave it empty");
        assertThat(refused(PayerClass.SELF_PAY, Kind.NO_INSURANCE, Outcome.SLIDING_FEE, "90", ""))
                .singleElement()
                .asString()
                .contains("below the practice's fee of $90.00");
        assertThat(refused(PayerClass.SELF_PAY, Kind.NO_INSURANCE, Outcome.FULL_FEE, "-1", ""))
                .hasSize(1);
        assertThat(refused(PayerClass.SELF_PAY, Kind.NO_INSURANCE, Outcome.FULL_FEE, "10000.01", ""))
                .hasSize(1);
    }

    @Test
    void a_talk_is_of_the_last_sixty_days() {
        assertThat(on(TODAY)).isEmpty();
        assertThat(on(TODAY.minusDays(60))).isEmpty();
        assertThat(on(TODAY.minusDays(61))).hasSize(1);
        assertThat(on(TODAY.plusDays(1))).hasSize(1);
    }

    @Test
    void a_word_that_no_guide_knows_is_refused() {
        var text = "- class: SELF_PAY\n  lines:\n    - sais: x\n  outcomes: []\n";

        assertThatThrownBy(() -> TalkFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sais");
    }

    private static List<String> on(LocalDate day) {
        var gap = gap(PayerClass.SELF_PAY, Kind.NO_INSURANCE);
        return TalkCheck.of(gap, said(day, Outcome.WAITS, null, ""), KNOWN).stream()
                .map(TalkCheck.Refusal::sentence)
                .toList();
    }

    private static List<String> refused(
            PayerClass payerClass, Kind kind, Outcome outcome, @Nullable String amount, String basis) {
        var said = said(TODAY, outcome, amount == null ? null : Money.dollars(amount), basis);
        return TalkCheck.of(gap(payerClass, kind), said, KNOWN).stream()
                .map(TalkCheck.Refusal::sentence)
                .toList();
    }

    private static Talk.Said said(LocalDate day, Outcome outcome, @Nullable Money amount, String basis) {
        return new Talk.Said(day, "Rosa Diaz", "the member", TalkWay.PHONE, outcome, amount, basis, "");
    }

    private static CoverageGap gap(PayerClass payerClass, Kind kind) {
        return new CoverageGap(kind, payerClass, null, "", TODAY, Because.of("It is so."), false);
    }
}
