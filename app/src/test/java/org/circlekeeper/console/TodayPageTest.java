package org.circlekeeper.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.assistant.Journal;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.database.Home;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.demo.Story;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.story.Told;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What each person finds on the first page, and in the journal. */
@PracticeTest
class TodayPageTest {

    private static final AtomicInteger NEWCOMERS = new AtomicInteger();

    @Autowired
    Story story;

    @Autowired
    Home home;

    @Autowired
    MovableClock clock;

    @Autowired
    People people;

    @Autowired
    SignIns signIns;

    @Autowired
    MockMvcTester browser;

    @Autowired
    PracticeScope scope;

    @Autowired
    Journal journal;

    @Autowired
    AnyPractice any;

    private Story.Told told;

    @BeforeEach
    void it_is_monday_eight_o_clock() {
        told = Told.once(story, home);
        clock.moveTo(Story.BEGINS);
    }

    @AfterEach
    void the_clock_stands_where_other_tests_expect_it() {
        Told.leave(clock);
    }

    @Test
    void the_owner_reads_the_promise_the_questions_and_why() {
        assertThat(page("dana@willowhouse.example", "/"))
                .contains("Since Friday I filed 35 claims for $2,275, kept 4 back, and need 3 answers.")
                .contains("Marcus has 4 unsigned notes. $260 waits.")
                .contains("42 CFR 424.5(a)(6)")
                .contains("27 visits not billed last month")
                .contains("Ten people, weekly: 40 claims a month. Your five groups: 200.")
                .contains("10 of 10 · 09:00 Monday Circle")
                .contains("Thanksgiving: no group, 10 people to tell");
    }

    @Test
    void a_therapist_finds_their_own_groups_and_no_sums() {
        assertThat(page("marcus@willowhouse.example", "/"))
                .contains("Today you lead Monday Circle at 09:00. 4 notes wait for your signature.")
                .contains("Friday Anchor")
                .doesNotContain("Tuesday Skills")
                .doesNotContain("$");
    }

    @Test
    void whoever_prepares_claims_does_not_release_them() {
        var proposal = proposal();
        var ines = signIn("ines@willowhouse.example", told.harborLane());

        assertThat(browser.get().uri("/").cookie(ines))
                .bodyText()
                .contains("The owner or the biller decides this.")
                .contains("Willow House")
                .contains("3 things to do");
        assertThat(browser.post()
                        .uri("/today/do")
                        .with(csrf())
                        .cookie(ines)
                        .param("duty", proposal.duty())
                        .param("key", proposal.key()))
                .hasStatus(403);
    }

    @Test
    void whoever_may_not_see_the_waitlist_is_shown_no_line_of_it_on_any_page_and_agrees_to_none() {
        var practice = any.open();
        people.namePractice(practice, "Any Practice");
        var owner = colleague(practice, Role.OWNER);
        var biller = colleague(practice, Role.BILLER);
        scope.run(
                practice,
                () -> journal.asked(
                        "fill-seats",
                        new Step.Act<>("offer:1", "offer:1", Because.of("A seat opened in Recovery. One fits."))));

        for (var path : List.of("/", "/journal")) {
            assertThat(browser.get().uri(path).cookie(owner)).bodyText().contains("A seat opened in Recovery.");
            assertThat(browser.get().uri(path).cookie(biller)).bodyText().doesNotContain("Recovery");
        }
        assertThat(agreed(biller, "fill-seats", "offer:1")).hasStatus(403);
        assertThat(agreed(biller, "plan-sessions", "any")).hasStatus(403);
        assertThat(agreed(biller, "no-such-duty", "any")).hasStatus(403);
    }

    private Cookie colleague(PracticeId practice, Role role) {
        var person = people.add("colleague" + NEWCOMERS.incrementAndGet() + "@any.example", "Any Colleague");
        people.giveRole(practice, person, role, AnyPractice.TESTER);
        return new Cookie("circlekeeper", signIns.begin(person, practice));
    }

    private MvcTestResult agreed(Cookie who, String duty, String key) {
        return browser.post()
                .uri("/today/do")
                .with(csrf())
                .cookie(who)
                .param("duty", duty)
                .param("key", key)
                .exchange();
    }

    @Test
    void a_proposal_is_done_as_soon_as_somebody_agrees_and_the_journal_says_who() {
        told = Told.anew(story, home);
        var proposal = proposal();
        var helen = signIn("helen@harborlane.example", told.harborLane());

        var answer = agreed(helen, proposal.duty(), proposal.key());
        assertThat(answer).hasStatus(303);
        assertThat(new String(
                        Base64.getUrlDecoder()
                                .decode(answer.getResponse().getCookie("said").getValue()),
                        UTF_8))
                .as("what is kept in the browser names nobody and nothing")
                .contains("Done. The journal has the line.")
                .doesNotContain(proposal.because().sentence());

        assertThat(scope.in(told.harborLane(), journal::open)).isEmpty();
        assertThat(browser.get().uri("/journal?kind=DID").cookie(helen))
                .bodyText()
                .contains("Helen Park agreed");
    }

    @Test
    void several_proposals_are_answered_with_one_press_and_what_had_changed_is_said() {
        told = Told.anew(story, home);
        var proposal = proposal();
        var helen = signIn("helen@harborlane.example", told.harborLane());

        var answer = browser.post()
                .uri("/today/do")
                .with(csrf())
                .cookie(helen)
                .param("duty", proposal.duty())
                .param("key", proposal.key(), "gone meanwhile")
                .exchange();

        assertThat(answer).hasStatus(303);
        assertThat(scope.in(told.harborLane(), journal::open)).isEmpty();
    }

    @Test
    void a_practice_without_anybody_is_shown_three_ways_to_begin() {
        var practice = any.open();
        people.namePractice(practice, "Any Practice");
        var owner = people.add("newcomer" + NEWCOMERS.incrementAndGet() + "@any.example", "New Comer");
        people.giveRole(practice, owner, Role.OWNER, AnyPractice.TESTER);
        var cookie = new Cookie("circlekeeper", signIns.begin(owner, practice));

        assertThat(browser.get().uri("/").cookie(cookie))
                .bodyText()
                .contains("Say who leads groups, with their NPI")
                .contains("All ways to begin");
        assertThat(browser.get().uri("/use-it-for-real").cookie(cookie))
                .bodyText()
                .contains("Bring your exports")
                .contains("Run beside your present system")
                .contains("Start empty")
                .contains("New practices begin carefully: I propose, you press.");
    }

    @Test
    void the_journal_is_read_leaf_by_leaf_and_by_kind() {
        var dana = signIn("dana@willowhouse.example", told.willowHouse());

        assertThat(browser.get().uri("/journal").cookie(dana)).bodyText().contains("Asked", "Done", "Friday Anchor");
        assertThat(browser.get().uri("/journal?kind=ASKED").cookie(dana))
                .bodyText()
                .contains("Marcus has 4 unsigned notes.")
                .doesNotContain("1 session put in the calendar");
        assertThat(browser.get()
                        .uri("/journal?before=" + Story.BEGINS.minus(Duration.ofDays(60)))
                        .cookie(dana))
                .bodyText()
                .contains("Nothing of this kind yet.");
    }

    private JournalEntry proposal() {
        return scope.in(told.harborLane(), journal::open).getFirst();
    }

    private String page(String email, String path) {
        var answer = browser.get()
                .uri(path)
                .cookie(signIn(email, told.willowHouse()))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }

    private Cookie signIn(String email, PracticeId practice) {
        return new Cookie(
                "circlekeeper",
                signIns.begin(people.withEmail(email).orElseThrow().id(), practice));
    }
}
