package org.circlekeeper.waitlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.ProcedureCode;
import org.circlekeeper.waitlist.Interest;
import org.circlekeeper.waitlist.WaitingPractice;
import org.circlekeeper.waitlist.Waitlist;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The form that strangers meet. */
@PracticeTest
class InterestPagesTest {

    @Autowired
    AtTheWaitlist at;

    @Autowired
    AnyPractice any;

    @Autowired
    WaitingPractice waiting;

    @Autowired
    Waitlist waitlist;

    @Autowired
    Interest interest;

    @Autowired
    Groups groups;

    AtTheWaitlist.Scene scene;
    WaitingPractice.Made made;
    Visitor office;
    Visitor stranger;

    @BeforeEach
    void a_group_with_one_free_seat() {
        scene = at.scene();
        made = scene.made();
        office = scene.office();
        stranger = scene.stranger();
    }

    @Test
    void i03_the_form_tells_a_stranger_nothing_and_promises_a_call() {
        waiting.waits(made, "Lena", 1);
        waiting.asks(made, "Benedetta", 2);
        var address = opened();

        var form = stranger.page(address);
        assertThat(form).contains("Ask for a call", "Any Office", "by Tue 24 Nov 2026", "Spanish");
        assertThat(stranger.post(address, "first", "Žofie <b>", "last", "中村", "phone", "217 555 0199"))
                .hasStatus(303);
        assertThat(stranger.post(address, "first", "Nul\u0000", "phone", "217 555 0198")
                        .getResponse()
                        .getStatus())
                .as("a byte that is no letter")
                .isIn(303, 400);
        var thanks = stranger.page(address + "?sent=yes");
        assertThat(thanks).contains("Thank you", "by Tue 24 Nov 2026");
        for (var shown : List.of(form, thanks)) {
            assertThat(shown).doesNotContain("Lena", "Benedetta", "Skills", "Tuesday ", "Dana", "seat", "waitlist");
        }
        assertThat(office.page("/waitlist")).contains("Žofie &lt;b", "中.");
        assertThat(office.page("/calls")).contains("(217) 555-0199");
    }

    @Test
    void whoever_asks_twice_stands_on_the_list_once() {
        var address = opened();
        stranger.post(address, "first", "Lena", "phone", "217 555 0199");
        stranger.post(address, "first", "Lena", "phone", "(217) 555-0199", "note", "I moved");

        var entries = any.in(made.practice(), waitlist::pipeline);
        assertThat(entries).hasSize(1);
        assertThat(office.page(entries.getFirst().href())).contains("Asked once more: I moved");
    }

    @Test
    void somebody_else_of_the_household_stands_on_the_list_too_and_is_told_the_same() {
        var address = opened();
        stranger.post(address, "first", "Lena", "last", "Kern", "phone", "217 555 0199", "tuesdays", "yes");
        var first = stranger.page(address + "?sent=yes");
        stranger.post(address, "first", "Jörg", "last", "Kern", "phone", "217 555 0199", "sundays", "yes");
        stranger.post(address, "first", "jorg ", "last", "KERN", "phone", "217 555 0199");

        var entries = any.in(made.practice(), waitlist::pipeline);
        assertThat(entries)
                .extracting(
                        entry -> entry.who().name() + " " + entry.who().times().days())
                .containsExactlyInAnyOrder("Lena Kern [TUESDAY]", "Jörg Kern [SUNDAY]");
        assertThat(office.page("/calls")).contains("Lena Kern", "Jörg Kern");
        assertThat(office.page(entries.getFirst().href())).contains("has the same number or address");
        assertThat(stranger.page(address + "?sent=yes")).isEqualTo(first);
    }

    @Test
    void a_program_that_fills_in_everything_is_thanked_and_kept_nowhere() {
        var address = opened();

        assertThat(stranger.post(address, "first", "Bot", "phone", "217 555 0100", "website", "http://x.example"))
                .hasStatus(303);
        assertThat(any.in(made.practice(), waitlist::pipeline)).isEmpty();
    }

    @Test
    void a_form_that_is_sent_too_often_from_one_place_keeps_nothing_more_and_says_what_to_do() {
        var address = opened();
        var answers = new ArrayList<Integer>();
        for (int i = 0; i < 7; i++) {
            answers.add(stranger.post(address, "first", "N" + i, "phone", "217 555 01%02d".formatted(i))
                    .getResponse()
                    .getStatus());
        }

        assertThat(answers).containsExactly(303, 303, 303, 303, 303, 429, 429);
        assertThat(any.in(made.practice(), waitlist::pipeline)).hasSize(5);
    }

    @Test
    void a_closed_form_and_an_invented_address_open_nothing() {
        var address = opened();
        office.post("/waitlist/links/" + made.type() + "/closing");

        for (var path : List.of(address, "/interest/nonsense", "/interest/" + "A".repeat(43))) {
            assertThat(stranger.ask(path)).as(path).hasStatus(404);
        }
        assertThat(stranger.post(address, "first", "Lena", "phone", "217 555 0199"))
                .hasStatus(404);
        assertThat(stranger.post(opened(), "first", "x".repeat(900), "phone", "217 555 0199"))
                .hasStatus(422);
        assertThat(stranger.post(opened(), "first", "Nobody")).hasStatus(422);
    }

    @Test
    void a_kind_whose_form_was_opened_goes_and_one_that_somebody_asked_for_stays_and_says_why() {
        var kind = any.in(
                made.practice(),
                () -> groups.type("Process", ProcedureCode.GROUP_PSYCHOTHERAPY, false)
                        .id());
        var remove = "/groups/kinds/" + kind + "/remove";
        office.post("/waitlist/links/" + kind);
        office.post("/waitlist/links/" + kind + "/closing");
        office.post("/waitlist/links/" + kind);
        var address =
                "/interest/" + any.in(made.practice(), () -> interest.open().get(kind));
        stranger.post(address, "first", "Lena", "phone", "217 555 0199");
        var lena = any.in(made.practice(), waitlist::pipeline).getFirst();
        office.post(lena.href() + "/move", "to", "WITHDRAWN");

        assertThat(office.after(office.post(remove))).contains("Somebody asked for a seat");
        assertThat(stranger.ask(address)).hasStatus(200);

        var unasked = any.in(
                made.practice(),
                () -> groups.type("Grief", ProcedureCode.GROUP_PSYCHOTHERAPY, false)
                        .id());
        office.post("/waitlist/links/" + unasked);
        var closed =
                "/interest/" + any.in(made.practice(), () -> interest.open().get(unasked));
        assertThat(office.after(office.post("/groups/kinds/" + unasked + "/remove")))
                .contains("The kind is gone.");
        assertThat(stranger.ask(closed)).hasStatus(404);
    }

    private String opened() {
        return at.opened(scene);
    }
}
