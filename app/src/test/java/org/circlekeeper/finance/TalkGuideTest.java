package org.circlekeeper.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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
        return new TalkCheck.Known(TODAY, new FeeRange(FEE, FEE), Set.of(MORO), enrolled);
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
        assertThat(contract(lind, Set.of()))
                .as("somebody leads them who signed nothing")
                .singleElement()
                .asString()
                .contains("the leader who signed it alone");
        assertThat(contract(new Talk.OptOut(MORO, TODAY.minusYears(1)), Set.of()))
                .isEmpty();
        assertThat(refused(PayerClass.MEDICARE, Kind.NOT_COVERED, Outcome.FULL_FEE, null, ""))
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
    void who_says_which_insurance_pays_first_writes_which() {
        assertThat(refused(PayerClass.MEDICAID, Kind.OTHER_INSURANCE, Outcome.PAYS_FIRST_TOLD, null, ""))
                .singleElement()
                .asString()
                .contains("which insurance pays first, and who said so");
    }

    @Test
    void an_advantage_plan_that_ended_leaves_medicare_to_be_asked() {
        for (var outcome : List.of(Outcome.FULL_FEE, Outcome.SLIDING_FEE)) {
            var amount = outcome == Outcome.FULL_FEE ? null : "40";
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
        assertThat(refused(PayerClass.SELF_PAY, Kind.KEPT_FROM_PLAN, Outcome.FULL_FEE, null, ""))
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
        assertThat(refused(PayerClass.IN_NETWORK, Kind.NOT_COVERED, Outcome.FULL_FEE, null, ""))
                .singleElement()
                .asString()
                .contains("which clause of the contract");
        assertThat(refused(PayerClass.NETWORK_UNKNOWN, Kind.NOT_COVERED, Outcome.FULL_FEE, null, "a clause"))
                .singleElement()
                .asString()
                .contains("Ask the payer");
    }

    @Test
    void an_amount_is_there_where_one_is_agreed_and_nowhere_else() {
        assertThat(refused(PayerClass.SELF_PAY, Kind.NO_INSURANCE, Outcome.SLIDING_FEE, null, ""))
                .singleElement()
                .asString()
                .contains("Write what they pay");
        assertThat(refused(PayerClass.SELF_PAY, Kind.NO_INSURANCE, Outcome.FULL_FEE, "90", ""))
                .singleElement()
                .asString()
                .contains("what a session costs on its day, now $90.00");
        assertThat(refused(PayerClass.SELF_PAY, Kind.NO_INSURANCE, Outcome.WAITS, "10", ""))
                .singleElement()
                .asString()
                .contains("Leave it empty");
        assertThat(refused(PayerClass.SELF_PAY, Kind.NO_INSURANCE, Outcome.SLIDING_FEE, "90", ""))
                .singleElement()
                .asString()
                .contains("below the practice's fee of $90.00");
        assertThat(refused(PayerClass.SELF_PAY, Kind.NO_INSURANCE, Outcome.SLIDING_FEE, "-1", ""))
                .hasSize(1);
        assertThat(refused(PayerClass.SELF_PAY, Kind.NO_INSURANCE, Outcome.SLIDING_FEE, "10000.01", ""))
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
