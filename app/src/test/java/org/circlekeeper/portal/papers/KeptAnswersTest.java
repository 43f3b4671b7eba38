package org.circlekeeper.portal.papers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.documents.Document;
import org.circlekeeper.documents.DocumentKind;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.intake.Consents;
import org.circlekeeper.intake.Consents.Part2Consent;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.intake.Sheets;
import org.circlekeeper.intake.Translation;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.portal.OwnPages.Made;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.OwnFee;
import org.circlekeeper.roster.OwnFees;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a member sends is kept for the question it answers, and what cannot be kept is refused in their language. */
@PracticeTest
class KeptAnswersTest {

    private static final int MOST_BYTES = 60 * 1024;

    @Autowired
    OwnPages own;

    @Autowired
    AnyPractice any;

    @Autowired
    StarterPapers starter;

    @Autowired
    Sheets sheets;

    @Autowired
    Consents consents;

    @Autowired
    Documents documents;

    @Autowired
    Translation translation;

    @Autowired
    Payers payers;

    @Autowired
    Groups groups;

    @Autowired
    OwnFees ownFees;

    @Autowired
    MockMvcTester browser;

    private Made made;
    private PaperVisitor member;

    @BeforeEach
    void a_member_who_was_given_the_starter_packet() {
        made = own.made();
        starter.give(made, made.member());
        member = new PaperVisitor(new MemberVisitor(browser, own.signedIn(made, made.member())));
    }

    @Test
    void a_page_that_stood_open_answers_its_own_question_wherever_that_stands_now() {
        var card = PaperVisitor.href(paper("insurance-card"));
        member.pages().post(card + "/pages/1", "~asked", "bill", "bill", "true");
        member.pages().post(card + "/pages/4", "~asked", "holder", "holder", "other");
        var name = member.pages().page(card + "/pages/5");
        assertThat(name).contains("value=\"holder-name\"");
        member.pages().post(card + "/pages/4", "~asked", "holder", "holder", "self");

        var late = member.pages().post(card + "/pages/5", "~asked", "holder-name", "holder-name", "Ana Ruiz");
        assertThat(late).redirectedUrl().isEqualTo(card);
        member.pages().post(card + "/pages/4", "~asked", "holder", "holder", "other");
        member.pages().post(card + "/pages/2", "~asked", "holder-name", "holder-name", "Ana Ruiz");
        assertThat(answer("insurance-card", "holder-name")).isEqualTo("Ana Ruiz");
        assertThat(answer("insurance-card", "holder")).isEqualTo("other");
    }

    @Test
    void whoever_answers_or_hands_in_at_one_moment_loses_nothing_and_does_it_once() {
        var measure = starter.give(made, made.member(), "phq-9", Need.OFFERED);
        try (var taps = Executors.newFixedThreadPool(4)) {
            IntStream.rangeClosed(1, 9).forEach(n -> taps.execute(() -> said(measure, "phq-" + n, "0")));
        }
        for (int n = 1; n <= 9; n++) {
            assertThat(answer("phq-9", "phq-" + n)).as("question " + n).isEqualTo("0");
        }
        try (var taps = Executors.newFixedThreadPool(2)) {
            IntStream.range(0, 2)
                    .forEach(_ -> taps.execute(() -> member.pages().post(PaperVisitor.href(measure) + "/hand-in")));
        }
        assertThat(any.in(made.practice(), () -> documents.of(made.member().value())))
                .filteredOn(one -> one.kind() == DocumentKind.FILLED_FORM)
                .hasSize(1);
    }

    @Test
    void the_photo_of_a_card_is_kept_as_one_and_the_next_one_takes_its_place() throws IOException {
        var card = PaperVisitor.href(paper("insurance-card"));
        member.pages().post(card + "/pages/1", "~asked", "bill", "bill", "true");
        var sent = member.pages().upload(card + "/pages/2", "front", picture(), "~asked", "front");
        assertThat(sent).hasStatus(303).redirectedUrl().isEqualTo(card + "/pages/3");
        member.pages().upload(card + "/pages/2", "front", picture(), "~asked", "front");

        var kept = files();
        assertThat(kept).hasSize(2).allSatisfy(one -> assertThat(one.kind()).isEqualTo(DocumentKind.INSURANCE_CARD));
        assertThat(kept)
                .filteredOn(one -> one.removed() == null)
                .singleElement()
                .satisfies(one -> assertThat(one.id().toString()).isEqualTo(answer("insurance-card", "front")));
        assertThat(member.pages().page(card + "/pages/2")).contains("A file is kept");
    }

