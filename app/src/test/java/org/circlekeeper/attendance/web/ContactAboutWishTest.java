package org.circlekeeper.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.UUID;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.calls.CallId;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.calls.Whom;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.ProcedureCode;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.Inquirer;
import org.circlekeeper.waitlist.Times;
import org.circlekeeper.waitlist.WaitStatus;
import org.circlekeeper.waitlist.Waitlist;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A contact on a member's page may be about what they wait for, and is so when somebody says it. */
@PracticeTest
class ContactAboutWishTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Circle circle;

    @Autowired
    AnyPractice any;

    @Autowired
    Calls calls;

    @Autowired
    Patients patients;

    @Autowired
    Waitlist waitlist;

    @Autowired
    Groups groups;

    @Autowired
    JdbcClient db;

    private Circle.Made made;
    private PatientId ana;
    private String page;
    private Visitor marcus;
    private UUID type;

    @BeforeEach
    void a_member_of_marcus() {
        made = circle.made();
        ana = made.members().getFirst();
        page = "/patients/" + ana;
        marcus = new Visitor(browser, made.tokens().get(Role.THERAPIST));
        type = any.in(
                made.practice(), () -> groups.find(made.group()).orElseThrow().type());
    }

    @Test
    void a_contact_about_what_they_wait_for_counts_on_the_waitlist_too() {
        assertThat(marcus.page(page)).doesNotContain("what they wait for");
        var wish = waits(ana);
        assertThat(marcus.page(page)).contains("Was it about what they wait for");

        assertThat(marcus.post(page + "/contacts", "outcome", "SPOKE", "channel", "PHONE", "wish", wish.toString()))
                .hasStatus(303);

        assertThat(any.in(
                        made.practice(), () -> waitlist.find(wish).orElseThrow().status()))
                .isEqualTo(WaitStatus.CONTACTED);
        var anothers = waits(made.members().get(1));
        var sent = marcus.post(page + "/contacts", "outcome", "SPOKE", "channel", "PHONE", "wish", anothers.toString());
        assertThat(sent).hasStatus(422);
        assertThat(sent).bodyText().contains("They wait for that no more.");
        assertThat(any.in(
                        made.practice(),
                        () -> waitlist.find(anothers).orElseThrow().status()))
                .isEqualTo(WaitStatus.INQUIRY);
    }

    @Test
    void a_contact_is_about_no_wish_until_somebody_says_so() {
        var wish = waits(ana);

        assertThat(marcus.page(page)).doesNotContain("value=\"" + wish + "\" selected");
        assertThat(marcus.post(page + "/contacts", "outcome", "SPOKE", "channel", "PHONE", "wish", ""))
                .hasStatus(303);

        assertThat(status(wish)).isEqualTo(WaitStatus.INQUIRY);
    }

    @Test
    void a_call_about_one_wish_and_another_wish_are_refused_together() {
        var one = waits(ana);
        var another = waits(ana, kind("Another kind", false));
        var call = callAbout(one);
        var office = new Visitor(browser, made.tokens().get(Role.COORDINATOR));

        var both = office.post(
                page + "/contacts",
                "outcome",
                "SPOKE",
                "channel",
                "PHONE",
                "call",
                call.toString(),
                "wish",
                another.toString());

        assertThat(both).hasStatus(422);
        assertThat(both).bodyText().contains("That call is about something else that they wait for.");
        assertThat(status(one)).isEqualTo(WaitStatus.INQUIRY);
        assertThat(status(another)).isEqualTo(WaitStatus.INQUIRY);
    }

    @Test
    void what_is_said_about_any_wish_of_whoever_has_the_mark_carries_it() {
        var plain = waits(ana);
        waits(ana, kind("Recovery", true));

        assertThat(marcus.post(page + "/contacts", "outcome", "SPOKE", "channel", "PHONE", "wish", plain.toString()))
                .hasStatus(303);

        assertThat(any.in(
                        made.practice(),
                        () -> db.sql("select part2 from calls.contact where patient_id = :ana")
                                .param("ana", ana.value())
                                .query(Boolean.class)
                                .list()))
                .containsExactly(true);
    }

    private UUID kind(String name, boolean part2) {
        return any.in(
                made.practice(),
                () -> groups.type(name, ProcedureCode.GROUP_PSYCHOTHERAPY, part2)
                        .id());
    }

    private CallId callAbout(EntryId entry) {
        return any.in(
                made.practice(),
                () -> calls.ask(
                        new Whom(ana, entry.value(), "Ana", "", "", false),
                        "Offer her a seat.",
                        "/waitlist/" + entry,
                        LocalDate.of(2026, 11, 24),
                        TESTER));
    }

    private WaitStatus status(EntryId entry) {
        return any.in(made.practice(), () -> waitlist.find(entry).orElseThrow().status());
    }

    private EntryId waits(PatientId patient) {
        return waits(patient, type);
    }

    private EntryId waits(PatientId patient, UUID type) {
        return any.in(made.practice(), () -> {
            var self = patients.find(patient).orElseThrow();
            var who = new Inquirer(
                    self.name().first(),
                    self.name().last(),
                    "(217) 555-0100",
                    "",
                    self.birthDate(),
                    "",
                    "",
                    Times.ANY,
                    "");
            return waitlist.ask(new Waitlist.Asked(type, null, patient, who, "by phone"), TESTER);
        });
    }
}
