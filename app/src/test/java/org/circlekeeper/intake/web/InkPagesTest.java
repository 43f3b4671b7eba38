package org.circlekeeper.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.documents.DocumentKind;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormShelf;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.forms.StarterPacket;
import org.circlekeeper.intake.Asked;
import org.circlekeeper.intake.Consents;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.oncall.Pager;
import org.circlekeeper.patients.Reaches;
import org.circlekeeper.patients.Recipient;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.signing.SignatureId;
import org.circlekeeper.signing.Signatures;
import org.circlekeeper.signing.SigningPractice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Papers that are printed, signed with ink and kept as scans: with what stands on the sheet, and as it was kept. */
@PracticeTest
class InkPagesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    OwnPages own;

    @Autowired
    AnyPractice any;

    @Autowired
    StarterPacket starter;

    @Autowired
    FormLibrary library;

    @Autowired
    FormShelf shelf;

    @Autowired
    MemberPapers papers;

    @Autowired
    Consents consents;

    @Autowired
    Documents documents;

    @Autowired
    Signatures signatures;

    @Autowired
    Pager pager;

    @Autowired
    Reaches reaches;

    @Autowired
    SigningPractice signing;

    @Autowired
    MockMvcTester browser;

    private OwnPages.Made made;
    private Visitor office;
    private String page;

    @BeforeEach
    void a_practice_that_uses_the_starter_packet() {
        made = own.made();
        office = own.staff(made, Role.COORDINATOR, browser);
        page = "/patients/" + made.member() + "/papers";
        any.run(made.practice(), () -> {
            starter.use(TESTER);
            library.ownWords().forEach(name -> shelf.word(name, "as agreed", TESTER));
        });
    }

    @Test
    void what_is_printed_to_be_signed_with_ink_leaves_room_to_write_and_has_every_question_on_it() throws IOException {
        var paper = given("part2-consent");
        var printed = office.ask(page + "/" + paper.id() + "/sheet");
        try (var pdf = Loader.loadPDF(printed.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Initials: ____", "What is the name of the person or office?", "On which day?")
                    .doesNotContain("Not answered", "Not initialled");
        }
    }

    @Test
    void a_part_2_consent_on_paper_ends_and_tells_payers_only_as_the_sheet_says() {
        var paper = given("part2-consent");
        assertThat(office.page(page)).contains("How long it holds", "Whom it names");
        assertThat(ink(paper))
                .hasStatus(422)
                .bodyText()
                .contains("whether a last day stands on it", "say whom it names");
        assertThat(ink(paper, "lasts", "day", "until", "2026-11-22", "names", "payers"))
                .hasStatus(422)
                .bodyText()
                .contains("That day has passed");

        assertThat(ink(paper, "lasts", "day", "until", "2026-12-31", "names", "payers"))
                .hasStatus(303);
        assertThat(papers(paper).until()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(any.in(made.practice(), () -> consents.part2(made.member())))
                .singleElement()
                .satisfies(one -> assertThat(one.expiresOn()).isEqualTo(LocalDate.of(2026, 12, 31)));
    }

    @Test
    void a_part_2_consent_on_paper_for_somebody_by_name_lets_no_claim_go() {
        var paper = given("part2-consent");
        assertThat(ink(paper, "lasts", "open", "names", "others")).hasStatus(303);
        assertThat(papers(paper).status()).isEqualTo(PaperStatus.ON_PAPER);
        assertThat(any.in(made.practice(), () -> consents.part2(made.member()))).noneMatch(one -> one.covers(TODAY));
    }

    @Test
    void an_answer_on_paper_that_calls_for_help_is_heard_as_one_that_is_typed_here() {
        var first = given("phq-9");
        assertThat(office.page(page)).contains("Thoughts that you would be better off dead");
        assertThat(ink(first)).hasStatus(422).bodyText().contains("Look at the sheet and say what is ticked there");
        assertThat(any.in(made.practice(), pager::open)).isEmpty();

        assertThat(ink(first, "help", "something")).hasStatus(303);
        assertThat(any.in(made.practice(), pager::open))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.patient()).isEqualTo(made.member()))
                .satisfies(alarm ->
                        assertThat(alarm.subject()).isEqualTo(first.id().value()));
    }

    @Test
    void a_sheet_on_which_nobody_can_tell_calls_for_help_and_one_that_says_not_at_all_does_not() {
        assertThat(ink(given("phq-9"), "help", "unclear")).hasStatus(303);
        assertThat(any.in(made.practice(), pager::open)).hasSize(1);
        var other = own.made();
        any.run(other.practice(), () -> starter.use(TESTER));
        made = other;
        office = own.staff(made, Role.COORDINATOR, browser);
        page = "/patients/" + made.member() + "/papers";
        assertThat(ink(given("phq-9"), "help", "nothing")).hasStatus(303);
        assertThat(any.in(made.practice(), pager::open)).isEmpty();
    }

    @Test
    void what_a_sheet_says_of_e_mail_and_of_another_way_holds_as_if_it_was_signed_here() {
        own.agrees(made, made.member(), "ana@home.example");
        var paper = given("contact-consent");
        assertThat(ink(paper)).hasStatus(422).bodyText().contains("say whether it allows e-mail");
        assertThat(ink(paper, "email", "no", "place", "By telephone, at work")).hasStatus(303);
        var reach = any.in(made.practice(), () -> reaches.of(made.member()));
        assertThat(Objects.requireNonNull(reach.word()).agrees()).isFalse();
        assertThat(Objects.requireNonNull(reach.confidential()).asked()).isEqualTo("By telephone, at work");
        assertThat(any.in(
                                made.practice(),
                                () -> reaches.recipient(made.member()).orElseThrow())
                        .outside())
                .isInstanceOf(Recipient.Outside.None.class);
    }

    @Test
    void that_whoever_signed_with_ink_got_their_copy_stands_in_the_evidence() {
        var paper = given("group-confidentiality");
        assertThat(office.page(page)).doesNotContain("They got their copy");
        assertThat(ink(paper)).hasStatus(303);
        var copy = page + "/" + paper.id() + "/copy";
        assertThat(office.page(page)).contains("They got their copy");
        assertThat(office.post(copy, "way", "PORTAL", "on", "2026-11-24"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose how they got it", "cannot be given after today");
        var evidence = "/signatures/" + papers(paper).signature();
        var owner = own.staff(made, Role.OWNER, browser);
        assertThat(owner.page(evidence)).doesNotContain("Copy delivered");

        assertThat(office.post(copy, "way", "POST", "on", "2026-11-21")).hasStatus(303);
        assertThat(owner.page(evidence)).contains("Copy delivered", "<dd>POST</dd>");
    }

    @Test
    void a_sheet_of_a_paper_that_never_ends_is_asked_neither() {
        var paper = given("group-confidentiality");
        assertThat(office.page(page)).doesNotContain("How long it holds", "Whom it names");
        assertThat(ink(paper)).hasStatus(303);
    }

    @Test
    void what_was_answered_about_health_is_read_by_whoever_treats_them_and_by_nobody_else() {
        var history = given("history");
        var card = given("insurance-card");
        var leader = own.staff(made, Role.THERAPIST, browser);
        any.run(made.practice(), () -> {
            var printed = signing.scan(made.practice(), made.member()).value();
            papers.done(history.id(), printed, TESTER);
            papers.done(card.id(), printed, TESTER);
        });
        var file = page + "/" + history.id() + "/file";
        assertThat(office.page(page)).contains("filled in", card.id() + "/file").doesNotContain(history.id() + "/file");
        assertThat(office.ask(file)).as("the office").hasStatus(403);
        for (var role : List.of(Role.OWNER, Role.COMPLIANCE)) {
            assertThat(own.staff(made, role, browser).ask(file))
                    .as(role.onScreen())
                    .hasStatus(403);
        }
        assertThat(office.ask(page + "/" + card.id() + "/file")).hasStatusOk();
        assertThat(leader.page(page)).contains(file);
        assertThat(leader.ask(file)).hasStatusOk();
    }

    @Test
    void answers_about_health_that_came_in_on_paper_are_read_by_whoever_treats_them_and_by_nobody_else() {
        var history = given("history");
        assertThat(ink(history)).hasStatus(303);
        var file = page + "/" + history.id() + "/file";
        var leader = own.staff(made, Role.THERAPIST, browser);
        for (var role : List.of(Role.COORDINATOR, Role.OWNER, Role.COMPLIANCE)) {
            var staff = own.staff(made, role, browser);
            assertThat(staff.page(page))
                    .as(role.onScreen())
                    .contains("on paper")
                    .doesNotContain(file);
            assertThat(staff.ask(file)).as(role.onScreen()).hasStatus(403);
        }
        assertThat(leader.page(page)).contains(file);
        assertThat(leader.ask(file)).hasStatusOk();
    }

    @Test
    void a_scan_with_answers_about_health_is_no_more_open_among_the_signatures() {
        var history = given("history");
        var card = given("insurance-card");
        ink(history);
        ink(card);
        var compliance = own.staff(made, Role.COMPLIANCE, browser);
        var signature = new SignatureId(Objects.requireNonNull(papers(history).signature()));
        var scan = any.in(made.practice(), () -> signatures.copy(signature)).orElseThrow();
        assertThat(compliance.page("/signatures/" + signature))
                .contains("Answers about health stand on it")
                .doesNotContain("/documents/");
        assertThat(compliance.ask("/signatures/" + signature + "/documents/" + scan))
                .hasStatus(403);
        var other = Objects.requireNonNull(papers(card).signature());
        assertThat(compliance.page("/signatures/" + other))
                .contains("/documents/")
                .doesNotContain("Answers about health");
    }

    @Test
    void a_scan_that_is_not_as_it_was_kept_is_shown_to_nobody_and_the_page_says_so() {
        var paper = given("group-confidentiality");
        ink(paper);
        var scan = any.in(made.practice(), () -> documents.of(made.member().value())).stream()
                .filter(document -> document.kind() == DocumentKind.SCANNED_PAPER)
                .findFirst()
                .orElseThrow();
        signing.tamper(
                made.practice(),
                scan.id().value(),
                "update documents.content set sealed = overlay(sealed placing '\\x00'::bytea from 40 for 1)"
                        + " where document_id = :id");
        assertThat(office.ask(page + "/" + paper.id() + "/file"))
                .hasStatus(409)
                .bodyText()
                .contains("It is there, and is not shown", "not as it was stored");
    }

    private Paper given(String form) {
        any.run(
                made.practice(),
                () -> papers.give(
                        made.member(), new Asked(new FormId(form), 1, Language.EN, form, Need.REQUIRED), TESTER));
        return any.in(made.practice(), () -> papers.of(made.member())).stream()
                .filter(paper -> paper.form().value().equals(form))
                .findFirst()
                .orElseThrow();
    }

    private Paper papers(Paper paper) {
        return any.in(made.practice(), () -> papers.find(paper.id())).orElseThrow();
    }

    private MvcTestResult ink(Paper paper, String... said) {
        var request = browser.post()
                .uri(page + "/" + paper.id() + "/ink")
                .multipart()
                .file(new MockMultipartFile("scan", "sheet.pdf", "application/pdf", SigningPractice.anyPdf()))
                .param("signed", "2026-11-20")
                .param("by", "Ana Ruiz")
                .param("witness", "Dana Whitfield")
                .with(csrf())
                .cookie(new Cookie("circlekeeper", office.token()));
        for (int i = 0; i < said.length; i += 2) {
            request = request.param(said[i], said[i + 1]);
        }
        return request.exchange();
    }
}
