package org.circlekeeper.frame.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.circlekeeper.access.Entry;
import org.circlekeeper.access.Passwords;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SecondStep;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What belongs to whoever is signed in, and the sentences of the door. */
@PracticeTest
class YouTest {

    private static final String PRESENT = "four chairs in a circle";
    private static final String NEXT = "five chairs in a circle";

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Passwords passwords;

    @Autowired
    SecondStep secondStep;

    @Autowired
    SignIns signIns;

    @Autowired
    AnyPractice any;

    @Autowired
    Clock clock;

    private PersonId person;
    private String email;
    private Cookie signedIn;

    @BeforeEach
    void somebody_is_signed_in() {
        var practice = any.open();
        people.namePractice(practice, "Any Practice");
        email = "you-" + NewId.at(clock.instant()) + "@any.example";
        person = people.add(email, "Helen Park");
        people.giveRole(practice, person, Role.BILLER, AnyPractice.TESTER);
        passwords.set(person, PRESENT);
        signedIn = new Cookie("circlekeeper", signIns.begin(person, practice));
    }

    @Test
    void light_or_dark_is_chosen_for_a_browser_and_taken_back() {
        assertThat(page("/you"))
                .bodyText()
                .contains("Helen Park")
                .contains("biller")
                .contains("<html lang=\"en\">");
        var chosen = post("/you/look", "look", "dark");
        assertThat(chosen.getResponse().getHeaders("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("look=dark"));
        assertThat(browser.get().uri("/you").cookie(signedIn, new Cookie("look", "dark")))
                .bodyText()
                .contains("data-theme=\"dark\"");
        var back = post("/you/look", "look", "");
        assertThat(back.getResponse().getHeaders("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("look=;") && cookie.contains("Max-Age=0"));
    }

    @Test
    void two_practices_of_a_person_have_two_stripes() {
        var other = any.open();
        people.namePractice(other, "Other Practice");
        people.giveRole(other, person, Role.BILLER, AnyPractice.TESTER);
        var there = new Cookie("circlekeeper", signIns.begin(person, other));
        assertThat(List.of(stripe(signedIn), stripe(there))).containsExactlyInAnyOrder("stripe-0", "stripe-1");
    }

    @Test
    void a_password_is_changed_by_whoever_knows_the_present_one() {
        var wrong = post("/you/password", "current", "not this one at all", "password", NEXT);
        assertThat(wrong).hasStatus(422).bodyText().contains("That is not your present password.");
        var brief = post("/you/password", "current", PRESENT, "password", "brief");
        assertThat(brief).hasStatus(422).bodyText().contains("Use 15 characters or more");
        assertThat(post("/you/password", "current", PRESENT, "password", NEXT)).hasStatus(303);
        assertThat(passwords.enter(email, NEXT, "", "here")).isEqualTo(new Entry.Welcome(person));
        assertThat(page("/you")).hasStatus(302);
    }

    @Test
    void after_five_wrong_tries_even_the_present_password_changes_nothing() {
        for (int tried = 0; tried < 5; tried++) {
            post("/you/password", "current", "not this one at all", "password", NEXT);
        }
        assertThat(post("/you/password", "current", PRESENT, "password", NEXT)).hasStatus(422);
    }

    @Test
    void a_wrong_first_code_keeps_the_key_on_the_page() {
        var key = secondStep.begin(person);
        assertThat(post("/second-step/confirm", "code", "12"))
                .hasStatus(422)
                .bodyText()
                .contains(key)
                .contains("That is not the code of this moment");
        assertThat(secondStep.isOn(person)).isFalse();
    }

    @Test
    void a_link_that_was_used_says_so_and_what_to_do() {
        var link = passwords.link(person);
        assertThat(browser.post().uri(link).with(csrf()).param("password", NEXT))
                .hasStatus(303);
        assertThat(browser.get().uri(link))
                .hasStatus(404)
                .bodyText()
                .contains("This link does not open any more.")
                .contains("ask the owner of your practice for a new link");
    }

    @Test
    void a_form_sent_after_the_sign_in_ended_says_that_nothing_of_it_was_kept() {
        var answer = browser.post()
                .uri("/you/look")
                .with(csrf())
                .param("look", "dark")
                .exchange();
        assertThat(answer).hasStatus(302);
        assertThat(answer.getResponse().getHeader("Location")).endsWith("/sign-in?ended=yes");
        assertThat(browser.get().uri("/sign-in?ended=yes"))
                .bodyText()
                .contains("nothing of that form was kept. Sign in and fill it in again.");
    }

    @Test
    void a_form_with_what_no_keyboard_writes_is_refused() {
        assertThat(post("/you/look", "look", "\0")).hasStatus(400);
    }

    @Test
    void an_address_that_is_no_record_s_is_not_found_and_nothing_broke() {
        assertThat(page("/payers/banana")).hasStatus(404).bodyText().contains("Nothing is here.");
    }

    private String stripe(Cookie at) {
        var body = new String(
                browser.get().uri("/you").cookie(at).exchange().getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8);
        return body.replaceAll("(?s).*<body class=\"([a-z0-9-]+)\".*", "$1");
    }

    private MvcTestResult page(String uri) {
        return browser.get().uri(uri).cookie(signedIn).exchange();
    }

    private MvcTestResult post(String uri, String... fields) {
        var request = browser.post().uri(uri).with(csrf()).cookie(signedIn);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
