package org.circlekeeper.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.circlekeeper.finance.ALine.PAYER;
import static org.circlekeeper.finance.ALine.benefits;
import static org.circlekeeper.finance.ALine.gaps;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.eligibility.AskingCheck;
import org.circlekeeper.eligibility.Benefits;
import org.circlekeeper.eligibility.Policy;
import org.circlekeeper.finance.CoverageGap.Kind;
import org.circlekeeper.payers.Program;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.x12.eligibility.AuthorizationNeed;
import org.circlekeeper.x12.eligibility.Covered;
import org.circlekeeper.x12.eligibility.EligibilityStatus;
import org.junit.jupiter.api.Test;

/** What is missing before somebody's first session. */
class CoverageGapTest {

    private static final UUID OTHER = UUID.fromString("00000000-0000-7000-8000-000000000003");

    @Test
    void nothing_is_missing_where_the_payer_says_that_it_pays() {
        assertThat(gaps(ALine.of(Program.COMMERCIAL, ALine.fine()))).isEmpty();
    }

    @Test
    void whoever_has_no_insurance_pays_themselves() {
        assertThat(gaps(ALine.uninsured())).singleElement().satisfies(gap -> {
            assertThat(gap.kind()).isEqualTo(Kind.NO_INSURANCE);
            assertThat(gap.payerClass()).isEqualTo(PayerClass.SELF_PAY);
            assertThat(gap.key()).isEqualTo("NO_INSURANCE:none");
        });
    }

    @Test
    void each_answer_leaves_the_gap_that_it_says() {
        assertThat(kind(EligibilityStatus.INACTIVE, Covered.NO)).isEqualTo(Kind.NOT_ACTIVE);
        assertThat(kind(EligibilityStatus.ACTIVE, Covered.NO)).isEqualTo(Kind.NOT_COVERED);
        assertThat(kind(EligibilityStatus.ACTIVE, Covered.UNKNOWN)).isEqualTo(Kind.NOT_KNOWN);
        assertThat(kind(EligibilityStatus.ACTIVE, Covered.AMBIGUOUS)).isEqualTo(Kind.AMBIGUOUS);
        assertThat(kind(EligibilityStatus.UNKNOWN, Covered.UNKNOWN)).isEqualTo(Kind.NOT_KNOWN);
        assertThat(kind(EligibilityStatus.REJECTED, Covered.UNKNOWN)).isEqualTo(Kind.NOT_KNOWN);
    }

    private static Kind kind(EligibilityStatus status, Covered covered) {
        var found = gaps(ALine.of(Program.COMMERCIAL, benefits(status, covered, null, AuthorizationNeed.NO, null)));
        assertThat(found).hasSize(1);
        return found.getFirst().kind();
    }

    @Test
    void an_answer_that_does_not_hold_on_the_day_is_no_answer() {
        assertThat(gaps(ALine.of(Program.COMMERCIAL, null))).singleElement().satisfies(gap -> {
            assertThat(gap.kind()).isEqualTo(Kind.NOT_KNOWN);
            assertThat(gap.answered()).isFalse();
            assertThat(gap.payerClass()).isEqualTo(PayerClass.NETWORK_UNKNOWN);
            assertThat(gap.because().sentence()).contains("never verified");
        });
    }

    @Test
    void the_last_visit_that_is_left_is_no_gap_and_none_left_is_one() {
        assertThat(gaps(ALine.of(Program.COMMERCIAL, left(1)))).isEmpty();
        assertThat(gaps(ALine.of(Program.COMMERCIAL, left(0))))
                .extracting(CoverageGap::kind)
                .containsExactly(Kind.VISITS_USED);
    }

    private static Benefits left(int visits) {
        return benefits(EligibilityStatus.ACTIVE, Covered.YES, visits, AuthorizationNeed.NO, null);
    }

    @Test
    void another_company_that_pays_is_named() {
        var carved = benefits(
                EligibilityStatus.ACTIVE,
                Covered.YES,
                null,
                AuthorizationNeed.NO,
                new Benefits.CarveOut("Lakeside Behavioral", "LKB1"));

        assertThat(gaps(ALine.of(Program.COMMERCIAL, carved))).singleElement().satisfies(gap -> {
            assertThat(gap.kind()).isEqualTo(Kind.CARVED_OUT);
            assertThat(gap.because().sentence()).contains("Lakeside Behavioral, payer id LKB1");
        });
    }

