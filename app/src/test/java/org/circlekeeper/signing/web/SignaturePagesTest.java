package org.circlekeeper.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.util.EnumMap;
import java.util.Map;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.signing.AnySigning;
import org.circlekeeper.signing.SignatureId;
import org.circlekeeper.signing.Signatures;
import org.circlekeeper.signing.SigningPractice;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What those who look after it see of signatures, and what they may record. */
@PracticeTest
class SignaturePagesTest {

    @Autowired
    AnyPractice any;

    @Autowired
    SigningPractice signing;

    @Autowired
    Signatures signatures;

    @Autowired
    People people;

    @Autowired
    SignIns signIns;

    @Autowired
    Documents documents;

    @Autowired
    AuditTrail audit;

    @Autowired
    MockMvcTester browser;

    private final Map<Role, Visitor> staff = new EnumMap<>(Role.class);
    PracticeId practice;
    PatientId ana;
    SignatureId signed;

    @BeforeEach
    void a_signed_paper_and_everybody_of_the_practice() {
        practice = any.open();
        ana = signing.agreeing(practice);
        signed = signing.signed(practice, AnySigning.by(ana, "Ana <Ruiz>"));
        for (var role : Role.values()) {
            var person = people.add(role + "@" + practice + ".example", "Staff " + role.onScreen());
            people.giveRole(practice, person, role, TESTER);
            staff.put(role, new Visitor(browser, signIns.begin(person, practice)));
        }
    }

    @Test
    void what_a_member_signed_is_listed_with_how_and_whether_it_holds() {
        var page = as(Role.COMPLIANCE).page("/patients/" + ana + "/signatures");

        assertThat(page).contains("group-confidentiality, version 2, en", "signed electronically", "Signed");
        assertThat(as(Role.OWNER).page("/signatures")).contains("Person Number", "/signatures/" + signed);
        var empty = any.open();
        var person = people.add("owner@" + empty + ".example", "Owner");
        people.giveRole(empty, person, Role.OWNER, TESTER);
        assertThat(new Visitor(browser, signIns.begin(person, empty)).page("/signatures"))
                .contains("Nothing has been signed yet. What members sign");
        assertThat(as(Role.OWNER).page("/patients/" + any.patient(practice) + "/signatures"))
                .contains("Nothing has been signed yet.");
    }

    @Test
    void the_evidence_of_a_signature_is_shown_and_verified() {
        var page = as(Role.COMPLIANCE).page("/signatures/" + signed);
        assertThat(page)
                .contains("Ana &lt;Ruiz&gt;", "I sign this paper", "192.0.2.7", "Page", "sign 2026-11-23T14:59:00Z")
                .doesNotContain("Looked at again");

        assertThat(as(Role.COMPLIANCE).page("/signatures/" + signed + "/verification"))
                .contains("As it was signed", "Everything is as it was when it was signed. 1 entry was looked at.");

        signing.tamper(practice, signed.value(), "update signing.signature set version = 3 where id = :id");
        assertThat(as(Role.COMPLIANCE).page("/signatures/" + signed + "/verification"))
                .contains("Altered", "Do not rely on it")
                .contains("It stands under another paper or member than entry 2 is about.");
    }

    @Test
    void the_document_goes_out_as_a_file_and_an_altered_one_does_not() {
        var link = as(Role.OWNER)
                .page("/signatures/" + signed)
                .replaceAll("(?s).*href=\"(/signatures/[^\"]+/documents/[^\"]+)\".*", "$1");
        var answer = as(Role.OWNER).ask(link);

        assertThat(answer).hasStatusOk().hasContentType("application/pdf");
        assertThat(answer).headers().hasValue("Content-Security-Policy", "sandbox; default-src 'none'");
        assertThat(answer.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment; filename=\"signed-paper-");
        assertThat(answer.getResponse().getContentAsByteArray()).startsWith('%', 'P', 'D', 'F');
        assertThat(any.in(practice, () -> audit.entriesAbout(ana.value())))
                .anyMatch(row -> row.kind().equals("shown") && row.what().startsWith("document "));

        var other = signing.signed(practice, AnySigning.by(ana, "Ana Ruiz").form("fee-policy"));
        assertThat(as(Role.OWNER).ask(link.replace(signed.toString(), other.toString())))
                .as("the document of another signature")
                .hasStatus(404);
        signing.tamper(
                practice, ana.value(), "update documents.document set sha256 = repeat('0', 64) where patient_id = :id");
        assertThat(as(Role.OWNER).ask(link)).hasStatus(404);
    }

    @Test
    void i03_the_document_of_one_member_tells_of_no_other() {
        var boris = signing.agreeing(practice);
        var his = signing.signed(practice, AnySigning.by(boris, "Boris Quillfeather"));

        for (var id : any.in(practice, () -> documents.of(ana.value()))) {
            assertThat(signing.text(practice, id.id()))
                    .contains(ana.toString())
                    .doesNotContain("Boris", "Quillfeather", boris.toString(), his.toString());
        }
        assertThat(any.in(practice, () -> documents.of(ana.value()))).hasSize(2);
    }

    @Test
    void a_withdrawal_is_recorded_with_whose_word_it_is_and_why() {
        var page = "/signatures/" + signed;
        var empty = as(Role.OWNER).post(page + "/withdrawal", "by", "Ana Ruiz", "why", "");
        assertThat(empty).hasStatus(422);
        assertThat(Visitor.text(empty)).contains("Write how and why they took it back.", "value=\"Ana Ruiz\"");

        var done = as(Role.OWNER).post(page + "/withdrawal", "by", "Ana Ruiz", "why", "by telephone");
        assertThat(as(Role.OWNER).after(done)).contains("Withdrawn. What was delivered", "by telephone");
        assertThat(as(Role.OWNER).page(page)).doesNotContain("They take it back");
        assertThat(as(Role.OWNER).after(as(Role.OWNER).post(page + "/withdrawal", "by", "x", "why", "y")))
                .contains("has been withdrawn already");
        assertThat(any.in(practice, () -> signatures.find(signed)).orElseThrow().isInForce())
                .isFalse();
    }

    @Test
    void others_see_neither_pages_nor_links() {
        assertThat(as(Role.OWNER).page("/patients/" + ana)).contains("/patients/" + ana + "/signatures");
        assertThat(as(Role.BILLER).page("/patients/" + ana)).doesNotContain("/signatures");
        assertThat(as(Role.BILLER).ask("/signatures/" + signed)).hasStatus(403);
        assertThat(as(Role.THERAPIST).ask("/patients/" + ana + "/signatures")).hasStatus(403);
        assertThat(as(Role.OWNER).ask("/signatures/" + ana)).hasStatus(404);
    }

    private Visitor as(Role role) {
        return staff.get(role);
    }
}
