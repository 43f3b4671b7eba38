package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.claims.Claims.FiledForDenial;
import org.circlekeeper.terms.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What becomes of a claim when the facts around it change. */
class OutcomeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void a_visit_becomes_a_claim_ready_or_held() {
        assertThat(of(AVisit.fine()))
                .isInstanceOfSatisfying(
                        Outcome.Keep.class, keep -> assertThat(keep.status()).isEqualTo(ClaimStatus.READY));
        assertThat(of(AVisit.fine().noteUnsigned()))
                .isInstanceOfSatisfying(
                        Outcome.Keep.class, keep -> assertThat(keep.status()).isEqualTo(ClaimStatus.HELD));
    }

    @Test
    void an_absence_and_an_open_sheet_make_no_claim() {
        assertThat(of(AVisit.fine().presence(Presence.ABSENT))).isInstanceOf(Outcome.AsItIs.class);
        assertThat(of(AVisit.fine().open())).isInstanceOf(Outcome.AsItIs.class);
    }

    @Test
    void a_claim_that_agrees_is_left_alone() {
        var digest = ((Outcome.Keep) of(AVisit.fine())).digest();

        assertThat(of(AVisit.fine().claim(ClaimStatus.READY, digest))).isInstanceOf(Outcome.AsItIs.class);
        assertThat(of(AVisit.fine().diagnoses("F41.1").claim(ClaimStatus.READY, digest)))
                .isInstanceOf(Outcome.Keep.class);
    }

    @Test
    void a_reason_passes_the_rules_it_was_given_for_and_nothing_else() {
        var second = FindingCode.SECOND_VISIT_SAME_DAY;
        assertThat(status(AVisit.fine().secondThatDay().letGoPast(second))).isEqualTo(ClaimStatus.READY);
        assertThat(status(AVisit.fine().noteUnsigned().letGoPast(FindingCode.NOTE_UNSIGNED)))
                .isEqualTo(ClaimStatus.HELD);
        assertThat(status(AVisit.fine().diagnoses().letGoPast(FindingCode.NO_DIAGNOSIS)))
                .isEqualTo(ClaimStatus.HELD);
        assertThat(status(AVisit.fine().secondThatDay().planFrom(null).letGoPast(second)))
                .as("a rule that nobody had met when the reason was given")
                .isEqualTo(ClaimStatus.HELD);
    }

    @Test
    void whoever_gave_a_reason_is_told_how_the_claim_stands_once_it_is_given() {
        var second = FindingCode.SECOND_VISIT_SAME_DAY;
        var fine = AVisit.fine().secondThatDay().letGoPast(second);
        assertThat(filed(fine)).isEqualTo(new FiledForDenial.Ready());
        assertThat(filed(AVisit.fine().secondThatDay().letGoPast(second).noteUnsigned()))
                .isInstanceOfSatisfying(
                        FiledForDenial.HeldAnew.class,
                        held -> assertThat(held.by())
                                .extracting(Finding::code)
                                .containsExactly(FindingCode.NOTE_UNSIGNED.code()));
        assertThat(filed(AVisit.fine().presence(Presence.ABSENT).letGoPast(second)))
                .isEqualTo(new FiledForDenial.NotHeld());
        assertThat(filed(AVisit.fine().claim(ClaimStatus.BATCHED, ""))).isEqualTo(new FiledForDenial.NotHeld());
    }

    private static FiledForDenial filed(AVisit visit) {
        return Claims.standing(visit.build(), SomeRules.usual().build(), TODAY);
    }

    @Test
    void a_reason_given_for_one_payer_is_none_for_another() {
        var visit = AVisit.fine().secondThatDay().letGoPast(FindingCode.SECOND_VISIT_SAME_DAY);

        assertThat(status(visit.ofAnotherPayer())).isEqualTo(ClaimStatus.HELD);
    }

    @ParameterizedTest
    @EnumSource(
            value = ClaimStatus.class,
            names = {"HELD", "READY"})
    void a_claim_that_has_not_left_is_withdrawn_when_presence_goes(ClaimStatus status) {
        assertThat(of(AVisit.fine().presence(Presence.EXCUSED).claim(status, "")))
                .isInstanceOf(Outcome.Withdraw.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = ClaimStatus.class,
            mode = Mode.EXCLUDE,
            names = {"HELD", "READY", "BATCHED", "VOIDED"})
    void i02_a_claim_that_has_left_is_never_silent_when_presence_goes(ClaimStatus status) {
        assertThat(of(AVisit.fine().presence(Presence.ABSENT).claim(status, "")))
                .isInstanceOf(Outcome.LostItsPresence.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = ClaimStatus.class,
            names = {"SENT", "ACCEPTED", "PAID", "DENIED", "APPEALED"})
    void a_claim_that_has_left_with_an_authorization_of_which_its_visit_has_no_unit_is_never_silent(
            ClaimStatus status) {
        assertThat(of(AVisit.fine().authorized(8, 7).claimWith(status, "AUTH1")))
                .isInstanceOf(Outcome.AsItIs.class);
        assertThat(List.of(
                        of(AVisit.fine().claimWith(status, "AUTH1")),
                        of(AVisit.fine().authorized(8, 8).claimWith(status, "AUTH1")),
                        of(AVisit.fine().authorized(8, 7).claimWith(status, "AUTH2"))))
                .allMatch(Outcome.LostItsAuthorization.class::isInstance);
    }

    private static ClaimStatus status(AVisit visit) {
        return ((Outcome.Keep) of(visit)).status();
    }

    private static Outcome of(AVisit visit) {
        return Outcome.of(visit.build(), SomeRules.usual().build(), TODAY);
    }
}
