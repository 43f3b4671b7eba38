package org.circlekeeper.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.CannotStart;
import org.circlekeeper.database.Home;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PracticeTest
class SigningInTest {

    private static final String PASSWORD = "four chairs in a circle";
    private static final Actor OPERATOR = new Actor.Operator("test");

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Passwords passwords;

    @Autowired
    SecondStep secondStep;

    @Autowired
    SecondStepStore steps;

    @Autowired
    SignIns signIns;

    @Autowired
    SignInStore store;

    @Autowired
    Clock clock;

    @Autowired
    MovableClock movable;

    @Autowired
    AnyPractice any;

    private PracticeId practice;
    private PersonId dana;
    private String email;

    @BeforeEach
    void dana_owns_a_practice() {
        practice = any.open();
        email = "dana@" + practice + ".example";
        dana = people.add(email, "Dana Whitfield");
        people.namePractice(practice, "Willow House");
        people.giveRole(practice, dana, Role.OWNER, OPERATOR);
        passwords.set(dana, PASSWORD);
    }

    @Test
    void the_right_password_opens_the_door_to_where_one_was_going() {
        var answer = enter(email, PASSWORD, "/audit");

        assertThat(answer).hasStatus(303).hasHeader(HttpHeaders.LOCATION, "/audit");
        assertThat(answer.getResponse().getHeaders(HttpHeaders.SET_COOKIE))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("circlekeeper=").contains("HttpOnly", "SameSite=Lax"));
        assertThat(page("/audit", answer.getResponse().getCookie("circlekeeper")))
                .hasStatusOk()
                .bodyText()
                .contains("Willow House", "Dana Whitfield", "signed in");
    }

    @Test
    void where_one_was_going_is_never_another_site() {
        assertThat(enter(email, PASSWORD, "//elsewhere.example")).hasHeader(HttpHeaders.LOCATION, "/");
        assertThat(enter(email, PASSWORD, "https://elsewhere.example")).hasHeader(HttpHeaders.LOCATION, "/");
    }

    @Test
    void a_wrong_password_and_an_unknown_address_look_alike() {
        var wrong = enter(email, "four chairs in a square", "/");
        var unknown = enter("nobody@" + practice + ".example", PASSWORD, "/");

        assertThat(wrong).hasStatus(422).bodyText().contains("do not go together");
        assertThat(unknown).hasStatus(422).bodyText().contains("do not go together");
    }

    @Test
    void after_five_wrong_tries_even_the_right_password_waits() {
        for (int i = 0; i < 5; i++) {
            enter(email, "not this one either", "/");
        }

        assertThat(enter(email, PASSWORD, "/"))
                .hasStatus(429)
                .bodyText()
                .contains("Too many wrong tries. Wait 15 minutes");
    }

    @Test
    void whoever_tried_too_often_is_told_when_to_try_again_and_may_then() {
        var began = clock.instant();
        try {
            for (int i = 0; i < 5; i++) {
                movable.moveTo(began.plus(i, ChronoUnit.MINUTES));
                enter(email, "not this one either", "/");
            }
            movable.moveTo(began.plus(10, ChronoUnit.MINUTES));
            assertThat(enter(email, PASSWORD, "/"))
                    .hasStatus(429)
                    .hasHeader(HttpHeaders.RETRY_AFTER, "300")
                    .bodyText()
                    .contains("Wait 5 minutes");
            movable.moveTo(began.plus(14, ChronoUnit.MINUTES).plusSeconds(30));
            assertThat(enter(email, PASSWORD, "/")).bodyText().contains("Wait one minute");
            movable.moveTo(began.plus(15, ChronoUnit.MINUTES));
            assertThat(enter(email, PASSWORD, "/")).hasStatus(303);
        } finally {
            movable.moveTo(began);
        }
    }

    @Test
    void a_cookie_that_somebody_planted_is_never_the_one_that_is_signed_in() {
        var other = people.add("other@" + practice + ".example", "Somebody Else");
        people.giveRole(practice, other, Role.BILLER, OPERATOR);
        for (var planted : new String[] {"planted", signIns.begin(other, practice)}) {
            var answer = browser.post()
                    .uri("/sign-in")
                    .param("email", email)
                    .param("password", PASSWORD)
                    .cookie(new Cookie("circlekeeper", planted))
                    .with(csrf())
                    .exchange();
            var given = answer.getResponse().getCookie("circlekeeper");

            assertThat(given).isNotNull();
            assertThat(given.getValue()).isNotEqualTo(planted);
            assertThat(signIns.of(given.getValue()).orElseThrow().who().person())
                    .isEqualTo(dana);
            assertThat(signIns.of(planted)).isEmpty();
        }
    }

    @Test
    void a_second_step_once_set_up_is_asked_for_and_each_code_passes_once() {
        var key = unBase32(secondStep.begin(dana));
        assertThat(enter(email, PASSWORD, "/"))
                .as("nothing is asked for until it is confirmed")
                .hasStatus(303);
        assertThat(secondStep.confirm(dana, Totp.code(key, Totp.step(clock.instant()) - 1)))
                .isTrue();

        var code = Totp.code(key, Totp.step(clock.instant()));
        assertThat(enter(email, PASSWORD, "/")).hasStatus(422);
        assertThat(enterWith(code)).hasStatus(303);
        assertThat(enterWith(code)).hasStatus(422);
    }

    @Test
    void a_home_with_another_key_is_told_at_its_start(@TempDir Path directory) {
        secondStep.begin(dana);

        assertThatThrownBy(() -> new SecondStep(steps, Home.at(directory), clock))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Copy the directory secrets");
    }

    @Test
    void signing_out_ends_it_everywhere_the_cookie_was_copied() {
        var token = signIns.begin(dana, practice);
        browser.post()
                .uri("/sign-out")
                .cookie(new Cookie("circlekeeper", token))
                .with(csrf())
                .exchange();

        assertThat(signIns.of(token)).isEmpty();
        assertThat(page("/audit", new Cookie("circlekeeper", token))).hasStatus3xxRedirection();
    }

    @Test
    void what_is_taken_away_counts_from_the_next_request_on() {
        var token = signIns.begin(dana, practice);
        people.giveRole(practice, people.add("ana@" + practice + ".example", "Ana"), Role.OWNER, OPERATOR);
        people.takeRole(practice, dana, Role.OWNER, OPERATOR);
        assertThat(signIns.of(token)).isEmpty();

        people.giveRole(practice, dana, Role.COORDINATOR, OPERATOR);
        assertThat(signIns.of(token)).isPresent();

        people.disable(dana);
        assertThat(signIns.of(token)).isEmpty();
    }

    @Test
    void a_sign_in_ends_after_an_hour_of_nothing_and_after_twelve_hours_of_anything() {
        var hash = Token.hash(signIns.begin(dana, practice));
        var now = clock.instant();

        assertThat(store.standing(hash, now, now.minus(1, ChronoUnit.HOURS))).isPresent();
        assertThat(store.standing(hash, now, now.plus(1, ChronoUnit.SECONDS))).isEmpty();
        var later = now.plus(SignIns.LONGEST).plusSeconds(1);
        assertThat(store.standing(hash, later, now.minusSeconds(60))).isEmpty();
    }

    @Test
    void one_sign_in_moves_between_the_practices_of_a_person_and_into_no_other() {
        var other = new PracticeId(NewId.at(clock.instant()));
        people.namePractice(other, "Harbor Circle");
        var token = signIns.begin(dana, practice);
        assertThat(signIns.move(token, other)).isFalse();

        people.giveRole(other, dana, Role.BILLER, OPERATOR);
        assertThat(browser.post()
                        .uri("/practice")
                        .param("practice", other.toString())
                        .cookie(new Cookie("circlekeeper", token))
                        .with(csrf()))
                .hasStatus(303);

        var who = signIns.of(token).orElseThrow().who();
        assertThat(who.practiceName()).isEqualTo("Harbor Circle");
        assertThat(who.roles()).containsExactly(Role.BILLER);
    }

    @Test
    void a_practice_keeps_at_least_one_owner() {
        assertThat(people.takeRole(practice, dana, Role.OWNER, OPERATOR)).isFalse();
        assertThat(people.inPractice(practice))
                .singleElement()
                .satisfies(colleague -> assertThat(colleague.roles()).containsExactly(Role.OWNER));
    }

    @Test
    void pages_load_nothing_from_elsewhere_and_are_kept_by_no_cache() {
        var answer = browser.get().uri("/sign-in").exchange();

        assertThat(answer.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.getResponse().getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store");
        assertThat(browser.get()
                        .uri("/circlekeeper.css")
                        .exchange()
                        .getResponse()
                        .getHeader(HttpHeaders.CACHE_CONTROL))
                .contains("max-age=31536000");
    }

    @Test
    void health_is_open_to_whoever_watches() {
        assertThat(browser.get().uri("/health/ready")).hasStatusOk().bodyText().isEqualTo("ready");
        assertThat(browser.get().uri("/health/live")).hasStatusOk();
    }

    private MvcTestResult enter(String email, String password, String next) {
        return browser.post()
                .uri("/sign-in")
                .param("email", email)
                .param("password", password)
                .param("next", next)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult enterWith(String code) {
        return browser.post()
                .uri("/sign-in")
                .param("email", email)
                .param("password", PASSWORD)
                .param("code", code)
                .with(csrf())
                .exchange();
    }

    private static byte[] unBase32(String typed) {
        var bits = new StringBuilder();
        for (var letter : typed.replace(" ", "").toCharArray()) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits.append(Integer.toBinaryString(32 | value).substring(1));
        }
        return Arrays.copyOfRange(new BigInteger("1" + bits, 2).toByteArray(), 1, 21);
    }

    private MvcTestResult page(String uri, Cookie cookie) {
        return browser.get().uri(uri).cookie(cookie).exchange();
    }
}
