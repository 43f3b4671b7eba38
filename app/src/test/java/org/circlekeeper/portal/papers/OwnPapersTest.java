package org.circlekeeper.portal.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.documents.Opened;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormShelf;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.forms.StarterPacket;
import org.circlekeeper.intake.Asked;
import org.circlekeeper.intake.MemberPackets;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.intake.SeatPapers;
import org.circlekeeper.intake.SinglePapers;
import org.circlekeeper.intake.Translation;
import org.circlekeeper.oncall.Pager;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.signing.SignatureId;
import org.circlekeeper.signing.Signatures;
import org.circlekeeper.signing.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A member fills in and signs their papers on a telephone, without scripts. */
@PracticeTest
class OwnPapersTest {

    private static final Pattern FIELD = Pattern.compile("<(?:input|textarea)[^>]*>");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");
    private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([0-9a-f]{64})\"");

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
    Rosters rosters;

    @Autowired
    SeatPapers asked;

    @Autowired
    MemberPackets packets;

    @Autowired
    MemberPapers papers;

    @Autowired
    SinglePapers single;

    @Autowired
    Translation translation;

    @Autowired
    Signatures signatures;

    @Autowired
    Documents documents;

    @Autowired
    Pager pager;

    @Autowired
    MockMvcTester browser;

    OwnPages.Made made;
    MemberVisitor member;

    @BeforeEach
    void a_member_who_was_given_the_starter_packet() {
        made = own.made();
        any.run(made.practice(), () -> {
            starter.use(TESTER);
            library.ownWords().forEach(name -> shelf.word(name, "as agreed", TESTER));
            var seat = rosters.of(made.member()).getFirst();
            var offer = asked.of(seat);
            assertThat(offer.missing()).isEmpty();
            packets.give(seat, offer.papers(), offer.language(), TESTER);
        });
        member = new MemberVisitor(browser, own.signedIn(made, made.member()));
    }

    @Test
    void the_papers_are_read_marked_signed_and_taken_along() {
        assertThat(member.page("/portal")).contains("papers wait for you");
        sign("electronic-business");
        sign("group-confidentiality");

        var signed = paper("group-confidentiality");
        assertThat(signed.status()).isEqualTo(PaperStatus.SIGNED);
        assertThat(member.page(href(signed) + "/done")).contains("Your copy (PDF)", "On to the next paper");
        assertThat(member.ask(href(signed) + "/copy")).hasStatusOk().hasHeader("Content-Type", "application/pdf");
        any.run(made.practice(), () -> {
            var signature = new SignatureId(signed.signature());
            assertThat(signatures.verify(signature)).isInstanceOf(Verdict.Whole.class);
            assertThat(documents.open(signatures.copy(signature).orElseThrow())).isInstanceOf(Opened.Whole.class);
        });
    }

    @Test
    void an_answer_is_kept_as_it_is_sent_and_one_goes_on_later_where_one_stopped() {
        var history = paper("demographics");
        var first = member.page(href(history) + "/pages/1");
        member.post(href(history) + "/pages/1", answers(first));

        assertThat(paper("demographics").status()).isEqualTo(PaperStatus.STARTED);
        assertThat(member.ask(href(history))).hasStatus(303).redirectedUrl().isNotEqualTo(href(history) + "/pages/1");
        assertThat(member.page("/portal/papers")).contains("begun");
    }

    @Test
    void answers_that_nobody_signs_are_handed_in_and_printed() {
        var paper = paper("demographics");
        answerAll(paper);
        member.post(href(paper) + "/hand-in");

        var done = paper("demographics");
        assertThat(done.status()).isEqualTo(PaperStatus.DONE);
        assertThat(done.document()).isNotNull();
    }

    @Test
    void nothing_is_handed_in_or_signed_with_a_gap_in_it_and_the_page_says_where() {
        var paper = paper("demographics");
        var sent = member.post(href(paper) + "/hand-in");
        assertThat(sent).bodyText().contains("Something is missing", href(paper) + "/pages/");
        assertThat(paper("demographics").status()).isEqualTo(PaperStatus.TO_DO);
    }

    @Test
    void nobody_signs_what_they_were_not_shown() {
        var paper = paper("electronic-business");
        answerAll(paper);
        var refused = member.post(href(paper) + "/signature", "name", "Person One", "shown", "0".repeat(64));
        assertThat(refused).hasStatus(422);
        assertThat(paper("electronic-business").status()).isNotEqualTo(PaperStatus.SIGNED);
        var nameless = member.post(
                href(paper) + "/signature", "name", " ", "shown", shown(member.page(href(paper) + "/whole")));
        assertThat(nameless).hasStatus(422);
    }

    @Test
    void whoever_does_not_want_electronic_papers_signs_on_paper() {
        var electronic = paper("electronic-business");
        member.post(href(electronic) + "/declining", "why", "I like ink");
        assertThat(paper("electronic-business").status()).isEqualTo(PaperStatus.DECLINED);

        var agreement = paper("group-confidentiality");
        answerAll(agreement);
        assertThat(member.page(href(agreement) + "/whole"))
                .contains("you would rather sign on paper")
                .doesNotContain("I sign this paper");
        var tried = member.post(href(agreement) + "/signature", "name", "Person One", "shown", "0".repeat(64));
        assertThat(tried).bodyText().doesNotContain("Thank you");
        assertThat(paper("group-confidentiality").status()).isNotEqualTo(PaperStatus.SIGNED);
    }

    @Test
    void what_is_required_cannot_be_declined() {
        var agreement = paper("group-confidentiality");
        member.post(href(agreement) + "/declining", "why", "No");
        assertThat(paper("group-confidentiality").status()).isEqualTo(PaperStatus.TO_DO);
        assertThat(member.page(href(agreement) + "/whole")).doesNotContain("I do not want this");
    }

    @Test
    void whoever_reads_spanish_gets_every_paper_in_spanish_and_never_in_another_language() {
        any.run(
                made.practice(),
                () -> assertThat(translation.give(made.member(), Language.ES, TESTER))
                        .isEmpty());
        var spanish = member.speaking("es");
        assertThat(any.in(made.practice(), () -> papers.of(made.member())))
                .filteredOn(paper -> !paper.status().isOver())
                .extracting(Paper::language)
                .containsOnly(Language.ES);
        var agreement = paper("group-confidentiality");
        assertThat(spanish.page(href(agreement) + "/pages/1")).contains("lang=\"es\"", "Guardar y seguir");
    }

    @Test
    void an_answer_that_calls_for_help_shows_where_it_is_and_pages_whoever_is_on_call() {
        any.run(
                made.practice(),
                () -> assertThat(single.give(made.member(), "phq-9", TESTER))
                        .get()
                        .asString()
                        .as("nobody is on call")
                        .contains("nobody is on call"));
        any.run(
                made.practice(),
                () -> papers.give(
                        made.member(), new Asked(new FormId("phq-9"), 1, Language.EN, "PHQ-9", Need.OFFERED), TESTER));
        var measure = paper("phq-9");
        answerAll(measure);
        member.post(href(measure) + "/hand-in");

        assertThat(member.page(href(measure) + "/done")).contains("988", "911");
        assertThat(any.in(made.practice(), pager::open)).hasSize(1);
    }

    @Test
    void a_paper_of_somebody_else_is_answered_as_one_that_nobody_has() {
        var stranger = new MemberVisitor(browser, own.signedIn(made, made.other()));
        var paper = paper("demographics");
        for (var page : List.of("", "/pages/1", "/whole", "/done", "/copy")) {
            assertThat(stranger.ask(href(paper) + page)).as(page).hasStatus(404);
        }
        assertThat(stranger.post(href(paper) + "/declining", "why", "not mine")).hasStatus(404);
        assertThat(stranger.page("/portal/papers")).contains("Nothing waits for you");
    }

    private void sign(String form) {
        var paper = paper(form);
        answerAll(paper);
        var whole = member.page(href(paper) + "/whole");
        var signed = member.post(href(paper) + "/signature", "name", "Person One", "shown", shown(whole));
        assertThat(wrong(signed)).as(form).isEqualTo("[]");
        assertThat(signed).as(form).hasStatus(303).redirectedUrl().endsWith("/done");
    }

    private static String shown(String page) {
        var shown = SHOWN.matcher(page);
        assertThat(shown.find()).as("the page shows what is signed").isTrue();
        return shown.group(1);
    }

    /** Goes through every page and answers each question with the last choice there is. */
    private void answerAll(Paper paper) {
        var page = href(paper) + "/pages/1";
        for (int i = 0; i < 100 && !page.endsWith("/whole"); i++) {
            var sent = member.post(page, answers(member.page(page)));
            assertThat(wrong(sent)).as(page).isEqualTo("[]");
            assertThat(sent).as(page).hasStatus(303);
            page = String.valueOf(sent.getResponse().getHeader("Location"));
        }
        assertThat(page).endsWith("/whole");
    }

    /** What the page says against what was sent. */
    private static String wrong(MvcTestResult sent) {
        return Pattern.compile("(?s)(notice bad\"|class=\"wrong\")[^>]*>(.*?)</(p|small|div)>")
                .matcher(Visitor.text(sent))
                .results()
                .map(found -> found.group(2).replaceAll("<[^>]*>", "").strip())
                .toList()
                .toString();
    }

    private static String[] answers(String page) {
        var main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
        var answers = new LinkedHashMap<String, String>();
        var fields = FIELD.matcher(main);
        while (fields.find()) {
            var field = fields.group();
            var name = NAME.matcher(field);
            if (name.find()
                    && !field.contains("value=\"~other\"")
                    && !name.group(1).equals("_csrf")
                    && !name.group(1).endsWith("~words")) {
                answers.put(name.group(1), answer(field));
            }
        }
        return answers.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
    }

    private static String answer(String field) {
        var value = VALUE.matcher(field);
        if (field.contains("type=\"radio\"") || field.contains("type=\"checkbox\"")) {
            return value.find() ? value.group(1) : "";
        }
        return field.contains("type=\"date\"") ? "1980-01-01" : field.contains("numeric") ? "7" : "Something";
    }

    private Paper paper(String form) {
        return any.in(made.practice(), () -> papers.of(made.member())).stream()
                .filter(one -> one.form().value().equals(form) && !one.status().isOver())
                .findFirst()
                .orElseThrow();
    }

    private static String href(Paper paper) {
        return "/portal/papers/" + paper.id();
    }
}
