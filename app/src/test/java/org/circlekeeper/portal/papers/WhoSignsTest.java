package org.circlekeeper.portal.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.access.Role;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.documents.DocumentId;
import org.circlekeeper.documents.DocumentKind;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.documents.Stored;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.intake.Sheets;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.patients.Tongues;
import org.circlekeeper.portal.Accounts;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.portal.OwnPages.Made;
import org.circlekeeper.portal.Proxies;
import org.circlekeeper.portal.Proxies.Granted;
import org.circlekeeper.portal.Proxy;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.signing.EvidenceSheet;
import org.circlekeeper.signing.Signature;
import org.circlekeeper.signing.SignatureId;
import org.circlekeeper.signing.SignatureStatus;
import org.circlekeeper.signing.Signatures;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PersonName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who signs on the members' own pages: one of age alone, guardians together, a representative with their document. */
@PracticeTest
class WhoSignsTest {

    private static final Set<MemberPart> EVERYTHING =
            EnumSet.of(MemberPart.SCHEDULE, MemberPart.MESSAGES, MemberPart.FORMS);
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 22);

    @Autowired
    OwnPages own;

    @Autowired
    AnyPractice any;

    @Autowired
    StarterPapers starter;

    @Autowired
    Rosters rosters;

    @Autowired
    Patients patients;

    @Autowired
    Tongues tongues;

    @Autowired
    Proxies proxies;

    @Autowired
    Accounts accounts;

    @Autowired
    Sheets sheets;

    @Autowired
    Signatures signatures;

    @Autowired
    Documents documents;

    @Autowired
    MockMvcTester browser;

    private Made made;
    private PatientId mila;

    @BeforeEach
    void a_minor_who_was_given_the_starter_packet() {
        made = own.made();
        mila = any.in(made.practice(), () -> {
            var minor = new Patient(
                    patients.newId(),
                    null,
                    new PersonName("Mila", "Vogt"),
                    LocalDate.of(2011, 11, 25),
                    "F",
                    "",
                    null,
                    null,
                    true);
            patients.add(List.of(minor), TESTER, "test");
            tongues.say(minor.id(), "en", TESTER);
            rosters.join(made.group(), minor.id(), DateRange.from(LocalDate.of(2026, 10, 19)), TESTER);
            return minor.id();
        });
        starter.give(made, mila);
    }

    @Test
    void a_paper_that_two_must_sign_waits_for_a_second_guardian_who_is_let_in_later() {
        var keeper = own.staff(made, Role.OWNER, browser);
        assertThat(keeper.page("/forms/group-confidentiality")).contains("Two guardians must sign");
        assertThat(keeper.page("/forms/phq-9")).doesNotContain("Two guardians must sign");
        assertThat(keeper.after(keeper.post("/forms/group-confidentiality/signers", "two", "yes")))
                .contains("two guardians must sign it for a minor", "checked");
        var mother = comeIn(given("Lena", Proxy.Relation.PARENT, EVERYTHING, null));
        mother.sign(paper("electronic-business"));
        mother.sign(paper("group-confidentiality"));
        assertThat(paper("group-confidentiality").status()).isEqualTo(PaperStatus.WAITING_FOR_SECOND);
        mother.sign(paper("fees-and-absences"));
        assertThat(paper("fees-and-absences").status()).isEqualTo(PaperStatus.SIGNED);

        var father = comeIn(given("Emil", Proxy.Relation.PARENT, EVERYTHING, null));
        father.signWhole(paper("electronic-business"), "Emil Vogt");
        father.signWhole(paper("group-confidentiality"), "Emil Vogt");
        assertThat(paper("group-confidentiality").status()).isEqualTo(PaperStatus.SIGNED);

        assertThat(keeper.after(keeper.post("/forms/group-confidentiality/signers")))
                .contains("whoever of the guardians is let in");
    }

    @Test
    void each_guardian_agrees_to_electronic_papers_alone_and_then_both_sign_one_paper() {
        var mother = comeIn(given("Lena", Proxy.Relation.PARENT, EVERYTHING, null));
        var father = comeIn(given("Emil", Proxy.Relation.PARENT, EVERYTHING, null));
        mother.sign(paper("electronic-business"));
        assertThat(paper("electronic-business").status()).isEqualTo(PaperStatus.SIGNED);

        var agreement = paper("group-confidentiality");
        mother.sign(agreement);
        assertThat(paper("group-confidentiality").status()).isEqualTo(PaperStatus.WAITING_FOR_SECOND);
        assertThat(father.whole(agreement))
                .contains("say whether papers may be electronic", PaperVisitor.href(paper("electronic-business")))
                .doesNotContain("You said that you would rather sign on paper");

        assertThat(father.whole(paper("electronic-business"))).contains("Somebody else set the marks");
        father.signWhole(paper("electronic-business"), "Emil Vogt");
        father.signWhole(agreement, "Emil Vogt");
        assertThat(paper("group-confidentiality").status()).isEqualTo(PaperStatus.SIGNED);
        assertThat(any.in(made.practice(), () -> signatures.of(mila)))
                .extracting(Signature::capacity)
                .containsExactlyInAnyOrder("GUARDIAN", "GUARDIAN", "TWO_GUARDIANS");
    }

    @Test
    void whoever_declined_electronic_papers_speaks_for_themselves_alone() {
        var mother = comeIn(given("Lena", Proxy.Relation.PARENT, EVERYTHING, null));
        var father = comeIn(given("Emil", Proxy.Relation.PARENT, EVERYTHING, null));
        var electronic = paper("electronic-business");
        mother.pages().post(PaperVisitor.href(electronic) + "/declining", "why", "I like ink");
        assertThat(mother.whole(paper("group-confidentiality"))).contains("you would rather sign on paper");
        assertThat(father.whole(paper("group-confidentiality"))).doesNotContain("you would rather sign on paper");
        father.sign(electronic);
        assertThat(paper("electronic-business").status()).isEqualTo(PaperStatus.SIGNED);
    }

    @Test
    void while_one_guardian_has_signed_the_answers_are_fixed_and_the_paper_waits_for_the_other_alone() {
        var mother = comeIn(given("Lena", Proxy.Relation.PARENT, EVERYTHING, null));
        var father = comeIn(given("Emil", Proxy.Relation.PARENT, EVERYTHING, null));
        mother.sign(paper("electronic-business"));
        var agreement = paper("group-confidentiality");
        mother.sign(agreement);
        var href = PaperVisitor.href(agreement);
        var answered = any.in(
                made.practice(), () -> sheets.of(agreement.id()).orElseThrow().answers());

        assertThat(father.pages().ask(href)).redirectedUrl().isEqualTo(href + "/whole");
        assertThat(father.pages().post(href + "/pages/1", "leaders-bound", ""))
                .redirectedUrl()
                .isEqualTo(href);
        assertThat(any.in(
                        made.practice(),
                        () -> sheets.of(agreement.id()).orElseThrow().answers()))
                .isEqualTo(answered);
        assertThat(toDo(father)).contains(href);
        assertThat(toDo(mother)).doesNotContain(href);
        assertThat(mother.pages().ask(href)).redirectedUrl().isEqualTo(href + "/done");
    }

    @Test
    void the_second_guardian_may_say_no_and_nothing_is_lost() {
        var mother = comeIn(given("Lena", Proxy.Relation.PARENT, EVERYTHING, null));
        var father = comeIn(given("Emil", Proxy.Relation.PARENT, EVERYTHING, null));
        mother.sign(paper("electronic-business"));
        var agreement = paper("group-confidentiality");
        mother.sign(agreement);
        var href = PaperVisitor.href(agreement);
        assertThat(mother.pages().post(href + "/refusal")).redirectedUrl().isEqualTo(href);
        assertThat(paper("group-confidentiality").status()).isEqualTo(PaperStatus.WAITING_FOR_SECOND);

        assertThat(father.whole(agreement)).contains("I do not agree");
        assertThat(father.pages().post(href + "/refusal", "why", "Not before we talked"))
                .redirectedUrl()
                .isEqualTo(href + "/done");
        var refused = paper("group-confidentiality");
        assertThat(refused.status()).isEqualTo(PaperStatus.REFUSED);
        var signature = new SignatureId(Objects.requireNonNull(refused.signature()));
        assertThat(any.in(made.practice(), () -> signatures.find(signature)))
                .get()
                .extracting(Signature::status)
                .isEqualTo(SignatureStatus.REFUSED_BY_ONE);
        assertThat(any.in(made.practice(), () -> signatures.written(signature))).hasSize(2);
    }

    @Test
    void a_guardian_whose_access_is_over_or_leaves_papers_out_is_not_waited_for() {
        var mother = comeIn(given("Lena", Proxy.Relation.PARENT, EVERYTHING, null));
        given("Emil", Proxy.Relation.PARENT, EnumSet.of(MemberPart.SCHEDULE), null);
        given("Otto", Proxy.Relation.GUARDIAN, EVERYTHING, YESTERDAY);
        mother.sign(paper("electronic-business"));
        mother.sign(paper("group-confidentiality"));
        assertThat(paper("group-confidentiality").status()).isEqualTo(PaperStatus.SIGNED);
    }

    @Test
    void a_minor_signs_nothing_alone_and_is_told_who_does() {
        var minor = new PaperVisitor(new MemberVisitor(browser, own.signedIn(made, mila)));
        for (var form : Set.of("electronic-business", "treatment-consent")) {
            var paper = paper(form);
            minor.answerAll(paper);
            assertThat(minor.whole(paper))
                    .contains("a parent or guardian signs this")
                    .doesNotContain("name=\"shown\"");
            minor.pages().post(PaperVisitor.href(paper) + "/signature", "name", "Mila Vogt", "shown", "0".repeat(64));
            assertThat(paper(form).status()).isEqualTo(PaperStatus.STARTED);
        }
        assertThat(any.in(made.practice(), () -> signatures.of(mila))).isEmpty();
    }

    @Test
    void a_representative_signs_on_the_document_that_was_handed_in_for_them_and_on_no_other() {
        starter.give(made, made.member());
        var first = document();
        var barred = comeIn(granted(made.member(), "Ada", Proxy.Relation.REPRESENTATIVE, EVERYTHING, null, null));
        assertThat(barred.whole(starter.paper(made, made.member(), "electronic-business")))
                .contains("we need the paper that lets you");

        var second = document();
        var lena = comeIn(granted(made.member(), "Lena", Proxy.Relation.REPRESENTATIVE, EVERYTHING, null, second));
        lena.answerAll(starter.paper(made, made.member(), "electronic-business"));
        lena.signWhole(starter.paper(made, made.member(), "electronic-business"), "L. Vogt");
        assertThat(evidence(starter.paper(made, made.member(), "electronic-business")))
                .contains(second.toString(), "REPRESENTATIVE")
                .doesNotContain(first.toString());
    }

    @Test
    void the_evidence_has_the_name_on_record_and_the_one_that_was_typed() {
        starter.give(made, made.member());
        var member = new PaperVisitor(new MemberVisitor(browser, own.signedIn(made, made.member())));
        var electronic = starter.paper(made, made.member(), "electronic-business");
        member.answerAll(electronic);
        assertThat(member.whole(electronic))
                .contains("free of charge: call", "You can take this back at any time", "program that opens PDF files");
        member.signWhole(electronic, "Maria Lopez");
        assertThat(evidence(starter.paper(made, made.member(), "electronic-business")))
                .contains(own.name(made, made.member()), "Maria Lopez")
                .anyMatch(told -> told.startsWith("You can take this back at any time"));
    }

    private String toDo(PaperVisitor who) {
        var page = who.pages().page("/portal/papers");
        return page.substring(page.indexOf("id=\"wait\""), page.indexOf("id=\"there\""));
    }

    private List<String> evidence(Paper paper) {
        var signature = new SignatureId(Objects.requireNonNull(paper.signature()));
        return any.in(made.practice(), () -> signatures.written(signature)).stream()
                .flatMap(written -> written.evidence().lines().stream())
                .map(EvidenceSheet.Line::value)
                .toList();
    }

    private DocumentId document() {
        var stored = any.in(
                made.practice(),
                () -> documents.store(
                        DocumentKind.AUTHORITY,
                        made.member().value(),
                        "power of attorney",
                        "%PDF-1.7 invented".getBytes(StandardCharsets.UTF_8),
                        TESTER));
        return ((Stored.Kept) stored).id();
    }

    private Proxy given(String name, Proxy.Relation relation, Set<MemberPart> parts, @Nullable LocalDate last) {
        return granted(mila, name, relation, parts, last, null);
    }

    private Proxy granted(
            PatientId member,
            String name,
            Proxy.Relation relation,
            Set<MemberPart> parts,
            @Nullable LocalDate last,
            @Nullable DocumentId authority) {
        return any.in(made.practice(), () -> {
            var granted = proxies.grant(
                    patients.find(member).orElseThrow(),
                    new Proxies.Grant(
                            name + " Vogt",
                            name + "@" + made.practice() + ".example",
                            relation,
                            parts,
                            "paper, cabinet 3",
                            authority,
                            LocalDate.of(2026, 11, 1),
                            last),
                    TESTER);
            return proxies.of(member, ((Granted.Done) granted).id()).orElseThrow();
        });
    }

    private PaperVisitor comeIn(Proxy proxy) {
        var invitation = any.in(made.practice(), () -> accounts.invite(proxy, "http://localhost", TESTER));
        return new PaperVisitor(new MemberVisitor(browser, own.signedIn(invitation)));
    }

    private Paper paper(String form) {
        return starter.paper(made, mila, form);
    }
}
