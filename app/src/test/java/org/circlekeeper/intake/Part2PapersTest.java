package org.circlekeeper.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.UUID;
import org.circlekeeper.access.Role;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.signing.AnySigning;
import org.circlekeeper.signing.SignatureStatus;
import org.circlekeeper.signing.Signatures;
import org.circlekeeper.signing.SigningPractice;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A signed Part 2 consent lets claims go on; a withdrawn one stops what has not left (I9). */
@PracticeTest
class Part2PapersTest {

    @Autowired
    AnyPractice any;

    @Autowired
    MemberPapers papers;

    @Autowired
    Consents consents;

    @Autowired
    Practices practices;

    @Autowired
    Renewals renewals;

    @Autowired
    OwnPages own;

    @Autowired
    Signatures signatures;

    @Autowired
    SigningPractice signing;

    @Autowired
    AuditTrail audit;

    @Autowired
    MockMvcTester browser;

    @Test
    void i09_a_consent_counts_from_its_signature_until_it_is_withdrawn() {
        var practice = any.open();
        var member = any.patient(practice);
        any.run(
                practice,
                () -> papers.give(
                        member, new Asked(Part2Papers.FORM, 1, Language.EN, "Part 2 consent", Need.REQUIRED), TESTER));
        assertThat(covered(practice, member)).isFalse();
        var paper = any.in(practice, () -> papers.of(member)).getFirst().id();

        any.run(practice, () -> papers.signed(paper, UUID.randomUUID(), null, TESTER));
        assertThat(covered(practice, member)).isTrue();

        any.run(practice, () -> papers.withdraw(paper, "In writing", TESTER));
        assertThat(covered(practice, member)).isFalse();
    }

    @Test
    void i09_a_consent_that_is_withdrawn_on_the_signatures_page_covers_nothing_any_more() {
        var made = own.made();
        var member = made.member();
        var compliance = own.staff(made, Role.COMPLIANCE, browser);
        var ana = AnySigning.by(member, "Ana Ruiz");
        signing.agrees(made.practice(), ana);
        var signature = signing.signed(made.practice(), ana.form("part2-consent"));
        var paper = given(made.practice(), member, 1);
        any.run(made.practice(), () -> papers.signed(paper, signature.value(), null, TESTER));
        assertThat(covered(made.practice(), member)).isTrue();

        compliance.post("/signatures/" + signature + "/withdrawal", "by", "Ana Ruiz", "why", "In writing");

        assertThat(covered(made.practice(), member)).isFalse();
        assertThat(any.in(made.practice(), () -> papers.of(member)))
                .extracting(Paper::status)
                .containsExactlyInAnyOrder(PaperStatus.WITHDRAWN, PaperStatus.TO_DO);
    }

    @Test
    void i09_a_consent_that_stands_on_a_paper_is_withdrawn_with_it_and_not_revoked_beside_it() {
        var made = own.made();
        var member = made.member();
        var office = own.staff(made, Role.COORDINATOR, browser);
        var paper = given(made.practice(), member, 1);
        any.run(made.practice(), () -> papers.signed(paper, UUID.randomUUID(), null, TESTER));
        var href = "/patients/" + member + "/consents";
        assertThat(office.page(href))
                .contains("Withdraw it with its paper", "/patients/" + member + "/papers")
                .doesNotContain("/revoke");
        var consent =
                any.in(made.practice(), () -> consents.part2(member)).getFirst().id();
        var revoke = href + "/" + consent + "/revoke";
        assertThat(office.post(revoke, "on", "2026-11-23", "by", "The member", "why", "In writing"))
                .hasStatus(422);
        assertThat(covered(made.practice(), member)).isTrue();

        any.run(made.practice(), () -> papers.withdraw(paper, "In writing", TESTER));
        assertThat(office.page(href)).contains("Revoked", "In writing").doesNotContain("Withdraw it with its paper");
        assertThat(office.post(revoke, "on", "2026-11-23", "by", "The member", "why", "Once more"))
                .hasStatus(404);
    }

    @Test
    void whose_word_revoked_a_consent_recorded_by_hand_and_how_is_kept_and_found_under_the_member() {
        var made = own.made();
        var member = made.member();
        var office = own.staff(made, Role.COORDINATOR, browser);
        var consent = any.in(
                made.practice(), () -> consents.recordPart2(member, practices.today(), null, "the cabinet", TESTER));
        var href = "/patients/" + member + "/consents";
        var revoke = href + "/" + consent + "/revoke";
        assertThat(office.post(revoke, "on", "2026-11-23")).hasStatus(422);
        assertThat(covered(made.practice(), member)).isTrue();

        office.post(revoke, "on", "2026-11-23", "by", "The member", "why", "In writing");
        assertThat(covered(made.practice(), member)).isFalse();
        assertThat(office.page(href)).contains("The member: In writing");
        assertThat(any.in(made.practice(), () -> audit.entriesAbout(member.value())))
                .anyMatch(entry -> entry.toString().contains("revoked a consent"));
    }

    @Test
    void i09_a_newer_consent_that_is_withdrawn_leaves_no_older_one_in_force() {
        var practice = any.open();
        var member = any.patient(practice);
        var old = given(practice, member, 1);
        any.run(practice, () -> {
            papers.signed(old, UUID.randomUUID(), null, TESTER);
            consents.recordPart2(member, practices.today(), null, "the cabinet", TESTER);
            renewals.renew(
                    papers.find(old).orElseThrow(), asked(2), practices.today().plusDays(30), TESTER);
        });
        var newer = any.in(practice, () -> papers.of(member)).getFirst().id();
        any.run(practice, () -> papers.signed(newer, UUID.randomUUID(), null, TESTER));
        assertThat(inForce(practice, member)).isEqualTo(1);

        any.run(practice, () -> papers.withdraw(newer, "In writing", TESTER));
        assertThat(covered(practice, member)).isFalse();
    }

