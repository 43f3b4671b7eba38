package org.circlekeeper.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.portal.OwnPages.OWN_CODE;
import static org.circlekeeper.portal.OwnPages.token;

import java.time.Duration;
import java.time.Instant;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.portal.Entrance.Entered;
import org.circlekeeper.portal.OwnPages.Made;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Two members of one family with one e-mail address: each comes in alone, and neither stands in the other's way. */
@PracticeTest
class SharedMailboxTest {

    private static final String BASE = "http://localhost";
    private static final String OTHER_CODE = "730154";

    @Autowired
    OwnPages pages;

    @Autowired
    Entrance entrance;

    @Autowired
    PortalSignIns signIns;

    @Autowired
    MockMvcTester browser;

    @Autowired
    MovableClock clock;

    private Made made;
    private String address;
    private int machine;

    @BeforeEach
    void two_members_with_one_address() {
        made = pages.made();
        address = "family@" + made.practice() + ".example";
        pages.agrees(made, made.member(), address);
        pages.agrees(made, made.other(), address);
        pages.signedIn(made, made.member());
    }

    @AfterEach
    void time_goes_back() {
        clock.moveTo(Instant.parse("2026-11-23T15:00:00Z"));
    }

    @Test
    void two_who_share_a_mailbox_get_one_link_and_each_code_opens_its_own_pages() {
        otherJoins(OTHER_CODE);
        int before = pages.mails(made).size();
        ask();
        assertThat(pages.mails(made)).hasSize(before + 1);

        assertThat(enter(pages.lastLink(made), OTHER_CODE, ""))
                .isInstanceOfSatisfying(
                        Entered.Welcome.class,
                        welcome -> assertThat(signIns.of(welcome.token())
                                        .orElseThrow()
                                        .member())
                                .isEqualTo(made.other()));
    }

    @Test
    void the_code_of_somebody_in_the_same_mailbox_is_not_taken_and_nothing_says_why() {
        assertThat(otherJoins(OWN_CODE))
                .isInstanceOfSatisfying(
                        Entered.ChooseAnother.class,
                        another -> assertThat(another.why()).isEqualTo("code.tooPlain"));
        assertThat(otherJoins(OTHER_CODE)).isInstanceOf(Entered.Welcome.class);
    }

    @Test
    void a_code_that_two_had_before_they_shared_a_mailbox_opens_nothing_until_both_are_invited_anew() {
        pages.agrees(made, made.other(), "elsewhere@" + made.practice() + ".example");
        assertThat(otherJoins(OWN_CODE)).isInstanceOf(Entered.Welcome.class);
        pages.agrees(made, made.other(), address);

        ask();
        var link = pages.lastLink(made);
        var answer = new MemberVisitor(browser, null).post("/portal/in/" + token(link), "code", OWN_CODE);
        assertThat(answer).hasStatus(404);
        assertThat(Visitor.text(answer))
                .contains("The code you chose counts no more", "new invitation")
                .doesNotContain("Send me a new one");
        assertThat(enter(link, OWN_CODE, "")).isInstanceOf(Entered.Gone.class);
        assertThat(otherJoins(OTHER_CODE)).isInstanceOf(Entered.Welcome.class);
        var invitation = pages.invited(made, made.member());
        assertThat(enter(invitation.link(), invitation.code(), OWN_CODE)).isInstanceOf(Entered.Welcome.class);
    }

    @Test
    void coming_in_with_the_right_code_is_counted_against_nobody_else() {
        otherJoins(OTHER_CODE);
        for (int i = 0; i < 5; i++) {
            clock.moveTo(clock.instant().plus(Duration.ofHours(2)).plusSeconds(1));
            ask();
            assertThat(enter(pages.lastLink(made), "000111", "")).isInstanceOf(Entered.Wrong.class);
            assertThat(enter(pages.lastLink(made), OWN_CODE, "")).isInstanceOf(Entered.Welcome.class);
        }
        ask();
        assertThat(enter(pages.lastLink(made), OTHER_CODE, "")).isInstanceOf(Entered.Welcome.class);
    }

    /** Whoever has a code of their own in the mailbox is not given more guesses at another one by it. */
    @Test
    void coming_in_with_a_right_code_forgets_no_guess_at_somebody_else_s() {
        otherJoins(OTHER_CODE);
        for (int i = 0; i < 5; i++) {
            clock.moveTo(clock.instant().plus(Duration.ofHours(2)).plusSeconds(1));
            ask();
            var link = pages.lastLink(made);
            enter(link, "000111", "");
            enter(link, "000112", "");
            if (i < 4) {
                assertThat(enter(link, OWN_CODE, "")).isInstanceOf(Entered.Welcome.class);
            }
        }
        assertThat(enter(pages.lastLink(made), OTHER_CODE, ""))
                .as("no guess at it is left: it opens nothing until tomorrow")
                .isInstanceOf(Entered.TooManyToday.class);
    }

