package org.circlekeeper.portal.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.portal.OwnPages.Made;
import org.circlekeeper.practice.AnyPractice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What was typed for longer than a sign-in lasts, and a file that is larger than a request may be. */
@PracticeTest
class TypedTooLateTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final String THREAD = "/portal/messages/logistics";
    private static final String TEXT = "I wrote this for a long while <b>.";
    private static final String AGAIN = "stands here again";

    @Autowired
    OwnPages own;

    @Autowired
    AnyPractice any;

    @Autowired
    StarterPapers starter;

    @Autowired
    MockMvcTester browser;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient db;

    private Made made;
    private MemberVisitor member;

    @BeforeEach
    void a_member_with_papers() {
        made = own.made();
        starter.give(made, made.member());
        member = signedIn();
    }

    @AfterEach
    void time_goes_back() {
        clock.moveTo(NOW);
    }

    @Test
    void a_message_that_was_sent_too_late_stands_in_its_form_again_and_is_sent_once_they_say_so() {
        clock.moveTo(NOW.plus(Duration.ofMinutes(31)));
        var late = member.post(THREAD, "text", TEXT);
        assertThat(late).redirectedUrl().isEqualTo("/portal/sign-in?ended=kept");
        assertThat(String.join(" ", late.getResponse().getHeaders("Set-Cookie")))
                .doesNotContain("wrote");
        assertThat(sealed()).isNotEmpty().doesNotContain("wrote");

        var other = new MemberVisitor(browser, own.signedIn(made, made.other()));
        assertThat(other.page(THREAD)).doesNotContain("I wrote this", AGAIN);
        var back = signedIn();
        assertThat(back.page("/portal/messages/care")).doesNotContain("I wrote this", AGAIN);
        assertThat(back.page(THREAD)).contains("I wrote this for a long while &lt;b", AGAIN, "It was not sent yet.");
        assertThat(back.after(back.post(THREAD, "text", TEXT)))
                .contains("Sent.")
                .doesNotContain(AGAIN);
        assertThat(sealed()).isEmpty();
    }

    @Test
    void it_is_kept_for_an_hour_and_only_the_last_of_it() {
        clock.moveTo(NOW.plus(Duration.ofMinutes(31)));
        member.post(THREAD, "text", "the first");
        member.post(THREAD, "text", "the second");
        var back = signedIn();
        assertThat(back.page(THREAD)).contains("the second").doesNotContain("the first");
        clock.moveTo(NOW.plus(Duration.ofMinutes(92)));
        assertThat(signedIn().page(THREAD)).doesNotContain("the second", AGAIN);
    }

    @Test
    void an_answer_on_a_paper_stands_there_again_too() {
        var card = PaperVisitor.href(paper("insurance-card"));
        member.post(card + "/pages/1", "~asked", "bill", "bill", "true");
        member.post(card + "/pages/4", "~asked", "holder", "holder", "other");
        clock.moveTo(NOW.plus(Duration.ofMinutes(31)));
        var late = member.post(card + "/pages/5", "~asked", "holder-name", "holder-name", "Ana Ruiz");
        assertThat(late).redirectedUrl().isEqualTo("/portal/sign-in?ended=kept");

        var back = signedIn();
        assertThat(back.page(card + "/pages/5")).contains("value=\"Ana Ruiz\"", AGAIN);
        assertThat(back.page(card + "/pages/4")).doesNotContain("Ana Ruiz", AGAIN);
        back.post(card + "/pages/5", "~asked", "holder-name", "holder-name", "Ana Ruiz");
        assertThat(back.page(card + "/pages/5")).contains("value=\"Ana Ruiz\"").doesNotContain(AGAIN);
    }

    @Test
    void what_is_kept_stays_while_something_else_is_sent_and_until_it_is_sent_itself() {
        var card = PaperVisitor.href(paper("insurance-card"));
        clock.moveTo(NOW.plus(Duration.ofMinutes(31)));
        member.post(THREAD, "text", TEXT);
        var back = signedIn();
        back.post(card + "/pages/1", "~asked", "bill", "bill", "true");
        back.post("/portal/messages/billing", "text", "What do I owe?");
        assertThat(back.page(THREAD)).contains("I wrote this for a long while", AGAIN);

        assertThat(back.post(THREAD, "text", " ")).hasStatus(422);
        assertThat(back.page(THREAD)).as("nothing was sent").contains("I wrote this for a long while", AGAIN);
        back.post(THREAD, "text", TEXT);
        assertThat(sealed()).isEmpty();
    }

    @Test
    void nothing_is_kept_of_strangers_of_whoever_signed_out_nor_of_a_name_that_signs() {
        var stranger = new MemberVisitor(browser, null);
        assertThat(stranger.post(THREAD, "text", TEXT)).redirectedUrl().isEqualTo("/portal/sign-in?ended=yes");
        var unknown = new MemberVisitor(browser, member.token() + "A");
        assertThat(unknown.post(THREAD, "text", TEXT)).redirectedUrl().isEqualTo("/portal/sign-in?ended=yes");
        var gone = signedIn();
        gone.post("/portal/sign-out");
        assertThat(gone.post(THREAD, "text", TEXT)).redirectedUrl().isEqualTo("/portal/sign-in?ended=yes");

        var late = signedIn();
        clock.moveTo(NOW.plus(Duration.ofMinutes(31)));
        var signature = PaperVisitor.href(paper("insurance-card")) + "/signature";
        assertThat(late.post(signature, "name", "Ana Ruiz")).redirectedUrl().isEqualTo("/portal/sign-in?ended=yes");
        assertThat(late.post(THREAD, "text", "x".repeat(20_001)))
                .redirectedUrl()
                .isEqualTo("/portal/sign-in?ended=yes");
        assertThat(sealed()).isEmpty();
    }

    @Test
    void a_file_larger_than_a_request_may_be_is_refused_on_the_page_it_was_sent_from() {
        var page = PaperVisitor.href(paper("insurance-card")) + "/pages/2";
        var refused = browser.post()
                .uri("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 413)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, page)
                .with(csrf())
                .cookie(new Cookie("portal-language", "es"))
                .exchange();
        assertThat(refused).hasStatus(303).redirectedUrl().isEqualTo(page);
        assertThat(member.speaking("es").after(refused)).contains("10 MB", "El archivo no se");
    }

    private MemberVisitor signedIn() {
        return new MemberVisitor(browser, own.signedIn(made, made.member()));
    }

    private Paper paper(String form) {
        return starter.paper(made, made.member(), form);
    }

    /** What lies in the database of it. */
    private String sealed() {
        return any.in(
                made.practice(),
                () -> db.sql("select sealed from portal.unsent").query(byte[].class).list().stream()
                        .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                        .reduce("", String::concat));
    }
}
