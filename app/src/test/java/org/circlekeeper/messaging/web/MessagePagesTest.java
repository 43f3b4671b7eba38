package org.circlekeeper.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who writes to whom, reads what, and takes it back. */
@PracticeTest
class MessagePagesTest {

    @Autowired
    AnyPractice any;

    @Autowired
    People people;

    @Autowired
    SignIns signIns;

    @Autowired
    Practices practices;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @Autowired
    MockMvcTester browser;

    private final Map<Role, Visitor> staff = new EnumMap<>(Role.class);
    PracticeId practice;
    PatientId seated;
    PatientId another;

    @BeforeEach
    void one_member_of_the_leader_and_one_of_nobody() {
        practice = any.open();
        seated = any.patient(practice);
        another = any.patient(practice);
        any.run(practice, () -> {
            var from = DateRange.from(LocalDate.of(2026, 10, 19));
            var type = groups.type("Process group", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            var group = groups.found(type, "Tuesday", 8, any.leader(practice), from, TESTER);
            rosters.join(group, seated, from, TESTER);
            for (var role : Role.values()) {
                var person = people.add(role + "@" + practice + ".example", "Staff " + role.onScreen());
                people.giveRole(practice, person, role, TESTER);
                if (role == Role.THERAPIST) {
                    people.linkPractitioner(
                            practice, person, any.leader(practice).value(), TESTER);
                }
                staff.put(role, new Visitor(browser, signIns.begin(person, practice)));
            }
        });
    }

    @Test
    void what_is_written_is_held_shown_and_taken_back() {
        var office = as(Role.COORDINATOR);
        var thread = "/messages/" + seated;
        assertThat(office.page("/messages")).contains("No messages yet");
        assertThat(office.page(thread)).contains("Nothing was written to them yet", "No e-mail address is known");
        assertThat(office.page(thread))
                .contains("no pages of their own yet", "Nobody tells them but you: call them.")
                .doesNotContain("This member reads");

        var sent = office.post(thread, "topic", "LOGISTICS", "text", "The desk closes at <five>.");
        assertThat(office.after(sent)).contains("Held for three minutes", "The desk closes at &lt;five");
        assertThat(office.page("/messages")).contains("Held until 09:03", "3 minutes left");

        var undo = office.page(thread).replaceAll("(?s).*action=\"(/messages/held/[^\"]+/undo)\".*", "$1");
        assertThat(office.after(office.post(undo))).contains("Taken back. It never left.");
        assertThat(office.after(office.post(undo))).contains("It is taken back already.");
        assertThat(office.page("/messages")).contains("Taken back").doesNotContain("Held until");
    }

    @Test
    void what_cannot_be_sent_says_why_and_nothing_typed_is_lost() {
        var office = as(Role.COORDINATOR);
        var answer = office.post("/messages/" + seated, "topic", "CARE", "text", "About your care");

        assertThat(answer).hasStatus(422);
        assertThat(Visitor.text(answer)).contains("Choose one of these.", "About your care");
        assertThat(office.post("/messages/" + seated)).hasStatus(422);
    }

    @Test
    void a_therapist_writes_to_their_own_members_alone() {
        var leader = as(Role.THERAPIST);

        assertThat(leader.post("/messages/" + seated, "topic", "CARE", "text", "See you."))
                .hasStatus(303);
        assertThat(leader.page("/messages/" + seated)).contains("See you.");
        assertThat(leader.ask("/messages/" + another)).hasStatus(403);
        assertThat(leader.post("/messages/" + another, "topic", "CARE", "text", "Hello"))
                .hasStatus(403);
        assertThat(as(Role.COORDINATOR).page("/messages/" + seated)).doesNotContain("See you.");
        assertThat(as(Role.BILLER).page("/messages")).doesNotContain("Number");
        assertThat(as(Role.OWNER).page("/messages")).doesNotContain("Number");
        assertThat(as(Role.OWNER).ask("/messages/" + seated)).hasStatus(403);
        assertThat(as(Role.COMPLIANCE).ask("/messages/" + seated)).hasStatus(403);
    }

    /** An owner sees every member; who leads one of their groups besides writes to that one alone. */
    @Test
    void the_way_to_the_messages_is_shown_to_whom_it_is_open() {
        var owner = new Visitor(browser, any.in(practice, () -> {
            var person = people.add("both@" + practice + ".example", "Both Hats");
            people.giveRole(practice, person, Role.OWNER, TESTER);
            people.giveRole(practice, person, Role.THERAPIST, TESTER);
            people.linkPractitioner(practice, person, any.leader(practice).value(), TESTER);
            return signIns.begin(person, practice);
        }));
        any.run(practice, () -> {
            var from = DateRange.from(LocalDate.of(2026, 10, 19));
            var type = groups.type("Skills group", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            var group = groups.found(
                    type,
                    "Monday",
                    8,
                    practices.add(new PersonName("Marcus", "Bell"), "LCSW", new Npi("1234567893"), "1041C0700X", ""),
                    from,
                    TESTER);
            rosters.join(group, another, from, TESTER);
        });

        assertThat(owner.page("/patients/" + seated)).contains("/messages/" + seated, seated + "/portal");
        assertThat(owner.ask("/messages/" + seated)).hasStatusOk();
        assertThat(owner.page("/patients/" + another))
                .doesNotContain("/messages/")
                .contains(another + "/portal");
        assertThat(owner.ask("/messages/" + another)).hasStatus(403);
        assertThat(owner.ask("/patients/" + another + "/portal")).hasStatusOk();
    }

    @Test
    void what_another_hat_wrote_is_not_taken_back() {
        var leader = as(Role.THERAPIST);
        leader.post("/messages/" + seated, "topic", "CARE", "text", "See you.");
        var undo =
                leader.page("/messages/" + seated).replaceAll("(?s).*action=\"(/messages/held/[^\"]+/undo)\".*", "$1");

        assertThat(as(Role.BILLER).post(undo)).hasStatus(403);
        assertThat(leader.page("/messages/" + seated)).contains("Held until");
    }

    @Test
    void how_to_write_to_a_member_is_recorded_without_asking_why() {
        var office = as(Role.COORDINATOR);
        var page = "/patients/" + seated + "/writing";
        assertThat(office.page(page)).contains("No e-mail address is known.", "There is no address");

        assertThat(office.post(page + "/address", "means", "EMAIL", "email", "a@x.example,b@x.example"))
                .hasStatus(422);
        office.post(page + "/address", "means", "EMAIL", "email", "ana@elsewhere.example");
        assertThat(office.page(page)).contains("Nobody has asked them yet", "E-mail is not sealed");
        office.post(page + "/word", "agrees", "yes", "address", "ana@before.example");
        assertThat(office.page(page)).as("of another address").contains("Nobody has asked them yet");
        var address = "ana@elsewhere.example";
        office.post(page + "/word", "agrees", "yes", "address", address);
        assertThat(office.page(page)).contains("at the address they asked for");
        assertThat(office.page("/messages/" + seated)).contains("They are told by e-mail that there is a message");
        office.post(page + "/returned", "address", address);
        assertThat(office.page(page)).contains("Mail to their address came back.", "Mail arrives there again");
        office.post(page + "/returned", "arrives", "yes", "address", address);
        assertThat(office.page(page)).doesNotContain("Mail to their address came back.");
        office.post(page + "/address", "means", "INBOX");
        assertThat(office.page(page)).contains("They asked to be written to nowhere else.", "There is nothing to do.");
        assertThat(as(Role.THERAPIST).ask(page)).hasStatus(403);
    }

    private Visitor as(Role role) {
        return Objects.requireNonNull(staff.get(role));
    }
}
