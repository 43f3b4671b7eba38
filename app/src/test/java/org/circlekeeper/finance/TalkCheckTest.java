package org.circlekeeper.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.finance.CoverageGap.Kind;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What another payer in force, a missing consent and the fee have to say about what is agreed. */
class TalkCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Money FEE = Money.dollars("90");
    private static final PractitionerId MORO = new PractitionerId(new UUID(0, 2));
    private static final TalkCheck.Known KNOWN = known(Set.of());

    private static TalkCheck.Known known(Set<PractitionerId> enrolled) {
        return new TalkCheck.Known(TODAY, new FeeRange(FEE, FEE), Set.of(MORO), enrolled);
    }

    @Test
    void another_payer_in_force_has_a_say_in_what_is_paid_privately() {
        var unpaid = gap(PayerClass.OUT_OF_NETWORK, Kind.NOT_COVERED);
        var full = said(TODAY, Outcome.FULL_FEE, null, "");
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
                new Talk.OptOut(MORO, TODAY));

        assertThat(sentences(dual, said, KNOWN)).singleElement().asString().contains("Nobody pays privately");
    }

    @Test
    void no_amount_goes_in_under_another_name() {
        for (var outcome : List.of(Outcome.BILL_PLAN, Outcome.HARDSHIP)) {
            for (var federal : List.of(
                    PayerClass.MEDICAID, PayerClass.MEDICARE, PayerClass.MEDICARE_ADVANTAGE, PayerClass.FEDERAL)) {
                assertThat(refused(federal, Kind.NOT_KNOWN, outcome, "90", "the owner, today"))
                        .as(federal + " " + outcome)
                        .singleElement()
                        .asString()
                        .contains("payment in full");
            }
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
                    .contains("Leave it empty", "$90.00");
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
    void where_groups_cost_different_fees_the_least_and_the_most_of_them_bound_what_is_agreed() {
        var known = new TalkCheck.Known(TODAY, new FeeRange(Money.dollars("60"), FEE), Set.of(MORO), Set.of());
        var uninsured = gap(PayerClass.SELF_PAY, Kind.NO_INSURANCE);

        assertThat(sentences(uninsured, said(TODAY, Outcome.FULL_FEE, Money.dollars("10"), ""), known))
                .singleElement()
                .asString()
                .contains("Leave it empty", "$60.00 to $90.00");
        assertThat(sentences(uninsured, said(TODAY, Outcome.SLIDING_FEE, Money.dollars("60"), ""), known))
                .singleElement()
                .asString()
                .contains("below the practice's fee of $60.00");
        assertThat(sentences(uninsured, said(TODAY, Outcome.SLIDING_FEE, Money.dollars("59"), ""), known))
                .isEmpty();
        assertThat(sentences(
                        gap(PayerClass.IN_NETWORK, Kind.NOT_KNOWN),
                        said(TODAY, Outcome.BILL_PLAN, Money.dollars("91"), ""),
                        known))
                .singleElement()
                .asString()
                .contains("above the practice's fee of $90.00");
    }

    @Test
    void a_fee_that_nobody_has_set_is_bounded_by_that_of_no_other_group() {
        assertThat(FeeRange.of(List.of(Optional.of(FEE), Optional.of(Money.dollars("60")))))
                .map(FeeRange::inWords)
                .contains("$60.00 to $90.00");
        assertThat(FeeRange.of(List.of(Optional.of(FEE), Optional.empty()))).isEmpty();
        assertThat(FeeRange.of(List.of())).isEmpty();
    }

    @Test
    void who_opted_out_is_named_with_a_private_contract_alone() {
        var said = new Talk.Said(
                TODAY,
                "Rosa Diaz",
                "the member",
                TalkWay.PHONE,
                Outcome.WAITS,
                null,
                "",
                "",
                new Talk.OptOut(MORO, TODAY));

        assertThat(TalkCheck.of(gap(PayerClass.MEDICARE, Kind.NOT_COVERED), said, KNOWN))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.field()).isEqualTo("leader");
                    assertThat(refusal.sentence()).contains("private contract alone");
                });
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
        assertThat(refused(PayerClass.SELF_PAY, Kind.WITHHELD, Outcome.FULL_FEE, null, ""))
                .isEmpty();
        var medicaid = beside(gap(PayerClass.SELF_PAY, Kind.WITHHELD), PayerClass.MEDICAID, Kind.WITHHELD);
        assertThat(sentences(medicaid, said(TODAY, Outcome.FULL_FEE, null, ""), KNOWN))
                .singleElement()
                .asString()
                .contains("agreement with it");
    }

    private static CoverageGap beside(CoverageGap gap, PayerClass payerClass, @Nullable Kind kind) {
        var other = new CoverageGap.Beside("State Program", payerClass, kind);
        return gap.with(new CoverageGap.Around(List.of(other), null, List.of(), false));
    }

    private static List<String> sentences(CoverageGap gap, Talk.Said said, TalkCheck.Known known) {
        return TalkCheck.of(gap, said, known).stream()
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
