package org.circlekeeper.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.messaging.Inbox;
import org.circlekeeper.messaging.Message.Topic;
import org.circlekeeper.messaging.Messages;
import org.circlekeeper.messaging.Replies;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.portal.OwnPages.Made;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Ending;
import org.circlekeeper.roster.Rosters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What staff write reaches the member's inbox once it is held no longer, and what the member writes reaches staff. */
@PracticeTest
class InboxPagesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    private static final Inbox.Reader ELSEWHERE = new Inbox.Reader(new UUID(0, 1), "the member", true);

    @Autowired
    OwnPages pages;

    @Autowired
    AnyPractice any;

    @Autowired
    Inbox inbox;

    @Autowired
    Messages messages;

    @Autowired
    Replies replies;

    @Autowired
    Rosters rosters;

    @Autowired
    Rounds rounds;

    @Autowired
    MockMvcTester browser;

    @Autowired
    MovableClock clock;

    private Made made;
    private MemberVisitor member;
    private Visitor office;
    private String thread;

    @BeforeEach
    void a_member_and_the_office() {
        made = pages.made();
        member = new MemberVisitor(browser, pages.signedIn(made, made.member()));
        office = pages.staff(made, Role.COORDINATOR, browser);
        thread = "/messages/" + made.member();
    }

    @AfterEach
    void time_goes_back() {
        clock.moveTo(NOW);
    }

    @Test
    void what_is_held_is_in_no_inbox_and_what_is_opened_is_known() {
        office.post(thread, "topic", "LOGISTICS", "text", "The door is <locked>.");
        assertThat(member.page("/portal/messages/logistics")).doesNotContain("locked");
        assertThat(office.page(thread)).contains("This member reads what you write", "in their inbox alone");
        clock.moveTo(NOW.plus(Duration.ofMinutes(3)));
        assertThat(member.page("/portal")).contains("1 new. Read them.", "1 unread");
        assertThat(member.page("/portal/messages")).contains("1 new");
        assertThat(member.page("/portal/messages/billing")).doesNotContain("locked");
        assertThat(office.page(thread)).doesNotContain("They opened it");

        assertThat(member.page("/portal/messages/logistics"))
                .contains("The door is &lt;locked", "Staff virtual assistant");
        assertThat(member.page("/portal")).contains("Nothing new.");
        assertThat(office.page(thread)).contains("They opened it");
    }

    @Test
    void that_nobody_watches_the_inbox_day_and_night_stands_on_it_and_on_each_thread_in_both_languages() {
        var spanish = member.speaking("es");
        for (var page : List.of("/portal/messages", "/portal/messages/logistics", "/portal/messages/billing")) {
            assertThat(member.page(page)).as(page).contains("Nobody watches this inbox day and night.", "988");
            assertThat(spanish.page(page))
                    .as(page)
                    .contains("Nadie vigila este buzón día y noche.", "988")
                    .doesNotContain("Nobody watches");
        }
    }

    @Test
    void what_was_taken_back_never_comes() {
        office.post(thread, "topic", "LOGISTICS", "text", "Wrong member.");
        var undo = office.page(thread).replaceAll("(?s).*action=\"(/messages/held/[^\"]+/undo)\".*", "$1");
        office.post(undo);
        clock.moveTo(NOW.plus(Duration.ofMinutes(4)));
        assertThat(member.page("/portal/messages/logistics")).doesNotContain("Wrong member.");
    }

    @Test
    void a_reply_is_marked_until_somebody_who_may_read_it_did() {
        var sent = member.post("/portal/messages/logistics", "text", "I come by bus, ten minutes late.");
        assertThat(member.after(sent)).contains("Sent.", "I come by bus", "not read yet");
        assertThat(office.page("/")).contains("1<span class=\"sr-only\"> unread</span>");
        assertThat(office.page("/messages")).contains("New from them", "the member");

        assertThat(office.page(thread)).contains("New from them", "I come by bus");
        assertThat(office.page("/messages")).contains("From them").doesNotContain("New from them");
        assertThat(office.page("/")).doesNotContain("sr-only\"> unread</span>");
        assertThat(member.page("/portal/messages/logistics")).contains(", read");
    }

    @Test
    void words_that_can_mean_danger_to_life_show_help_at_once_are_sent_all_the_same_and_are_read_first() {
        member.post("/portal/messages/care", "text", "The skills group helped, I want to diet now.");
        assertThat(member.page("/portal/messages/care")).doesNotContain("You do not have to be alone");
        var leader = pages.staff(made, Role.THERAPIST, browser);
        leader.page(thread);
        var other = new MemberVisitor(browser, pages.signedIn(made, made.other()));
        var sent = member.post("/portal/messages/care", "text", "Some days I want to\ndie.");
        member.post("/portal/messages/care", "text", "Forget it.");
        other.post("/portal/messages/care", "text", "Is there a session on Friday?");

        assertThat(member.after(sent))
                .contains("You do not have to be alone", "href=\"tel:988\"", "href=\"tel:911\"")
                .contains("nobody watches this inbox day and night", "Sent.");
        assertThat(member.speaking("es").page("/portal/messages/care")).contains("No tiene que pasar por esto");
        assertThat(other.page("/portal/messages/care")).doesNotContain("You do not have to be alone");

        var list = leader.page("/messages");
        assertThat(list).contains("New from them, words of crisis").doesNotContain("Forget it");
        assertThat(list.indexOf("words of crisis")).isLessThan(list.indexOf("/messages/" + made.other()));
        assertThat(leader.page(thread)).contains("Words in it can mean danger to life", "Forget it.");
        assertThat(leader.page("/messages")).doesNotContain("New from them, words of crisis");
        clock.moveTo(NOW.plus(Duration.ofHours(25)));
        assertThat(new MemberVisitor(browser, pages.signedIn(made, made.member())).page("/portal/messages/care"))
                .doesNotContain("You do not have to be alone");
    }

    @Test
    void words_of_crisis_are_read_by_whoever_treats_them_whatever_they_are_about_and_wait_until_they_are() {
        var biller = pages.staff(made, Role.BILLER, browser);
        var owner = pages.staff(made, Role.OWNER, browser);
        var leader = pages.staff(made, Role.THERAPIST, browser);
        member.post("/portal/messages/billing", "text", "The bill is wrong.");
        assertThat(leader.page("/messages")).doesNotContain("New from them");
        member.post("/portal/messages/billing", "text", "I cannot pay. I want to die.");

        assertThat(biller.page(thread)).contains("I want to die.");
        assertThat(biller.page("/messages")).as("a biller has read it").contains("New from them, words of crisis");
        assertThat(leader.page("/")).contains("1<span class=\"sr-only\"> unread</span>");
        assertThat(owner.page("/messages")).contains("New from them, words of crisis");
        assertThat(office.page("/messages")).doesNotContain("words of crisis");
        assertThat(pages.therapistWithoutGroups(made, browser).page("/messages"))
                .doesNotContain("words of crisis");
        assertThat(leader.page(thread)).contains("I want to die.").doesNotContain("The bill is wrong.");
        assertThat(biller.page("/messages")).as("their therapist has").doesNotContain("New from them, words of crisis");
        assertThat(owner.page(thread)).contains("I want to die.").doesNotContain("The bill is wrong.", "<textarea");
    }

    @Test
    void each_hat_reads_its_own_topics() {
        member.post("/portal/messages/care", "text", "I slept badly.");
        assertThat(office.page("/messages")).doesNotContain("New from them");
        assertThat(office.page(thread)).doesNotContain("slept badly");
        var leader = pages.staff(made, Role.THERAPIST, browser);
        assertThat(leader.page("/messages")).contains("New from them");
        assertThat(leader.page(thread)).contains("slept badly");
        assertThat(pages.staff(made, Role.BILLER, browser).page(thread)).doesNotContain("slept badly");
    }

    /** Discharged on Monday, worse on Tuesday. */
    @Test
    void who_has_no_seat_any_more_is_read_by_whoever_led_them_last() {
        leaves();
        member.post("/portal/messages/care", "text", "I am worse.");
        var leader = pages.staff(made, Role.THERAPIST, browser);
        assertThat(leader.page("/messages")).contains("New from them");
        assertThat(leader.page(thread)).contains("I am worse.");
        assertThat(office.page(thread)).doesNotContain("I am worse.");
    }

    @Test
    void what_nobody_else_reads_is_the_owners_who_is_asked_about_it() {
        var owner = pages.staff(made, Role.OWNER, browser);
        leaves();
        member.post("/portal/messages/care", "text", "I am worse.");
        member.post("/portal/messages/billing", "text", "What do I owe?");
        assertThat(pages.therapistWithoutGroups(made, browser).page("/messages"))
                .doesNotContain("New from them");
        rounds.make(made.practice());
        assertThat(owner.page("/")).contains("A member wrote, and nobody but you reads it.");
        assertThat(owner.page("/messages")).contains("New from them");
        assertThat(owner.page(thread)).contains("I am worse.", "What do I owe?");
        assertThat(owner.post(thread, "topic", "CARE", "text", "I call you.")).hasStatus(303);
        rounds.make(made.practice());
        assertThat(owner.page("/")).doesNotContain("nobody but you reads it");

        member.post("/portal/messages/care", "text", "Thank you.");
        pages.staff(made, Role.THERAPIST, browser);
        assertThat(owner.ask(thread)).as("there is a therapist").hasStatusOk();
        assertThat(owner.page(thread)).doesNotContain("Thank you.").contains("What do I owe?");
    }

    @Test
    void that_who_acts_for_them_opened_it_leaves_it_new_to_the_member() {
        office.post(thread, "topic", "LOGISTICS", "text", "The door is locked.");
        clock.moveTo(NOW.plus(Duration.ofMinutes(3)));
        var lena = new Inbox.Reader(UUID.randomUUID(), "Lena Vogt", false);
        assertThat(any.in(made.practice(), () -> inbox.unread(made.member(), lena)))
                .containsEntry(Topic.LOGISTICS, 1L);

        any.run(made.practice(), () -> inbox.open(made.member(), Topic.LOGISTICS, lena));

        assertThat(any.in(made.practice(), () -> inbox.unread(made.member(), lena)))
                .isEmpty();
        assertThat(office.page(thread))
                .contains("Opened by Lena Vogt, who acts for them")
                .doesNotContain("They opened it");
        assertThat(member.page("/portal/messages")).contains("1 new");
        member.page("/portal/messages/logistics");
        assertThat(office.page(thread)).contains("They opened it", "Opened by Lena Vogt");
    }

    @Test
    void what_comes_while_somebody_reads_is_read_by_nobody() {
        var leader = pages.signedInAs(made, Role.COORDINATOR);
        member.post("/portal/messages/logistics", "text", "I come later.");
        any.run(made.practice(), () -> {
            var shown = replies.of(made.member(), messages.sight(leader));
            member.post("/portal/messages/logistics", "text", "I do not come.");
            replies.read(made.member(), shown, leader);
        });

        assertThat(any.in(made.practice(), () -> replies.unread(leader))).containsExactly(made.member());
        assertThat(member.page("/portal/messages/logistics")).contains(", read", "not read yet");
    }

    private void leaves() {
        any.run(
                made.practice(),
                () -> rosters.leave(
                        rosters.of(made.member()).getFirst().id(),
                        LocalDate.of(2026, 11, 22),
                        Ending.GRADUATED,
                        "done",
                        TESTER));
    }

    @Test
    void you_are_whoever_looks_and_everybody_else_has_a_name() {
        member.post("/portal/messages/logistics", "text", "I come later.");
        any.run(made.practice(), () -> {
            var lena = new Actor.Member(UUID.randomUUID(), "Lena Vogt");
            inbox.reply(made.member(), Topic.LOGISTICS, "We come by car.", lena);
        });
        assertThat(member.page("/portal/messages/logistics"))
                .containsPattern("I come later\\.</p>\\s*<small>You, ")
                .containsPattern("We come by car\\.</p>\\s*<small>Written by Lena Vogt, ");
    }

    @Test
    void what_cannot_be_sent_is_not_lost() {
        assertThat(member.post("/portal/messages/care", "text", "  ")).hasStatus(422);
        var tooLong = "x".repeat(2001);
        var answer = member.post("/portal/messages/care", "text", tooLong);
        assertThat(answer).hasStatus(422);
        assertThat(Visitor.text(answer)).contains("up to 2000 characters", tooLong);
        assertThat(member.post("/portal/messages/weather", "text", "Hello")).hasStatus(404);

        for (int i = 0; i < Inbox.AN_HOUR; i++) {
            assertThat(member.post("/portal/messages/care", "text", "Number " + i))
                    .hasStatus(303);
        }
        var tooMany = member.post("/portal/messages/care", "text", "One more");
        assertThat(tooMany).hasStatus(429);
        assertThat(Visitor.text(tooMany)).contains("was not sent", "One more");
        assertThat(any.in(made.practice(), () -> inbox.thread(made.member(), Topic.CARE, ELSEWHERE)))
                .hasSize(Inbox.AN_HOUR);
    }
}