    @Test
    void a_file_in_a_paper_of_another_kind_is_no_insurance_card() throws IOException {
        var order = starter.give(made, made.member(), "court-order", """
                title: Court order
                about: Send it to us.

                [question order: file, required]
                Take a photo of the order.
                """);
        member.pages().upload(PaperVisitor.href(order) + "/pages/1", "order", picture(), "~asked", "order");
        assertThat(files()).singleElement().extracting(Document::kind).isEqualTo(DocumentKind.OTHER);
    }

    @Test
    void a_file_that_cannot_be_kept_is_refused_in_the_language_of_the_page() {
        var card = PaperVisitor.href(paper("insurance-card"));
        member.pages().post(card + "/pages/1", "~asked", "bill", "bill", "true");
        var refused = spanish().upload(card + "/pages/2", "front", "GIF89a".getBytes(ISO_8859_1), "~asked", "front");
        assertThat(refused).hasStatus(422);
        assertThat(Visitor.text(refused))
                .contains("El archivo no se guardó. No es PDF, JPEG ni PNG")
                .doesNotContain("This is no PDF");
        assertThat(files()).isEmpty();
    }

    @Test
    void no_more_files_are_kept_of_one_member_than_is_said() throws IOException {
        var card = PaperVisitor.href(paper("insurance-card"));
        member.pages().post(card + "/pages/1", "~asked", "bill", "bill", "true");
        var pdf = "%PDF-1.7 invented".getBytes(ISO_8859_1);
        any.run(made.practice(), () -> {
            for (int i = 0; i < SentFiles.MOST; i++) {
                documents.store(DocumentKind.INSURANCE_CARD, made.member().value(), "card", pdf, TESTER);
            }
        });
        var refused = member.pages().upload(card + "/pages/2", "front", picture(), "~asked", "front");
        assertThat(refused).hasStatus(422).bodyText().contains("as many files as we keep here");
    }

    @Test
    void a_signature_is_refused_in_spanish_and_the_language_changes_on_a_page_that_opens() {
        var electronic = paper("electronic-business");
        member.answerAll(electronic);
        var refused = new PaperVisitor(spanish()).pressed(electronic, " ");
        assertThat(refused).hasStatus(422);
        assertThat(Visitor.text(refused))
                .contains("Falta su nombre.", "name=\"back\" value=\"" + PaperVisitor.href(electronic) + "/whole\"")
                .doesNotContain("Your name is missing");
    }

    @Test
    void a_paper_is_called_as_it_is_called_in_its_own_language() {
        any.run(made.practice(), () -> translation.give(made.member(), Language.ES, TESTER));
        assertThat(spanish().page("/portal/papers"))
                .contains("Acuerdo de confidencialidad")
                .doesNotContain("Group confidentiality agreement");
        assertThat(spanish().page(PaperVisitor.href(paper("group-confidentiality")) + "/pages/1"))
                .contains("Acuerdo de confidencialidad");
    }

