package org.circlekeeper.claims;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.PersonName;
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
    void an_identifier_that_would_be_altered_holds_the_claim() {
        assertThat(found(AVisit.fine().payer("BRHP1", "CI", "W1*2:3"))).containsExactly("front-end-member-id");
        assertThat(found(AVisit.fine().payer("BRHP1", "CI", "W1#2"))).containsExactly("front-end-member-id");
        assertThat(found(AVisit.fine().payer("BR*P1", "CI", "W123"))).containsExactly("front-end-unwritable");
        assertThat(found(AVisit.fine().payer("BRHP1", "CI", "W12 3/4-5"))).isEmpty();
    }

    @Test
    void a_name_that_would_lose_letters_holds_the_claim() {
        assertThat(found(named("Wei", "Li 李"))).containsExactly("front-end-name");
        assertThat(found(named("Иван", "Ivanov"))).containsExactly("front-end-name");
        assertThat(found(named("Işıl", "Größe-O’Brien"))).isEmpty();
    }

    @Test
    void a_place_that_nobody_lists_holds_the_claim() {
        assertThat(found(AVisit.fine().at("29"))).containsExactly("front-end-unwritable");
        assertThat(found(AVisit.fine().at("00"))).containsExactly("front-end-unwritable");
        assertThat(found(AVisit.fine().at("53"))).isEmpty();
        assertThat(found(AVisit.fine().member(ana -> living(ana, "ON")))).containsExactly("front-end-unwritable");
    }

    @Test
    void medicare_and_medicaid_have_no_dependents() {
        assertThat(found(AVisit.fine().payer("SKMED", "MC", "M123").spouseOf("Olga", "Ruiz")))
                .containsExactly("front-end-relationship");
        assertThat(found(AVisit.fine().spouseOf("Olga", "Ruiz"))).containsExactly("front-end-relationship");
        assertThat(found(AVisit.fine().commercial().spouseOf("Olga", "Ruiz"))).isEmpty();
    }

    @Test
    void a_number_goes_without_the_spaces_of_the_card_and_medicares_and_medicaids_without_hyphens() {
        assertThat(memberId(AVisit.fine().payer("MCRB1", "MB", "1EG4-TE5-MK73")))
                .isEqualTo("1EG4TE5MK73");
        assertThat(memberId(AVisit.fine().payer("BRHP1", "CI", "W-12 34"))).isEqualTo("W-1234");
        assertThat(memberId(AVisit.fine().payer("SKMED", "MC", "12-34 5"))).isEqualTo("12345");
    }

    /** Else the filing of every claim to that payer fails, and nobody learns why. */
    @Test
    void what_the_head_of_a_file_cannot_carry_holds_the_claim() {
        assertThat(foundAt("1 Main St", "O")).containsExactly("front-end-unwritable");
        assertThat(foundAt("大街", "Springfield")).containsExactly("front-end-unwritable");
    }

    private static AVisit named(String first, String last) {
        return AVisit.fine()
                .member(ana -> new Visit.Member(
                        ana.id(),
                        new PersonName(first, last),
                        ana.birthDate(),
                        ana.sex(),
                        ana.line(),
                        ana.line2(),
                        ana.city(),
                        ana.state(),
                        ana.zip()));
    }

    private static Visit.Member living(Visit.Member ana, String state) {
        return new Visit.Member(
                ana.id(),
                ana.name(),
                ana.birthDate(),
                ana.sex(),
                ana.line(),
                ana.line2(),
                ana.city(),
                state,
                ana.zip());
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
