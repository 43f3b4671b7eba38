package org.circlekeeper.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Trying, setting and losing a password. */
@PracticeTest
class PasswordsTest {

    private static final String PASSWORD = "four chairs in a circle";
    private static final Actor OPERATOR = new Actor.Operator("test");

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Passwords passwords;

    @Autowired
    SignIns signIns;

    @Autowired
    Clock clock;

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
    void a_hundred_tries_at_once_are_five_tries() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = Stream.generate(
                            () -> threads.submit(() -> passwords.enter(email, "guessed " + clock, "", "a")))
                    .limit(30)
                    .toList();
            assertThat(answers.stream().map(PasswordsTest::got).filter(Entry.Wrong.class::isInstance))
                    .hasSize(5);
        }
    }

    @Test
    void the_right_password_leaves_nothing_against_the_machine() {
        for (int i = 0; i < 60; i++) {
            assertThat(passwords.enter(email, PASSWORD, "", "the office")).isInstanceOf(Entry.Welcome.class);
        }
    }

    private static Entry got(Future<Entry> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void a_new_password_ends_the_wait_the_sign_ins_and_every_other_link() {
        var token = signIns.begin(dana, practice);
        var first = passwords.link(dana);
        var second = passwords.link(dana);
        for (int i = 0; i < 6; i++) {
            enter(email, "not this one either", "/");
        }

        assertThat(browser.post()
                        .uri(first)
                        .param("password", "six chairs in a circle")
                        .with(csrf()))
                .hasStatus(303);

        assertThat(enter(email, "six chairs in a circle", "/")).hasStatus(303);
        assertThat(signIns.of(token)).isEmpty();
        assertThat(browser.get().uri(second)).hasStatus(404);
    }

    @Test
    void a_link_that_one_practice_made_opens_no_other_practice() {
        var owner = new Actor.Person(dana, "Dana Whitfield", "owner");
        var ana = people.add("ana@" + practice + ".example", "Ana Berg");
        people.giveRole(practice, ana, Role.THERAPIST, owner);
        var link = passwords.link(ana);

        people.giveRole(any.open(), ana, Role.THERAPIST, new Actor.Person(ana, "Somebody Else", "owner"));

        assertThat(browser.get().uri(link)).hasStatus(404);
    }

    @Test
    void a_link_sets_a_password_once() {
        var marcus = people.add("marcus@" + practice + ".example", "Marcus Hale");
        people.giveRole(practice, marcus, Role.THERAPIST, OPERATOR);
        var link = passwords.link(marcus);

        assertThat(browser.get().uri(link)).hasStatusOk().bodyText().contains("marcus@");
        assertThat(browser.post().uri(link).param("password", "short").with(csrf()))
                .hasStatus(422);
        assertThat(browser.post().uri(link).param("password", PASSWORD).with(csrf()))
                .hasStatus(303);
        assertThat(browser.get().uri(link)).hasStatus(404);
        assertThat(enter("marcus@" + practice + ".example", PASSWORD, "/")).hasStatus(303);
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
}