    @Test
    void a_part_2_consent_lets_claims_go_as_far_and_as_long_as_it_says() {
        member.sign(paper("electronic-business"));
        var consent = starter.give(made, made.member(), "part2-consent", Need.OFFERED);
        member.answerAll(consent);
        said(consent, "ends", "date");
        said(consent, "ends-on", "2026-12-31");
        said(consent, "scope", "tpo");
        member.signWhole(consent, "Person One");
        assertThat(paper("part2-consent").until()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(any.in(made.practice(), () -> consents.part2(made.member())))
                .singleElement()
                .extracting(Part2Consent::expiresOn)
                .isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void a_part_2_consent_for_one_person_by_name_lets_no_claim_go_and_one_that_is_over_is_not_signed() {
        member.sign(paper("electronic-business"));
        var consent = starter.give(made, made.member(), "part2-consent", Need.OFFERED);
        member.answerAll(consent);
        said(consent, "scope", "named");
        said(consent, "named-whom", "A probation officer");
        said(consent, "named-purpose", "Supervision");
        said(consent, "ends", "date");
        said(consent, "ends-on", "2026-11-22");
        assertThat(member.pressed(consent, "Person One"))
                .hasStatus(422)
                .bodyText()
                .contains("a last day that is over");
        said(consent, "ends", "none");
        member.signWhole(consent, "Person One");
        assertThat(paper("part2-consent").status()).isEqualTo(PaperStatus.SIGNED);
        assertThat(any.in(made.practice(), () -> consents.part2(made.member()))).isEmpty();
    }

    @Test
    void an_estimate_names_every_session_with_its_year_or_is_not_ready() {
        var estimate = paper("good-faith-estimate");
        var href = PaperVisitor.href(estimate);
        assertThat(member.pages().ask(href)).redirectedUrl().isEqualTo(href + "/whole");
        assertThat(member.whole(estimate)).contains("not ready to be signed").doesNotContain("{{");
        any.run(
                made.practice(),
                () -> payers.charge(
                        ProcedureCode.GROUP_PSYCHOTHERAPY, LocalDate.of(2026, 1, 1), Money.dollars("65.00")));
        assertThat(member.pages().page(href + "/pages/1"))
                .contains("from November 24, 2026 to November 24, 2026", "This estimate was made on November 23, 2026")
                .contains("$65.00")
                .doesNotContain("{{");
        var kind = any.in(made.practice(), () -> groups.find(made.group()).orElseThrow())
                .type();
        any.run(
                made.practice(),
                () -> ownFees.charge(new OwnFee(kind, null, LocalDate.of(2026, 1, 1), Money.dollars("80.00")), TESTER));
        assertThat(member.pages().page(href + "/pages/1")).contains("$80.00").doesNotContain("$65.00");
        own.session(made.practice(), made.group(), Instant.parse("2027-01-05T16:00:00Z"));
        any.run(
                made.practice(),
                () -> ownFees.charge(new OwnFee(kind, null, LocalDate.of(2027, 1, 1), Money.dollars("90.00")), TESTER));
        assertThat(member.pages().page(href + "/pages/1"))
                .as("each session at the fee of its own day")
                .contains("$80.00", "$90.00");
    }

    @Test
    void whoever_is_not_expected_yet_is_led_to_their_papers_and_to_nothing_that_does_not_open() {
        var home = member.pages().page("/portal");
        assertThat(home)
                .contains("You are not expected at it yet", "href=\"/portal/papers\"")
                .doesNotContain("/absence", "calendar.ics", "Join online");
        own.session(made.practice(), made.group(), Instant.parse("2026-11-24T12:00:00Z"));
        var other = new MemberVisitor(browser, own.signedIn(made, made.other()));
        assertThat(other.page("/portal")).contains("/absence", "calendar.ics").doesNotContain("not expected");
    }

    @Test
    void a_page_of_a_paper_is_under_sixty_kilobytes_compressed() throws IOException {
        var loads = compressed(member.pages().page("/portal.css"))
                + compressed(member.pages().page("/portal.js"));
        for (var form : List.of("privacy-notice", "treatment-consent", "part2-consent", "group-confidentiality")) {
            var href = PaperVisitor.href(
                    form.equals("part2-consent") ? starter.give(made, made.member(), form, Need.OFFERED) : paper(form));
            for (var page : List.of("/portal/papers", href + "/pages/1", href + "/whole")) {
                var text = member.pages().page(page);
                assertThat(text)
                        .as(page)
                        .contains("data-leave", "<h2>Help</h2>")
                        .doesNotContain(" style=", "<script>");
                assertThat(compressed(text) + loads).as(page).isLessThan(MOST_BYTES);
            }
        }
    }

    private void said(Paper paper, String question, String value) {
        member.pages().post(PaperVisitor.href(paper) + "/pages/1", "~asked", question, question, value);
    }

    private Paper paper(String form) {
        return starter.paper(made, made.member(), form);
    }

    private String answer(String form, String question) {
        var id = paper(form).id();
        return any.in(
                made.practice(),
                () -> sheets.of(id).orElseThrow().answers().value(question).orElse(""));
    }

    private List<Document> files() {
        return any.in(made.practice(), () -> documents.of(made.member().value())).stream()
                .filter(one -> one.kind() == DocumentKind.INSURANCE_CARD || one.kind() == DocumentKind.OTHER)
                .toList();
    }

    private MemberVisitor spanish() {
        return member.pages().speaking("es");
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        return bytes.toByteArray();
    }

    private static int compressed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
