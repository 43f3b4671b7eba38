package org.circlekeeper.waitlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Joining;
import org.circlekeeper.roster.Kinds;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.WaitStatus;
import org.circlekeeper.waitlist.WaitingPractice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Those who come together, groups that are open to whoever comes, and the form's address on paper. */
@PracticeTest
class FamilyPagesTest {

    @Autowired
    AtTheWaitlist at;

    @Autowired
    AnyPractice any;

    @Autowired
    WaitingPractice waiting;

    @Autowired
    Kinds kinds;

    @Autowired
    Groups groups;

    @Autowired
    Patients patients;

    @Autowired
    Rosters rosters;

    AtTheWaitlist.Scene scene;
    WaitingPractice.Made made;
    Visitor office;

    @BeforeEach
    void a_group_with_one_free_seat() {
        scene = at.scene();
        made = scene.made();
        office = scene.office();
    }

    @Test
    void two_are_let_come_together_by_name_and_it_is_said_why_no_seat_is_offered() {
        var lena = waiting.waits(made, "Lena", 1);
        var ben = waiting.waits(made, "Ben", 2);
        var href = "/waitlist/" + lena;
        assertThat(office.page(href)).contains("They come alone.");

        office.post(href + "/family", "other", "Nobody");
        assertThat(office.page(href)).as("nobody of that name").contains("They come alone.");
        office.post(href + "/family", "other", "Ben Waits2");
        assertThat(office.page(href))
                .contains("Each of the 2 has a seat, in one group, or none of them has.", "Ben Waits2")
                .contains("They come together and need 2 seats; Tuesday Skills has 1 free from");
        assertThat(office.page("/waitlist/" + ben)).contains("Comes with", "Lena Waits1");
        assertThat(office.page("/waitlist")).contains("with 1 more", "comes along");
        assertThat(office.page("/waitlist/placement")).contains("They come together and need 2 seats in one group");

        office.post("/waitlist/" + ben + "/family/leaving");
        assertThat(office.page(href)).contains("They come alone.");
    }

    @Test
    void a_group_that_is_open_to_whoever_comes_is_told_of_and_keeps_no_seat() {
        openToWhoeverComes();
        var lena = waiting.waits(made, "Lena", 1);

        assertThat(office.page("/waitlist/placement")).contains("Open to whoever comes", "Tuesday Skills");
        assertThat(office.page("/waitlist")).contains("Open to whoever comes: no seat is kept or offered.");
        assertThat(office.page("/waitlist/" + lena)).contains("Open to whoever comes", "while chairs last");
        office.post("/waitlist/" + lena + "/offer", "group", made.group().toString(), "despite", "they asked");
        assertThat(status(lena)).isEqualTo(WaitStatus.WAITING);

        assertThat(office.page(opened()))
                .contains("open to whoever comes: you need not wait for a place")
                .doesNotContain("Skills", "Lena");
    }

    @Test
    void who_is_ready_for_an_open_group_comes_from_a_day_on_with_a_record_and_without_a_seat() {
        openToWhoeverComes();
        var href = "/waitlist/" + waiting.waits(made, "Lena", 1);
        var id = EntryId.of(href.substring("/waitlist/".length()));
        assertThat(office.page(href)).contains("Comes from", "They will come");

        office.post(href + "/coming", "group", made.group().toString(), "from", "2026-11-24");

        assertThat(status(id)).isEqualTo(WaitStatus.COMES);
        assertThat(office.page(href)).contains("may come", "Tuesday Skills from Tue 24 Nov");
        var record = any.in(made.practice(), () -> patients.search("Waits1"));
        assertThat(record).hasSize(1);
        assertThat(any.in(made.practice(), () -> rosters.of(record.getFirst().id())))
                .as("nobody is seated by it")
                .isEmpty();
        assertThat(office.post("/groups/" + made.group() + "/add", "find", "Waits1"))
                .bodyText()
                .contains("Lena Waits1");
    }

    @Test
    void who_is_not_ready_or_asks_for_a_group_with_seats_does_not_come_like_that() {
        var ready = waiting.waits(made, "Lena", 1);
        office.post("/waitlist/" + ready + "/coming", "group", made.group().toString(), "from", "2026-11-24");
        assertThat(status(ready)).as("the group keeps seats").isEqualTo(WaitStatus.WAITING);

        openToWhoeverComes();
        var asked = waiting.asks(made, "Ben", 2);
        office.post("/waitlist/" + asked + "/coming", "group", made.group().toString(), "from", "2026-11-24");
        office.post("/waitlist/" + ready + "/coming", "group", made.group().toString(), "from", "2026-11-22");
        assertThat(status(asked)).as("no therapist said so").isEqualTo(WaitStatus.INQUIRY);
        assertThat(status(ready)).as("the day is over").isEqualTo(WaitStatus.WAITING);
    }

    private void openToWhoeverComes() {
        any.run(made.practice(), () -> {
            var type = groups.type(made.type()).orElseThrow();
            kinds.change(
                    new Groups.Type(
                            type.id(), type.name(), type.code(), type.part2(), Joining.DROP_IN, false, "", 0, false),
                    AnyPractice.TESTER);
        });
    }

    @Test
    void the_form_s_address_is_printed_with_a_code_and_not_once_it_is_closed() {
        var poster = "/waitlist/links/" + made.type() + "/poster";
        assertThat(office.ask(poster)).hasStatus(404);
        var address = opened();
        waiting.waits(made, "Lena", 1);

        assertThat(office.page(poster))
                .contains(address, "<svg class=\"qr\"", "h1v1h-1z")
                .doesNotContain("Lena", "Skills");
        assertThat(office.page("/waitlist")).contains("data-copy=\"link-" + made.type() + "\"", poster);
    }

    private String opened() {
        return at.opened(scene);
    }

    private WaitStatus status(EntryId id) {
        return at.status(scene, id);
    }
}
