package org.circlekeeper.waitlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.GroupLeader;
import org.circlekeeper.roster.GroupLeaders;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.WaitStatus;
import org.circlekeeper.waitlist.WaitingPractice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The therapist's word: who may say it, where it is asked for, and which groups it names. */
@PracticeTest
class TherapistPagesTest {

    @Autowired
    AtTheWaitlist at;

    @Autowired
    AnyPractice any;

    @Autowired
    WaitingPractice waiting;

    @Autowired
    Groups groups;

    @Autowired
    GroupLeaders leaders;

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
    void whoever_co_leads_sees_who_waits_and_decides() {
        var lena = waiting.asks(made, "Lena", 1);
        any.run(
                made.practice(),
                () -> leaders.add(
                        made.group(),
                        scene.marcus(),
                        GroupLeader.Part.CO_LEADING,
                        DateRange.from(WaitingPractice.FIRST),
                        AnyPractice.TESTER));

        assertThat(other.page("/waitlist")).contains("Lena W.");
        assertThat(other.page("/waitlist/" + lena)).contains("Your word");
        assertThat(other.post("/waitlist/" + lena + "/decision", "decision", "FIT"))
                .hasStatus(303);
        assertThat(status(lena)).isEqualTo(WaitStatus.WAITING);
    }

    @Test
    void whoever_was_screened_stands_on_the_therapist_s_first_page_until_they_decide() {
        var lena = waiting.asks(made, "Lena", 1);
        office.post("/waitlist/" + lena + "/screening", "day", "2026-11-24", "time", "10:30");
        assertThat(leader.page("/")).as("not screened yet").doesNotContain("for your word");
        office.post("/waitlist/" + lena + "/screening", "day", "2026-11-20", "time", "10:30");

        assertThat(leader.page("/"))
                .contains("1 person was screened and waits for your word.", "/waitlist/" + lena + "#decision")
                .doesNotContain("Lena");
        assertThat(other.page("/")).doesNotContain("for your word");
        leader.post("/waitlist/" + lena + "/decision", "decision", "NOT_NOW");
        assertThat(leader.page("/")).doesNotContain("for your word");
        office.post("/waitlist/" + lena + "/screening", "day", "2026-11-20", "time", "10:30");
        assertThat(leader.page("/")).as("screened once more").contains("for your word");
    }

    @Test
    void a_group_of_another_kind_that_the_therapist_named_is_gone_on_to_with_one_press() {
        var lena = waiting.asks(made, "Lena", 1);
        var talk = any.in(
                made.practice(),
                () -> groups.found(
                        groups.type("Process group", ProcedureCode.GROUP_PSYCHOTHERAPY, false),
                        "Talking Circle",
                        8,
                        any.leader(made.practice()),
                        DateRange.from(WaitingPractice.FIRST),
                        AnyPractice.TESTER));
        leader.post("/waitlist/" + lena + "/decision", "decision", "OTHER_GROUP", "other", talk.toString());

        assertThat(office.page("/waitlist/" + lena))
                .contains("Talking Circle (Process group)", "go on there", "Another group: Talking Circle");
        var type = any.in(made.practice(), () -> groups.find(talk).orElseThrow().type());
        var moved = office.post("/waitlist/" + lena + "/transfer", "type", type.toString(), "group", talk.toString());
        assertThat(office.page(moved.getResponse().getHeader("Location"))).contains("Talking Circle");
    }

    @Test
    void a_group_that_is_none_is_refused_and_nothing_is_decided() {
        var lena = waiting.asks(made, "Lena", 1);
        for (var group : List.of("nonsense", UUID.randomUUID().toString())) {
            leader.post("/waitlist/" + lena + "/decision", "decision", "OTHER_GROUP", "other", group);
            leader.post("/waitlist/" + lena + "/decision", "decision", "FIT", "in", group);
        }
        assertThat(status(lena)).isEqualTo(WaitStatus.INQUIRY);
        leader.post(
                "/waitlist/" + lena + "/decision",
                "decision",
                "FIT",
                "in",
                made.group().toString());
        assertThat(status(lena)).isEqualTo(WaitStatus.WAITING);
    }

    private WaitStatus status(EntryId id) {
        return at.status(scene, id);
    }
}
