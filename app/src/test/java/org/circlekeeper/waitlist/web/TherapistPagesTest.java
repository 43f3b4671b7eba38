package org.circlekeeper.waitlist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupLeader;
import org.circlekeeper.roster.GroupLeaders;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.ProcedureCode;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.WaitStatus;
import org.circlekeeper.waitlist.WaitingPractice;
import org.circlekeeper.waitlist.Waitlist;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The therapist's word: who may say it, where it is asked for, and which groups it names. */
@PracticeTest
class TherapistPagesTest {

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
    Practices practices;

    @Autowired
    Waitlist waitlist;

    @Autowired
    Groups groups;

    @Autowired
    GroupLeaders leaders;

    WaitingPractice.Made made;
    String office;
    String leader;
    String stranger;
    PractitionerId marcus;

    @BeforeEach
    void a_group_with_one_free_seat() {
        made = waiting.made(2);
        office = signedIn(Role.COORDINATOR, "Ines Costa", null);
        leader = signedIn(Role.THERAPIST, "Dana Whitfield", any.leader(made.practice()));
        marcus = any.in(
                made.practice(),
                () -> practices.add(new PersonName("Marcus", "Bell"), "LCSW", new Npi("1234567893"), "1041C0700X", ""));
        stranger = signedIn(Role.THERAPIST, "Marcus Bell", marcus);
    }

    @Test
    void whoever_co_leads_sees_who_waits_and_decides() {
        var lena = waiting.asks(made, "Lena", 1);
        any.run(
                made.practice(),
                () -> leaders.add(
                        made.group(),
                        marcus,
                        GroupLeader.Part.CO_LEADING,
                        DateRange.from(WaitingPractice.FIRST),
                        AnyPractice.TESTER));

        assertThat(page(stranger, "/waitlist")).contains("Lena W.");
        assertThat(page(stranger, "/waitlist/" + lena)).contains("Your word");
        assertThat(post(stranger, "/waitlist/" + lena + "/decision", "decision", "FIT"))
                .hasStatus(303);
        assertThat(status(lena)).isEqualTo(WaitStatus.WAITING);
    }

    @Test
    void whoever_was_screened_stands_on_the_therapist_s_first_page_until_they_decide() {
        var lena = waiting.asks(made, "Lena", 1);
        post(office, "/waitlist/" + lena + "/screening", "day", "2026-11-24", "time", "10:30");
        assertThat(page(leader, "/")).as("not screened yet").doesNotContain("for your word");
        post(office, "/waitlist/" + lena + "/screening", "day", "2026-11-20", "time", "10:30");

        assertThat(page(leader, "/"))
                .contains("1 person was screened and waits for your word.", "/waitlist/" + lena + "#decision")
                .doesNotContain("Lena");
        assertThat(page(stranger, "/")).doesNotContain("for your word");
        post(leader, "/waitlist/" + lena + "/decision", "decision", "NOT_NOW");
        assertThat(page(leader, "/")).doesNotContain("for your word");
        post(office, "/waitlist/" + lena + "/screening", "day", "2026-11-20", "time", "10:30");
        assertThat(page(leader, "/")).as("screened once more").contains("for your word");
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
        post(leader, "/waitlist/" + lena + "/decision", "decision", "OTHER_GROUP", "other", talk.toString());

        assertThat(page(office, "/waitlist/" + lena))
                .contains("Talking Circle (Process group)", "go on there", "Another group: Talking Circle");
        var type = any.in(made.practice(), () -> groups.find(talk).orElseThrow().type());
        var moved = post(office, "/waitlist/" + lena + "/transfer", "type", type.toString(), "group", talk.toString());
        assertThat(page(office, moved.getResponse().getHeader("Location"))).contains("Talking Circle");
    }

    @Test
    void a_group_that_is_none_is_refused_and_nothing_is_decided() {
        var lena = waiting.asks(made, "Lena", 1);
        for (var other : List.of("nonsense", UUID.randomUUID().toString())) {
            post(leader, "/waitlist/" + lena + "/decision", "decision", "OTHER_GROUP", "other", other);
            post(leader, "/waitlist/" + lena + "/decision", "decision", "FIT", "in", other);
        }
        assertThat(status(lena)).isEqualTo(WaitStatus.INQUIRY);
        post(
                leader,
                "/waitlist/" + lena + "/decision",
                "decision",
                "FIT",
                "in",
                made.group().toString());
        assertThat(status(lena)).isEqualTo(WaitStatus.WAITING);
    }

    private WaitStatus status(EntryId id) {
        return any.in(made.practice(), () -> waitlist.find(id).orElseThrow().status());
    }

    private String signedIn(Role role, String name, @Nullable PractitionerId leads) {
        var person = people.add(name.replace(' ', '.') + "@" + made.practice() + ".example", name);
        people.giveRole(made.practice(), person, role, AnyPractice.TESTER);
        if (leads != null) {
            people.linkPractitioner(made.practice(), person, leads.value(), AnyPractice.TESTER);
        }
        return signIns.begin(person, made.practice());
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
