package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.circlekeeper.attendance.Presence;
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
    void a_claim_filed_for_denial_passes_payers_rules_and_nothing_else() {
        var held = AVisit.fine().secondThatDay();
        assertThat(status(held.claim(ClaimStatus.HELD, true))).isEqualTo(ClaimStatus.READY);
        assertThat(status(AVisit.fine().noteUnsigned().claim(ClaimStatus.HELD, true)))
                .isEqualTo(ClaimStatus.HELD);
        assertThat(status(AVisit.fine().diagnoses().claim(ClaimStatus.HELD, true)))
                .isEqualTo(ClaimStatus.HELD);
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

    private static ClaimStatus status(AVisit visit) {
        return ((Outcome.Keep) of(visit)).status();
    }

    private static Outcome of(AVisit visit) {
        return Outcome.of(visit.build(), SomeRules.usual().build(), TODAY);
    }
}
