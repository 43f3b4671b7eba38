package org.circlekeeper.waitlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.ProcedureCode;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.WaitStatus;
import org.circlekeeper.waitlist.WaitingPractice;
import org.circlekeeper.waitlist.Waitlist;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The waitlist as people use it. */
@PracticeTest
class WaitlistPagesTest {

    @Autowired
    AtTheWaitlist at;

    @Autowired
    AnyPractice any;

    @Autowired
    WaitingPractice waiting;

    @Autowired
    Waitlist waitlist;

    @Autowired
    Rosters rosters;

    @Autowired
    Groups groups;

    AtTheWaitlist.Scene scene;
    WaitingPractice.Made made;
    Visitor office;
    Visitor leader;
    Visitor other;

    @BeforeEach
    void a_group_with_one_free_seat() {
        scene = at.scene();
        made = scene.made();
        office = scene.office();
        leader = scene.leader();
        other = scene.other();
    }

    @Test
    void from_a_first_word_to_the_seat() {
        var added = office.post(
                "/waitlist/new",
                "kind",
                made.type().toString(),
                "first",
                "Lena",
                "last",
                "Kern",
                "phone",
                "217 555 0142",
                "tuesdays",
                "yes",
                "came",
                "by phone");
        assertThat(added).hasStatus(303);
        var href = added.getResponse().getHeader("Location");
        var id = EntryId.of(href.substring("/waitlist/".length()));
        assertThat(office.page("/waitlist")).contains("Lena K.", "age not known", "Tuesdays", "since today");
        assertThat(office.page("/calls")).contains("Lena Kern", "tel:2175550142", "42 CFR Part 2", "call back");

        assertThat(office.post(href + "/contact", "outcome", "SPOKE", "channel", "PHONE", "said", "likes evenings"))
                .hasStatus(303);
        assertThat(status(id)).isEqualTo(WaitStatus.CONTACTED);
        assertThat(office.post(href + "/screening", "day", "2026-11-24", "time", "10:30"))
                .hasStatus(303);
        decidedAndOffered(href, id);
    }

    private void decidedAndOffered(String href, EntryId id) {
        assertThat(leader.page("/waitlist")).contains("They wait for your word", "Lena K.", "Talk to me");
        assertThat(office.post(href + "/offer", "group", made.group().toString()))
                .hasStatus(303);
        assertThat(status(id)).as("nobody decided").isEqualTo(WaitStatus.SCREEN_SCHEDULED);

        assertThat(leader.post(href + "/decision", "decision", "FIT")).hasStatus(303);
        assertThat(status(id)).isEqualTo(WaitStatus.WAITING);
        assertThat(office.page("/waitlist/placement")).contains("Tuesday Skills", "Lena K.", "comes Tuesdays");
        assertThat(office.post("/waitlist/placement", "pick", id + " " + made.group() + " 2026-11-24"))
                .hasStatus(303);
        assertThat(status(id)).isEqualTo(WaitStatus.OFFERED);
        assertThat(office.page(href)).contains("A seat is kept", "They say yes");

        accepted(href, id);
    }

    private void accepted(String href, EntryId id) {
        office.post(href + "/acceptance");
        office.post(href + "/seat");
        assertThat(status(id)).as("a record needs the birth date").isEqualTo(WaitStatus.CLEARING);
        assertThat(office.page(href)).contains("Birth date, for the record");
        office.post(href + "/seat", "born", "1990-04-02");
        assertThat(status(id)).isEqualTo(WaitStatus.ENROLLED);
        assertThat(any.in(made.practice(), () -> rosters.of(made.group()))).hasSize(3);
        assertThat(office.page(href)).contains("has the seat", "likes evenings", "Fits");
    }

    @Test
    void a_therapist_sees_the_kinds_they_lead_and_no_others() {
        var lena = waiting.asks(made, "Lena", 1);

        assertThat(leader.page("/waitlist")).contains("Lena W.");
        assertThat(leader.page("/calls")).contains("Lena");
        for (var path : List.of("/waitlist", "/calls", "/waitlist/placement")) {
            assertThat(other.page(path)).doesNotContain("Lena", "Skills");
        }
        var nobody = other.ask("/waitlist/" + UUID.randomUUID());
        assertThat(other.ask("/waitlist/" + lena))
                .hasStatus(nobody.getResponse().getStatus());
        assertThat(other.post("/waitlist/" + lena + "/decision", "decision", "FIT"))
                .hasStatus(403);
        assertThat(office.post("/waitlist/" + lena + "/decision", "decision", "FIT"))
                .hasStatus(403);
    }

    @Test
    void not_this_group_sounds_alike_whatever_the_reason() {
        var lena = waiting.asks(made, "Lena", 1);
        var ben = waiting.asks(made, "Ben", 2);
        leader.post("/waitlist/" + lena + "/decision", "decision", "OTHER_GROUP", "words", "her brother sits there");
        leader.post("/waitlist/" + ben + "/decision", "decision", "OTHER_GROUP", "words", "too young");

        var said = Pattern.compile("Tell them: “[^”]*”")
                .matcher(office.page("/calls"))
                .results()
                .map(found -> found.group())
                .toList();
        assertThat(said).hasSize(2);
        assertThat(said.stream().distinct()).hasSize(1);
        assertThat(office.page("/calls")).doesNotContain("brother", "young");
    }

    @Test
    void every_move_is_made_by_a_menu_without_a_script_and_one_that_may_not_be_is_refused() {
        var lena = waiting.asks(made, "Lena", 1);

        assertThat(office.page("/waitlist")).contains("Move to…", "data-next=\"CONTACTED\"", "data-back=\"\"");
        office.post("/waitlist/" + lena + "/move", "to", "CONTACTED", "from", "list");
        assertThat(status(lena)).isEqualTo(WaitStatus.CONTACTED);
        for (var to : List.of("WAITING", "OFFERED", "ENROLLED", "NOT_FIT", "nonsense")) {
            office.post("/waitlist/" + lena + "/move", "to", to);
            assertThat(status(lena)).as(to).isEqualTo(WaitStatus.CONTACTED);
        }
    }

    @Test
    void another_kind_of_group_keeps_the_days_waited_and_the_mark_of_part_2() {
        var lena = waiting.waits(made, "Lena", 1);
        var open = any.in(
                made.practice(),
                () -> groups.type("Process group", ProcedureCode.GROUP_PSYCHOTHERAPY, false)
                        .id());

        var moved = office.post("/waitlist/" + lena + "/transfer", "type", open.toString(), "why", "wants to talk");

        var next = EntryId.of(moved.getResponse().getHeader("Location").substring("/waitlist/".length()));
        var before = any.in(made.practice(), () -> waitlist.find(lena).orElseThrow());
        var after = any.in(made.practice(), () -> waitlist.find(next).orElseThrow());
        assertThat(before.status()).isEqualTo(WaitStatus.TRANSFERRED);
        assertThat(after.since()).isEqualTo(before.since());
        assertThat(after.part2()).isTrue();
        assertThat(after.fits()).isFalse();
    }

    private WaitStatus status(EntryId id) {
        return at.status(scene, id);
    }
}
