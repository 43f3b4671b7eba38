package org.circlekeeper.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.portal.OwnPages.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whoever was signed out in the midst of something comes back to where they were. */
@PracticeTest
class PageBookmarkTest {

    private static final String PAPER = "/portal/papers/01a208eb-c980-73bf-bfa2-65bc241d83a6";

    @Autowired
    OwnPages pages;

    @Autowired
    MockMvcTester browser;

    private Made made;

    @BeforeEach
    void a_practice() {
        made = pages.made();
    }

    @Test
    void a_page_that_was_asked_for_without_a_sign_in_opens_after_it() {
        var kept = place(browser.get().uri(PAPER + "/pages/3").exchange());
        assertThat(kept.getMaxAge()).isEqualTo(3600);
        assertThat(kept.isHttpOnly()).isTrue();
        var home = home(kept);
        assertThat(home).hasStatus(303).redirectedUrl().isEqualTo(PAPER + "/pages/3");
        assertThat(place(home).getMaxAge()).isZero();
    }

    @Test
    void what_was_sent_too_late_leads_to_the_page_it_was_sent_from() {
        for (var act : new String[] {"/signature", "/hand-in", "/declining"}) {
            var kept = place(browser.post().uri(PAPER + act).with(csrf()).exchange());
            assertThat(home(kept)).as(act).redirectedUrl().isEqualTo(PAPER);
        }
        var written =
                place(browser.post().uri("/portal/messages/care").with(csrf()).exchange());
        assertThat(home(written)).redirectedUrl().isEqualTo("/portal/messages/care");
    }

    @Test
    void nobody_is_led_to_what_is_no_page_of_theirs() {
        assertThat(browser.get()
                        .uri("/portal/still-here")
                        .exchange()
                        .getResponse()
                        .getCookie("portal-place"))
                .isNull();
        for (var strange :
                new String[] {"https://elsewhere.example", "/patients", "//elsewhere.example/portal/papers"}) {
            assertThat(home(new Cookie("portal-place", strange))).as(strange).hasStatusOk();
        }
    }

    private static Cookie place(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getCookie("portal-place"));
    }

    private MvcTestResult home(Cookie place) {
        var signIn = new Cookie(MemberVisitor.COOKIE, pages.signedIn(made, made.member()));
        return browser.get().uri("/portal").cookie(signIn, place).exchange();
    }
}