    @Test
    void a_withdrawal_ends_what_was_recorded_by_hand_as_well() {
        var practice = any.open();
        var member = any.patient(practice);
        var paper = given(practice, member, 1);
        any.run(practice, () -> {
            papers.signed(paper, UUID.randomUUID(), null, TESTER);
            consents.recordPart2(member, practices.today(), null, "the cabinet", TESTER);
            papers.withdraw(paper, "In writing", TESTER);
        });
        assertThat(covered(practice, member)).isFalse();
    }

    @Test
    void a_consent_on_paper_counts_from_the_day_that_stands_on_the_sheet() {
        var practice = any.open();
        var member = any.patient(practice);
        var paper = given(practice, member, 1);
        var day = LocalDate.of(2026, 11, 2);
        any.run(practice, () -> papers.onPaper(paper, UUID.randomUUID(), day, null, TESTER));
        assertThat(any.in(practice, () -> consents.part2(member)))
                .extracting(Consents.Part2Consent::signedOn)
                .containsExactly(day);
    }

    @Test
    void i09_a_newer_consent_that_allows_no_payer_anything_ends_the_one_that_did() {
        var practice = any.open();
        var member = any.patient(practice);
        var old = given(practice, member, 1);
        any.run(practice, () -> {
            papers.signed(old, UUID.randomUUID(), null, TESTER);
            renewals.renew(
                    papers.find(old).orElseThrow(), asked(2), practices.today().plusDays(30), TESTER);
            papers.signedNotForPayment(papers.of(member).getFirst().id(), UUID.randomUUID(), null, TESTER);
        });
        assertThat(covered(practice, member)).isFalse();
    }

    @Test
    void a_no_to_a_newer_consent_ends_the_older_one() {
        var practice = any.open();
        var member = any.patient(practice);
        var offered = new Asked(Part2Papers.FORM, 1, Language.EN, "Part 2 consent", Need.OFFERED);
        any.run(practice, () -> papers.give(member, offered, TESTER));
        var old = any.in(practice, () -> papers.of(member)).getFirst().id();
        any.run(practice, () -> {
            papers.signed(old, UUID.randomUUID(), null, TESTER);
            var newer = new Asked(Part2Papers.FORM, 2, Language.EN, "Part 2 consent", Need.OFFERED);
            renewals.renew(
                    papers.find(old).orElseThrow(), newer, practices.today().plusDays(30), TESTER);
        });
        var newer = any.in(practice, () -> papers.of(member)).getFirst().id();
        assertThat(covered(practice, member)).isTrue();
        any.run(practice, () -> papers.decline(newer, "Nobody is to know", TESTER));
        assertThat(covered(practice, member)).isFalse();
    }

    @Test
    void i09_a_no_to_a_newer_consent_takes_the_signature_of_the_older_one_back() {
        var made = own.made();
        var member = made.member();
        var ana = AnySigning.by(member, "Ana Ruiz");
        signing.agrees(made.practice(), ana);
        var signature = signing.signed(made.practice(), ana.form("part2-consent"));
        any.run(made.practice(), () -> {
            papers.give(member, new Asked(Part2Papers.FORM, 1, Language.EN, "Part 2 consent", Need.OFFERED), TESTER);
            var old = papers.of(member).getFirst().id();
            papers.signed(old, signature.value(), null, TESTER);
            var newer = new Asked(Part2Papers.FORM, 2, Language.EN, "Part 2 consent", Need.OFFERED);
            renewals.renew(
                    papers.find(old).orElseThrow(), newer, practices.today().plusDays(30), TESTER);
            papers.decline(papers.of(member).getFirst().id(), "Nobody is to know", TESTER);
        });
        assertThat(any.in(made.practice(), () -> signatures.find(signature)))
                .get()
                .satisfies(one -> {
                    assertThat(one.status()).isEqualTo(SignatureStatus.WITHDRAWN);
                    assertThat(one.settledWhy()).contains("Nobody is to know");
                });
    }

    @Test
    void a_newer_consent_that_is_waived_leaves_the_older_one_to_be_taken_back() {
        var practice = any.open();
        var member = any.patient(practice);
        var old = given(practice, member, 1);
        any.run(practice, () -> {
            papers.signed(old, UUID.randomUUID(), null, TESTER);
            renewals.renew(
                    papers.find(old).orElseThrow(), asked(2), practices.today().plusDays(30), TESTER);
            papers.waive(papers.of(member).getFirst().id(), "Version 1 will do", TESTER);
        });
        assertThat(covered(practice, member)).isTrue();
        any.run(
                practice,
                () -> assertThat(papers.withdraw(old, "In writing", TESTER)).isTrue());
        assertThat(covered(practice, member)).isFalse();
    }

    private PaperId given(PracticeId practice, PatientId member, int version) {
        any.run(practice, () -> papers.give(member, asked(version), TESTER));
        return any.in(practice, () -> papers.of(member)).getFirst().id();
    }

    private static Asked asked(int version) {
        return new Asked(Part2Papers.FORM, version, Language.EN, "Part 2 consent", Need.REQUIRED);
    }

    private long inForce(PracticeId practice, PatientId member) {
        return any.in(
                practice,
                () -> consents.part2(member).stream()
                        .filter(consent -> consent.covers(practices.today()))
                        .count());
    }

    private boolean covered(PracticeId practice, PatientId member) {
        return any.in(practice, () -> {
            LocalDate today = practices.today();
            return consents.part2(member).stream().anyMatch(consent -> consent.covers(today));
        });
    }
}