    @Test
    void whoever_is_locked_out_for_a_day_holds_up_nobody_else_at_that_address() {
        otherJoins(OTHER_CODE);
        for (int i = 0; i < 5; i++) {
            clock.moveTo(clock.instant().plus(Duration.ofHours(2)).plusSeconds(1));
            ask();
            enter(pages.lastLink(made), "000111", "");
            enter(pages.lastLink(made), "000112", "");
        }
        assertThat(enter(pages.lastLink(made), OTHER_CODE, "")).isInstanceOf(Entered.TooManyToday.class);
        var invitation = pages.invited(made, made.member());
        assertThat(enter(invitation.link(), invitation.code(), OWN_CODE)).isInstanceOf(Entered.Welcome.class);

        clock.moveTo(clock.instant().plus(Duration.ofHours(2)).plusSeconds(1));
        ask();
        assertThat(enter(pages.lastLink(made), OWN_CODE, "")).isInstanceOf(Entered.Welcome.class);
        ask();
        assertThat(enter(pages.lastLink(made), OTHER_CODE, ""))
                .as("the other's guesses stay as they were, and they are told so")
                .isInstanceOf(Entered.TooManyToday.class);
    }

    @Test
    void the_right_code_of_whoever_is_locked_out_is_held_against_nobody_else_however_often() {
        lockedOutButForOne();
        for (int i = 0; i < 3; i++) {
            clock.moveTo(clock.instant().plus(Duration.ofMinutes(16)));
            ask();
            for (int j = 0; j < 4; j++) {
                assertThat(enter(pages.lastLink(made), OTHER_CODE, ""))
                        .as("told that it is too often, and not that it is wrong")
                        .isInstanceOf(Entered.TooManyToday.class);
            }
        }
        assertThat(enter(pages.lastLink(made), OWN_CODE, ""))
                .as("twelve tries of the other's code are none at this one")
                .isInstanceOf(Entered.Welcome.class);
    }

    /** Whoever has a code of their own there would else guess at the other's for as long as they like. */
    @Test
    void guesses_at_the_code_of_whoever_is_locked_out_are_answered_a_few_times_alone() {
        lockedOutButForOne();
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(16)));
        ask();
        for (int i = 0; i < 4; i++) {
            assertThat(enter(pages.lastLink(made), "00020" + i, "")).isInstanceOf(Entered.Wrong.class);
        }
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(16)));
        ask();
        assertThat(enter(pages.lastLink(made), "000204", "")).isInstanceOf(Entered.Wrong.class);
        assertThat(enter(pages.lastLink(made), OTHER_CODE, ""))
                .as("it says no more whether it is right")
                .isInstanceOf(Entered.Wrong.class);
    }

    private void lockedOutButForOne() {
        otherJoins(OTHER_CODE);
        for (int i = 0; i < 5; i++) {
            clock.moveTo(clock.instant().plus(Duration.ofHours(2)).plusSeconds(1));
            ask();
            enter(pages.lastLink(made), "000111", "");
            enter(pages.lastLink(made), "000112", "");
        }
        var invitation = pages.invited(made, made.member());
        assertThat(enter(invitation.link(), invitation.code(), OWN_CODE)).isInstanceOf(Entered.Welcome.class);
    }

    @Test
    void nobody_is_sent_more_than_ten_links_a_day_whoever_asks() {
        int before = pages.mails(made).size();
        for (int i = 0; i < 15; i++) {
            clock.moveTo(clock.instant().plus(Duration.ofMinutes(16)));
            ask();
        }
        assertThat(pages.mails(made)).hasSize(before + 10);
        clock.moveTo(clock.instant().plus(Duration.ofHours(24)));
        ask();
        assertThat(pages.mails(made)).hasSize(before + 11);
    }

    private Entered otherJoins(String own) {
        var invitation = pages.invited(made, made.other());
        return enter(invitation.link(), invitation.code(), own);
    }

    private void ask() {
        assertThat(entrance.ask(made.practice(), address, machine(), BASE)).isTrue();
    }

    private Entered enter(String link, String code, String own) {
        return entrance.enter(token(link), code, own, machine(), "");
    }

    private String machine() {
        machine++;
        return "10.4.0." + machine;
    }
}