    @Test
    void an_authorization_is_missing_where_the_payer_or_its_rule_asks_for_one_and_none_covers_the_day() {
        var asks = ALine.of(Program.COMMERCIAL, need(AuthorizationNeed.YES));
        var silent = ALine.of(Program.COMMERCIAL, need(AuthorizationNeed.UNKNOWN));
        var not = ALine.of(Program.COMMERCIAL, need(AuthorizationNeed.NO));

        assertThat(gaps(asks)).extracting(CoverageGap::kind).containsExactly(Kind.NOT_AUTHORIZED);
        assertThat(gaps(silent)).isEmpty();
        assertThat(CoverageGap.of(new Situation(List.of(silent), Set.of(PAYER), Set.of(), false, ALine.NOW)))
                .extracting(CoverageGap::kind)
                .containsExactly(Kind.NOT_AUTHORIZED);
        assertThat(CoverageGap.of(new Situation(List.of(not), Set.of(PAYER), Set.of(), false, ALine.NOW)))
                .as("the payer's own word beats the rule")
                .isEmpty();
        assertThat(CoverageGap.of(new Situation(List.of(asks), Set.of(), Set.of(PAYER), false, ALine.NOW)))
                .isEmpty();
    }

    private static Benefits need(AuthorizationNeed need) {
        return benefits(EligibilityStatus.ACTIVE, Covered.YES, null, need, null);
    }

