package org.circlekeeper.claims;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.PostalAddress;
import org.junit.jupiter.api.Test;

/** What a payer's front end would turn back is held here, with the reason. */
class FrontEndTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void an_external_cause_never_comes_first() {
        assertThat(found(AVisit.fine().diagnoses("W19.XXXA", "F33.1"))).containsExactly("front-end-diagnosis");
        assertThat(found(AVisit.fine().diagnoses("F33.1", "W19.XXXA"))).isEmpty();
    }

    @Test
    void a_payer_that_pays_second_is_not_billed_as_if_it_paid_first() {
        assertThat(found(AVisit.fine().paysSecond())).containsExactly("primary-missing");
    }

    @Test
    void medicare_has_no_dependents() {
        assertThat(found(AVisit.fine().spouseOf("Olga", "Ruiz"))).containsExactly("front-end-relationship");
        assertThat(found(AVisit.fine().commercial().spouseOf("Olga", "Ruiz"))).isEmpty();
    }

    @Test
    void a_medicare_number_goes_without_the_hyphens_of_the_card_and_another_number_as_it_is() {
        assertThat(memberId(AVisit.fine().payer("MCRB1", "MB", "1EG4-TE5-MK73")))
                .isEqualTo("1EG4TE5MK73");
        assertThat(memberId(AVisit.fine().payer("BRHP1", "CI", "W-12 34"))).isEqualTo("W-12 34");
    }

    /** Else the filing of every claim to that payer fails, and nobody learns why. */
    @Test
    void what_the_head_of_a_file_cannot_carry_holds_the_claim() {
        assertThat(foundAt("1 Main St", "O")).containsExactly("front-end-unwritable");
        assertThat(foundAt("大街", "Springfield")).containsExactly("front-end-unwritable");
    }

    private static String memberId(AVisit draft) {
        var visit = draft.build();
        var rules = SomeRules.usual().build();
        return ClaimForm.fill("CK1", visit, requireNonNull(visit.insurance()), Billed.of(visit, rules), rules)
                .subscriber()
                .memberId();
    }

    private static List<String> foundAt(String street, String city) {
        return found(AVisit.fine(), SomeRules.usual().address(new PostalAddress(street, city, "IL", "627011234")));
    }

    private static List<String> found(AVisit visit) {
        return found(visit, SomeRules.usual());
    }

    private static List<String> found(AVisit visit, SomeRules rules) {
        return BillingReadiness.assess(visit.build(), rules.build(), TODAY).stream()
                .filter(Finding::holds)
                .map(Finding::code)
                .toList();
    }
}
