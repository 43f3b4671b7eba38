package org.circlekeeper.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.StarterPacket;
import org.circlekeeper.intake.Talks;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.Ending;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Somebody new comes into a group: its leader is asked to talk about confidentiality again, and says that they did. */
@PracticeTest
class TalkAgainTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String QUESTION =
            "Tuesday Survivors has somebody new. Was confidentiality talked about again?";

    @Autowired
    OwnPages own;

    @Autowired
    AnyPractice any;

    @Autowired
    StarterPacket starter;

    @Autowired
    Rosters rosters;

    @Autowired
    Rounds rounds;

    @Autowired
    Talks talks;

    @Autowired
    Practices practices;

    @Autowired
    People people;

    @Autowired
    SignIns signIns;

    @Autowired
    AuditTrail audit;

    @Autowired
    MockMvcTester browser;

    private OwnPages.Made made;
    private Visitor leader;
    private String papers;

    @BeforeEach
    void a_group_with_papers_in_which_two_sit() {
        made = own.made();
        any.run(made.practice(), () -> starter.use(TESTER));
        leader = own.staff(made, Role.THERAPIST, browser);
        papers = "/papers?group=" + made.group();
    }

    @Test
    void whoever_leads_is_asked_on_today_until_they_say_that_the_group_was_talked_to() {
        looks();
        assertThat(leader.page("/")).doesNotContain(QUESTION);
        assertThat(leader.page(papers)).doesNotContain("We talked about it today");

        var fresh = joins(LocalDate.of(2026, 11, 17));
        looks();
        assertThat(leader.page("/")).contains(QUESTION);
        assertThat(leader.page(papers))
                .contains("1 person has come since the group last talked about confidentiality.")
                .contains("We talked about it today");

        var pressed = leader.post("/papers/talks", "group", made.group().toString());
        assertThat(leader.after(pressed)).contains("Written down: the group was talked to.");
        looks();
        assertThat(leader.page("/")).doesNotContain(QUESTION);
        assertThat(leader.page(papers)).doesNotContain("We talked about it today");
        assertThat(any.in(made.practice(), () -> audit.entriesAbout(fresh.value())))
                .anyMatch(entry -> entry.toString().contains("talked with a group about confidentiality"));

        joins(LocalDate.of(2026, 11, 20));
        looks();
        assertThat(leader.page("/")).as("the next one who comes").contains(QUESTION);
    }

    @Test
    void whoever_does_not_lead_the_group_cannot_say_it() {
        joins(LocalDate.of(2026, 11, 17));
        var other = new Visitor(browser, otherLeader());
        var office = own.staff(made, Role.COORDINATOR, browser);

        looks();
        assertThat(other.page("/")).doesNotContain(QUESTION);
        assertThat(other.post("/papers/talks", "group", made.group().toString()))
                .hasStatus(403);
        assertThat(other.ask(papers)).hasStatus(403);
        assertThat(office.post("/papers/talks", "group", made.group().toString()))
                .hasStatus(403);
        assertThat(office.page(papers)).contains("1 person has come").doesNotContain("We talked about it today");
        assertThat(any.in(made.practice(), () -> talks.due(TODAY))).hasSize(1);
    }

    @Test
    void it_stays_due_until_it_was_held_or_the_newcomer_has_left() {
        var fresh = joins(LocalDate.of(2026, 11, 17));
        var later = LocalDate.of(2027, 3, 1);
        assertThat(any.in(made.practice(), () -> talks.due(later)))
                .extracting(Membership::patient)
                .containsExactly(fresh);

        any.run(
                made.practice(),
                () -> rosters.of(fresh)
                        .forEach(seat -> rosters.leave(
                                seat.id(), LocalDate.of(2027, 2, 1), Ending.MOVED, "moved away", TESTER)));
        assertThat(any.in(made.practice(), () -> talks.due(later))).isEmpty();
    }

    @Test
    void it_is_due_from_the_day_on_which_the_seat_is_given_and_counts_when_held_before_they_come() {
        joins(LocalDate.of(2026, 12, 8));
        looks();
        assertThat(leader.page("/"))
                .contains("Tuesday Survivors gets somebody new on")
                .contains("Was confidentiality talked about again?");
        assertThat(leader.page(papers))
                .contains("1 person is to come, and the group has not talked about confidentiality again yet.");

        leader.post("/papers/talks", "group", made.group().toString());
        assertThat(any.in(made.practice(), () -> talks.due(LocalDate.of(2026, 12, 9))))
                .isEmpty();
    }

    @Test
    void whoever_came_long_before_the_papers_were_chosen_is_asked_about_by_nobody() {
        joins(LocalDate.of(2026, 11, 2));
        assertThat(any.in(made.practice(), () -> talks.due(TODAY))).isEmpty();
        joins(LocalDate.of(2026, 11, 3));
        assertThat(any.in(made.practice(), () -> talks.due(TODAY))).hasSize(1);
    }

    private void looks() {
        rounds.make(made.practice(), Trust.PROPOSE);
    }

    private PatientId joins(LocalDate day) {
        var fresh = any.patient(made.practice());
        any.run(made.practice(), () -> rosters.join(made.group(), fresh, DateRange.from(day), TESTER));
        return fresh;
    }

    private String otherLeader() {
        var marcus = any.in(
                made.practice(),
                () -> practices.add(new PersonName("Marcus", "Bell"), "LCSW", new Npi("1234567893"), "1041C0700X", ""));
        var person = people.add("marcus@" + made.practice() + ".example", "Marcus Bell");
        people.giveRole(made.practice(), person, Role.THERAPIST, TESTER);
        people.linkPractitioner(made.practice(), person, marcus.value(), TESTER);
        return signIns.begin(person, made.practice());
    }
}