    @Test
    void of_two_insurances_it_is_asked_which_pays_first_and_medicaid_is_last() {
        var found = gaps(
                ALine.of(PAYER, "State Medicaid", Program.MEDICAID, ALine.fine()),
                ALine.of(OTHER, "A Plan", Program.COMMERCIAL, ALine.fine()));

        assertThat(found).singleElement().satisfies(gap -> {
            assertThat(gap.kind()).isEqualTo(Kind.OTHER_INSURANCE);
            assertThat(gap.because().sentence())
                    .contains("State Medicaid and A Plan", "Ask which one pays first.", "stands first here");
            assertThat(gap.around().toCorrect()).as("no talk settles it").isTrue();
        });
        assertThat(gaps(
                        ALine.of(OTHER, "A Plan", Program.COMMERCIAL, ALine.fine()),
                        ALine.of(PAYER, "State Medicaid", Program.MEDICAID, ALine.fine())))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.around().toCorrect()).isFalse();
                    assertThat(gap.key())
                            .as("in whatever order")
                            .isEqualTo(found.getFirst().key());
                    assertThat(gap.key()).contains(PAYER + ":M1", OTHER + ":M1");
                });
    }

    @Test
    void medicare_beside_an_advantage_plan_is_no_second_insurance() {
        assertThat(gaps(
                        ALine.of(PAYER, "Medicare", Program.MEDICARE, null),
                        ALine.of(OTHER, "Silver", Program.MEDICARE_ADVANTAGE, ALine.fine())))
                .isEmpty();
    }

    @Test
    void medicare_is_back_once_the_advantage_plan_is_not_active() {
        var ended = benefits(EligibilityStatus.INACTIVE, Covered.NO, null, AuthorizationNeed.NO, null);

        var found = gaps(
                ALine.of(PAYER, "Medicare", Program.MEDICARE, null),
                ALine.of(OTHER, "Silver", Program.MEDICARE_ADVANTAGE, ended));

        assertThat(found)
                .extracting(CoverageGap::payer, CoverageGap::kind)
                .contains(tuple("Medicare", Kind.NOT_KNOWN), tuple("Silver", Kind.NOT_ACTIVE));
        assertThat(found)
                .filteredOn(gap -> gap.kind() == Kind.NOT_ACTIVE)
                .singleElement()
                .satisfies(gap -> assertThat(TalkCheck.closed(gap, Outcome.FULL_FEE))
                        .as("Medicare was not asked")
                        .isPresent());
    }

    @Test
    void a_program_that_has_ended_keeps_its_class_for_a_year() {
        var policy = new Policy(ALine.PATIENT, PAYER, "M1");
        var last = ALine.WEDNESDAY.minusDays(30);

        assertThat(CoverageGap.of(without(new Situation.Ended(
                        policy, "State Medicaid", Program.MEDICAID, new DateRange(last.minusYears(1), last)))))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.kind()).isEqualTo(Kind.NOT_ACTIVE);
                    assertThat(gap.payerClass()).isEqualTo(PayerClass.MEDICAID);
                    assertThat(gap.because().sentence()).contains("State Medicaid has ended");
                    assertThat(TalkCheck.closed(gap, Outcome.BILL_PLAN)).isPresent();
                });
        var longAgo = ALine.WEDNESDAY.minusDays(366);
        assertThat(CoverageGap.of(without(new Situation.Ended(
                        policy, "State Medicaid", Program.MEDICAID, new DateRange(longAgo.minusYears(1), longAgo)))))
                .extracting(CoverageGap::kind)
                .containsExactly(Kind.NO_INSURANCE);
        assertThat(CoverageGap.of(without(new Situation.Ended(
                        policy, "A Plan", Program.COMMERCIAL, new DateRange(last.minusYears(1), last)))))
                .extracting(CoverageGap::kind)
                .containsExactly(Kind.NO_INSURANCE);
    }

    private static Situation without(Situation.Ended ended) {
        return new Situation(List.of(ALine.uninsured()), Set.of(), Set.of(), false, List.of(ended), ALine.NOW);
    }

    @Test
    void each_other_payer_in_force_stands_beside_with_what_is_missing_there() {
        var not = benefits(EligibilityStatus.ACTIVE, Covered.NO, null, AuthorizationNeed.NO, null);

        var found = gaps(
                ALine.of(OTHER, "A Plan", Program.COMMERCIAL, not),
                ALine.of(PAYER, "State Medicaid", Program.MEDICAID, ALine.fine()));

        assertThat(found)
                .filteredOn(gap -> gap.kind() == Kind.NOT_COVERED)
                .singleElement()
                .satisfies(gap -> assertThat(gap.around().beside())
                        .containsExactly(new CoverageGap.Beside("State Medicaid", PayerClass.MEDICAID, null)));
    }

    @Test
    void while_a_consent_is_missing_that_is_the_one_gap_and_its_sentence_says_no_more() {
        assertThat(gaps(ALine.notAsked(Program.MEDICAID, AskingCheck.Reason.NO_CONSENT)))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.kind()).isEqualTo(Kind.WITHHELD);
                    assertThat(gap.because().sentence()).contains("consent").doesNotContain("Part 2");
                    assertThat(TalkCheck.closed(gap, Outcome.BILL_PLAN)).isPresent();
                    assertThat(TalkCheck.closed(gap, Outcome.PAYER_ASKED)).isPresent();
                });
        for (var other : List.of(AskingCheck.Reason.RESTRICTED, AskingCheck.Reason.WISH)) {
            assertThat(gaps(ALine.notAsked(Program.MEDICAID, other)))
                    .as(other.name())
                    .singleElement()
                    .satisfies(gap -> {
                        assertThat(gap.kind()).isEqualTo(Kind.NOT_KNOWN);
                        assertThat(gap.because().sentence()).doesNotContain("Part 2");
                    });
        }
    }

    @Test
    void whoever_keeps_sessions_to_come_from_their_plan_has_that_gap_beside_what_payers_say() {
        var line = ALine.of(Program.COMMERCIAL, null);

        assertThat(CoverageGap.of(new Situation(List.of(line), Set.of(), Set.of(), true, ALine.NOW)))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.kind()).isEqualTo(Kind.KEPT_FROM_PLAN);
                    assertThat(gap.payerClass()).isEqualTo(PayerClass.SELF_PAY);
                    assertThat(gap.payer()).isEmpty();
                });
        var not = benefits(EligibilityStatus.ACTIVE, Covered.NO, null, AuthorizationNeed.NO, null);
        var answered = ALine.of(Program.MEDICAID, not);
        assertThat(CoverageGap.of(new Situation(List.of(answered), Set.of(), Set.of(), true, ALine.NOW)))
                .extracting(CoverageGap::kind)
                .containsExactly(Kind.KEPT_FROM_PLAN, Kind.NOT_COVERED);
        assertThat(CoverageGap.of(new Situation(List.of(ALine.uninsured()), Set.of(), Set.of(), true, ALine.NOW)))
                .extracting(CoverageGap::kind)
                .containsExactly(Kind.NO_INSURANCE);
    }
}
