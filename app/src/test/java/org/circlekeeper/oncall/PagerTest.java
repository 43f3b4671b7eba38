package org.circlekeeper.oncall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.oncall.Alarm.Status;
import org.circlekeeper.outbox.Mailed;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The first is paged, the next ten minutes later, then everyone; until a clinician closes it with a note. */
@PracticeTest
class PagerTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    @Autowired
    AnyPractice any;

    @Autowired
    Pager pager;

    @Autowired
    OnCall onCall;

    @Autowired
    People people;

    @Autowired
    SignIns signIns;

    @Autowired
    Rounds rounds;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvcTester browser;

    @Autowired
    Mailed mailed;

    private PracticeId practice;
    private PatientId member;

    @BeforeEach
    void a_practice_and_a_member() {
        practice = any.open();
        people.namePractice(practice, "Any Practice");
        member = any.patient(practice);
    }

    @AfterEach
    void time_goes_back() {
        clock.moveTo(NOW);
    }

    @Test
    void the_next_is_paged_after_ten_minutes_and_not_before_and_then_it_is_everybodys() {
        onCall("first");
        onCall("second");
        var alarm = raised();
        assertThat(mails()).containsExactly("first@" + practice + ".example");
        after(Duration.ofMinutes(9));
        assertThat(mails()).hasSize(1);
        after(Duration.ofMinutes(10));
        assertThat(mails()).containsExactly("first@" + practice + ".example", "second@" + practice + ".example");
        after(Duration.ofMinutes(19));
        assertThat(standing(alarm).status()).isEqualTo(Status.PAGED);
        after(Duration.ofMinutes(20));
        assertThat(standing(alarm).status()).isEqualTo(Status.UNANSWERED);
        after(Duration.ofHours(2));
        assertThat(mails()).hasSize(2);
    }

    @Test
    void with_nobody_on_call_it_is_everybodys_at_once() {
        var alarm = raised();
        assertThat(standing(alarm).status()).isEqualTo(Status.UNANSWERED);
        assertThat(any.in(practice, onCall::isSomebody)).isFalse();
        assertThat(staff(Role.BILLER).page("/"))
                .contains("Alarm since", "Nobody is on call, so nobody was asked.")
                .doesNotContain("Person Number", "/alarms/");
    }

    @Test
    void whoever_takes_it_on_stops_the_paging_and_a_note_ends_it() {
        onCall("first");
        onCall("second");
        var alarm = raised();
        var clinician = staff(Role.THERAPIST);
        var page = "/alarms/" + alarm;
        assertThat(clinician.page("/")).contains(page);
        assertThat(clinician.page(page)).contains("Alarm about Person Number", "first was asked to sign in");
        assertThat(clinician.after(clinician.post(page + "/acknowledgement"))).contains("It is yours.");
        assertThat(clinician.after(clinician.post(page + "/acknowledgement"))).contains("taken it on already");
        after(Duration.ofMinutes(30));
        assertThat(mails()).hasSize(1);
        assertThat(clinician.page("/"))
                .contains("notice bad", "A clinician has taken it on. It stands here until it is closed");

        assertThat(clinician.post(page + "/closing", "note", " ")).hasStatus(422);
        assertThat(clinician.after(clinician.post(page + "/closing", "note", "Called, is safe.")))
                .contains("Closed.", "Called, is safe.");
        assertThat(clinician.after(clinician.post(page + "/closing", "note", "again")))
                .contains("It was closed already")
                .doesNotContain("again");
        assertThat(clinician.page("/")).doesNotContain("Alarm since");
    }

    @Test
    void only_clinicians_open_and_close_it() {
        var alarm = raised();
        for (var role : List.of(Role.OWNER, Role.BILLER, Role.COORDINATOR, Role.COMPLIANCE)) {
            var staff = staff(role);
            assertThat(staff.ask("/alarms/" + alarm)).hasStatus(403);
            assertThat(staff.post("/alarms/" + alarm + "/closing", "note", "x")).hasStatus(403);
        }
        assertThat(standing(alarm).status()).isEqualTo(Status.UNANSWERED);
    }

    @Test
    void whoever_works_here_no_more_is_not_paged_and_counts_as_nobody() {
        var left = onCall("first");
        assertThat(any.in(practice, onCall::isSomebody)).isTrue();
        people.takeRole(practice, left, Role.THERAPIST, TESTER);
        assertThat(any.in(practice, onCall::isSomebody)).isFalse();
        assertThat(standing(raised()).status()).isEqualTo(Status.UNANSWERED);
        assertThat(mails()).isEmpty();
        assertThat(staff(Role.OWNER).page("/on-call")).contains("not paged");
    }

    @Test
    void whoever_answers_sees_how_to_reach_the_member_whether_or_not_they_lead_a_group_of_theirs() {
        onCall("first");
        assertThat(staff(Role.THERAPIST).page("/alarms/" + raised())).contains("Born: 1 Jan 1980<", "elephone");
    }

    @Test
    void the_same_cause_is_one_alarm() {
        onCall("first");
        var first = raised();
        assertThat(raised()).isEqualTo(first);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void of_two_nodes_at_the_same_moment_one_pages_the_next() throws Exception {
        onCall("first");
        onCall("second");
        onCall("third");
        var alarm = raised();
        clock.moveTo(NOW.plus(Duration.ofMinutes(10)));
        var seen = standing(alarm);
        try (var nodes = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> escalates = () -> any.in(practice, () -> pager.escalate(seen, TESTER));
            assertThat(nodes.invokeAll(List.of(escalates, escalates)).stream()
                            .map(one -> one.resultNow())
                            .toList())
                    .containsExactlyInAnyOrder(true, false);
        }
        assertThat(mails()).hasSize(2);
    }

    @Test
    void a_page_says_nothing_but_that_somebody_is_needed() {
        onCall("first");
        raised();
        assertThat(any.in(practice, () -> mailed.of("neutral-e-mail"))
                        .getFirst()
                        .lines())
                .containsExactly("first@" + practice + ".example", "Any Office", "(217) 555-0142", "NEEDED");
    }

    @Test
    void the_owner_keeps_the_list_and_everybody_reads_it() {
        var owner = staff(Role.OWNER);
        var clinician = people.add("therapist@" + practice + ".example", "Dana Whitfield");
        people.giveRole(practice, clinician, Role.THERAPIST, TESTER);
        assertThat(owner.page("/on-call")).contains("Nobody is on the list", "hours in which nobody is on call");
        var wrong =
                owner.post("/on-call", "person", clinician.toString(), "phone", "12", "email", "x", "from", "08:00");
        assertThat(wrong).hasStatus(422);
        assertThat(Visitor.text(wrong)).contains("ten digits", "one e-mail address");
        var biller = people.add("biller@" + practice + ".example", "Bill Biller");
        people.giveRole(practice, biller, Role.BILLER, TESTER);
        assertThat(owner.post("/on-call", "person", biller.toString(), "phone", "2175550142", "email", "b@x.example"))
                .hasStatus(422);

        var kept = owner.post(
                "/on-call", "person", clinician.toString(), "phone", "2175550142", "email", "dana@home.example");
        assertThat(owner.after(kept)).contains("Dana Whitfield", "day and night", "Somebody is on call day and night");
        assertThat(owner.after(owner.post("/on-call/test"))).contains("asked to sign in, within a minute");
        assertThat(staff(Role.BILLER).page("/on-call"))
                .contains("Dana Whitfield")
                .doesNotContain("Take off");
        assertThat(owner.after(owner.post("/on-call/" + clinician + "/remove"))).contains("Off the list.");
        assertThat(owner.post("/on-call/" + clinician + "/remove")).hasStatus(404);
    }

    private PersonId onCall(String name) {
        var person = people.add(name + "@" + practice + ".example", name);
        any.run(
                practice,
                () -> onCall.keep(
                        new PersonId(person.value()),
                        new Phone("2175550142"),
                        name + "@" + practice + ".example",
                        null,
                        TESTER));
        people.giveRole(practice, person, Role.THERAPIST, TESTER);
        return person;
    }

    private AlarmId raised() {
        return any.in(practice, () -> pager.page("test", new UUID(0, 7), member, TESTER));
    }

    private void after(Duration time) {
        clock.moveTo(NOW.plus(time));
        rounds.make(practice);
    }

    private Alarm standing(AlarmId id) {
        return any.in(practice, () -> pager.find(id).orElseThrow());
    }

    private Visitor staff(Role role) {
        var person = people.add("staff-" + role + "@" + practice + ".example", "Staff " + role.onScreen());
        people.giveRole(practice, person, role, TESTER);
        return new Visitor(browser, signIns.begin(person, practice));
    }

    /** To whom a word went, in order. */
    private List<String> mails() {
        return any.in(practice, () -> mailed.of("neutral-e-mail")).stream()
                .map(mail -> mail.lines().findFirst().orElseThrow())
                .toList();
    }
}
