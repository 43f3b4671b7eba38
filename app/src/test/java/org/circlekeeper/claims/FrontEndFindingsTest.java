package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PostalAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What front ends of payers turn back, told one difference at a time. */
class FrontEndFindingsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void front_ends_turn_back_what_the_practice_left_out() {
        assertThat(codes(assess(AVisit.fine(), SomeRules.usual().noFee()))).containsExactly("front-end-charge");
        var short5 = new PostalAddress("1 Main St", "Springfield", "IL", "62701");
        assertThat(codes(assess(AVisit.fine(), SomeRules.usual().address(short5))))
                .containsExactly("front-end-zip");
        var box = new PostalAddress("PO Box 12", "Springfield", "IL", "627011234");
        assertThat(codes(assess(AVisit.fine(), SomeRules.usual().address(box)))).containsExactly("front-end-po-box");
        assertThat(codes(assess(AVisit.fine(), SomeRules.usual().taxonomy("Counselor"))))
                .containsExactly("front-end-taxonomy");
    }

    @Test
    void a_leader_with_the_groups_npi_is_held_unless_the_leader_is_the_practice() {
        var npi = new Npi("1101408916");

        assertThat(codes(assess(
                        AVisit.fine(),
                        new SomeRules().npi(npi, Practice.Profile.SMALL).enrolled(true, LocalDate.of(2026, 1, 1)))))
                .containsExactly("front-end-rendering");
        assertThat(codes(assess(
                        AVisit.fine(),
                        new SomeRules().npi(npi, Practice.Profile.SOLO).enrolled(true, LocalDate.of(2026, 1, 1)))))
                .isEmpty();
    }

    @Test
    void front_ends_turn_back_what_a_member_lacks() {
        assertThat(found(AVisit.fine().payer("", "MB", "W1"))).containsExactly("front-end-payer-id");
        assertThat(found(AVisit.fine().payer("MCRB1", "MB", " "))).containsExactly("front-end-member-id");
        assertThat(found(AVisit.fine().payer("MCRB1", "MB?", "W1"))).containsExactly("front-end-unwritable");
        assertThat(found(AVisit.fine().member(m -> named(m, new PersonName("安", "王")))))
                .containsExactly("front-end-name");
        assertThat(found(AVisit.fine().member(m -> named(m, new PersonName("Łukasz", "Ždanov")))))
                .isEmpty();
        assertThat(found(AVisit.fine().member(m -> born(m, null)))).containsExactly("front-end-birth-date");
        assertThat(found(AVisit.fine().member(m -> born(m, AVisit.TUESDAY.plusDays(1)))))
                .containsExactly("front-end-birth-date");
        assertThat(found(AVisit.fine().member(FrontEndFindingsTest::homeless))).containsExactly("front-end-address");
        assertThat(found(AVisit.fine().on(TODAY.plusDays(1)))).containsExactly("front-end-future");
    }

    @ParameterizedTest
    @CsvSource({
        "F33.1,true",
        "F33,false",
        "F32.A,true",
        "F43.8,false",
        "F43.89,true",
        "F43.10,true",
        "F43.1,false",
        "F99,true",
        "X,false"
    })
    void a_diagnosis_is_a_code_and_no_heading(String code, boolean billable) {
        assertThat(found(AVisit.fine().diagnoses(code)))
                .isEqualTo(billable ? List.of() : List.of("front-end-diagnosis"));
    }

    private static List<String> found(AVisit visit) {
        return codes(assess(visit, SomeRules.usual()));
    }

    private static List<Finding> assess(AVisit visit, SomeRules rules) {
        return BillingReadiness.assess(visit.build(), rules.build(), TODAY);
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    private static Visit.Member named(Visit.Member m, PersonName name) {
        return new Visit.Member(
                m.id(), name, m.birthDate(), m.sex(), m.line(), m.line2(), m.city(), m.state(), m.zip());
    }

    private static Visit.Member born(Visit.Member m, LocalDate day) {
        return new Visit.Member(m.id(), m.name(), day, m.sex(), m.line(), m.line2(), m.city(), m.state(), m.zip());
    }

    private static Visit.Member homeless(Visit.Member m) {
        return new Visit.Member(m.id(), m.name(), m.birthDate(), m.sex(), "", "", "", "", "");
    }
}
