package org.circlekeeper.waitlist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Joining;
import org.circlekeeper.roster.Kinds;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.Interest;
import org.circlekeeper.waitlist.WaitStatus;
import org.circlekeeper.waitlist.WaitingPractice;
import org.circlekeeper.waitlist.Waitlist;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Those who come together, groups that are open to whoever comes, and the form's address on paper. */
@PracticeTest
class FamilyPagesTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    AnyPractice any;

    @Autowired
    WaitingPractice waiting;

    @Autowired
    People people;

    @Autowired
    SignIns signIns;

    @Autowired
    Waitlist waitlist;

    @Autowired
    Interest interest;

    @Autowired
    Kinds kinds;

    @Autowired
    Groups groups;

    @Autowired
    Patients patients;

    @Autowired
    Rosters rosters;

    WaitingPractice.Made made;
    String office;

    @BeforeEach
    void a_group_with_one_free_seat() {
        made = waiting.made(2);
        var ines = people.add("ines@" + made.practice() + ".example", "Ines Costa");
        people.giveRole(made.practice(), ines, Role.COORDINATOR, AnyPractice.TESTER);
        office = signIns.begin(ines, made.practice());
    }

    @Test
    void two_are_let_come_together_by_name_and_it_is_said_why_no_seat_is_offered() {
        var lena = waiting.waits(made, "Lena", 1);
        var ben = waiting.waits(made, "Ben", 2);
        var href = "/waitlist/" + lena;
        assertThat(page(office, href)).contains("They come alone.");

        post(office, href + "/family", "other", "Nobody");
        assertThat(page(office, href)).as("nobody of that name").contains("They come alone.");
        post(office, href + "/family", "other", "Ben Waits2");
        assertThat(page(office, href))
                .contains("Each of the 2 has a seat, in one group, or none of them has.", "Ben Waits2")
                .contains("They come together and need 2 seats; Tuesday Skills has 1 free from");
        assertThat(page(office, "/waitlist/" + ben)).contains("Comes with", "Lena Waits1");
        assertThat(page(office, "/waitlist")).contains("with 1 more", "comes along");
        assertThat(page(office, "/waitlist/placement")).contains("They come together and need 2 seats in one group");

        post(office, "/waitlist/" + ben + "/family/leaving");
        assertThat(page(office, href)).contains("They come alone.");
    }

    @Test
    void a_group_that_is_open_to_whoever_comes_is_told_of_and_keeps_no_seat() {
        openToWhoeverComes();
        var lena = waiting.waits(made, "Lena", 1);

        assertThat(page(office, "/waitlist/placement")).contains("Open to whoever comes", "Tuesday Skills");
        assertThat(page(office, "/waitlist")).contains("Open to whoever comes: no seat is kept or offered.");
        assertThat(page(office, "/waitlist/" + lena)).contains("Open to whoever comes", "while chairs last");
        post(office, "/waitlist/" + lena + "/offer", "group", made.group().toString(), "despite", "they asked");
        assertThat(status(lena)).isEqualTo(WaitStatus.WAITING);

        assertThat(page(office, opened()))
                .contains("open to whoever comes: you need not wait for a place")
                .doesNotContain("Skills", "Lena");
    }

    @Test
    void who_is_ready_for_an_open_group_comes_from_a_day_on_with_a_record_and_without_a_seat() {
        openToWhoeverComes();
        var href = "/waitlist/" + waiting.waits(made, "Lena", 1);
        var id = EntryId.of(href.substring("/waitlist/".length()));
        assertThat(page(office, href)).contains("Comes from", "They will come");

        post(office, href + "/coming", "group", made.group().toString(), "from", "2026-11-24");

        assertThat(status(id)).isEqualTo(WaitStatus.COMES);
        assertThat(page(office, href)).contains("may come", "Tuesday Skills from Tue 24 Nov");
        var record = any.in(made.practice(), () -> patients.search("Waits1"));
        assertThat(record).hasSize(1);
        assertThat(any.in(made.practice(), () -> rosters.of(record.getFirst().id())))
                .as("nobody is seated by it")
                .isEmpty();
        assertThat(post(office, "/groups/" + made.group() + "/add", "find", "Waits1"))
                .bodyText()
                .contains("Lena Waits1");
    }

    @Test
    void who_is_not_ready_or_asks_for_a_group_with_seats_does_not_come_like_that() {
        var ready = waiting.waits(made, "Lena", 1);
        post(office, "/waitlist/" + ready + "/coming", "group", made.group().toString(), "from", "2026-11-24");
        assertThat(status(ready)).as("the group keeps seats").isEqualTo(WaitStatus.WAITING);

        openToWhoeverComes();
        var asked = waiting.asks(made, "Ben", 2);
        post(office, "/waitlist/" + asked + "/coming", "group", made.group().toString(), "from", "2026-11-24");
        post(office, "/waitlist/" + ready + "/coming", "group", made.group().toString(), "from", "2026-11-22");
        assertThat(status(asked)).as("no therapist said so").isEqualTo(WaitStatus.INQUIRY);
        assertThat(status(ready)).as("the day is over").isEqualTo(WaitStatus.WAITING);
    }

    private void openToWhoeverComes() {
        any.run(made.practice(), () -> {
            var type = groups.type(made.type()).orElseThrow();
            kinds.change(
                    new Groups.Type(type.id(), type.name(), type.code(), type.part2(), Joining.DROP_IN, false, "", 0),
                    AnyPractice.TESTER);
        });
    }

    @Test
    void the_form_s_address_is_printed_with_a_code_and_not_once_it_is_closed() {
        var poster = "/waitlist/links/" + made.type() + "/poster";
        assertThat(browser.get().uri(poster).cookie(new Cookie("circlekeeper", office)))
                .hasStatus(404);
        var address = opened();
        waiting.waits(made, "Lena", 1);

        assertThat(page(office, poster))
                .contains(address, "<svg class=\"qr\"", "h1v1h-1z")
                .doesNotContain("Lena", "Skills");
        assertThat(page(office, "/waitlist")).contains("data-copy=\"link-" + made.type() + "\"", poster);
    }

    private String opened() {
        post(office, "/waitlist/links/" + made.type());
        return "/interest/" + any.in(made.practice(), () -> interest.open().get(made.type()));
    }

    private WaitStatus status(EntryId id) {
        return any.in(made.practice(), () -> waitlist.find(id).orElseThrow().status());
    }

    private String page(String token, String path) {
        var answer = browser.get()
                .uri(path)
                .cookie(new Cookie("circlekeeper", token))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult post(String token, String path, String... fields) {
        var request = browser.post().uri(path).with(csrf()).cookie(new Cookie("circlekeeper", token));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
