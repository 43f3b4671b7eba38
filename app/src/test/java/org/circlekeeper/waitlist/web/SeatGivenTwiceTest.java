package org.circlekeeper.waitlist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.Executors;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.Inquirer;
import org.circlekeeper.waitlist.Times;
import org.circlekeeper.waitlist.WaitStatus;
import org.circlekeeper.waitlist.WaitingPractice;
import org.circlekeeper.waitlist.Waitlist;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A press that is pressed again before the page has answered. */
@PracticeTest
class SeatGivenTwiceTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    AnyPractice any;

    @Autowired
    WaitingPractice waiting;

    @Autowired
    Waitlist waitlist;

    @Autowired
    Patients patients;

    @Autowired
    Rosters rosters;

    @Autowired
    People people;

    @Autowired
    SignIns signIns;

    @Test
    void one_record_is_made_and_it_has_the_seat() throws Exception {
        var made = waiting.made(2);
        var owner = people.add("owner@" + made.practice() + ".example", "Owner");
        people.giveRole(made.practice(), owner, Role.OWNER, AnyPractice.TESTER);
        people.giveRole(made.practice(), owner, Role.THERAPIST, AnyPractice.TESTER);
        people.linkPractitioner(
                made.practice(), owner, any.leader(made.practice()).value(), AnyPractice.TESTER);
        var cookie = new Cookie("circlekeeper", signIns.begin(owner, made.practice()));
        var id = asks(made);
        var href = "/waitlist/" + id;
        post(cookie, href + "/decision", "decision", "FIT");
        post(cookie, href + "/offer", "group", made.group().toString());
        post(cookie, href + "/acceptance", "", "");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(Collections.nCopies(4, () -> post(cookie, href + "/seat", "born", "1990-04-01")));
        }

        var entry = any.in(made.practice(), () -> waitlist.find(id).orElseThrow());
        assertThat(entry.status()).isEqualTo(WaitStatus.ENROLLED);
        var records = any.in(made.practice(), () -> patients.search("Twicemade"));
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.id()).isEqualTo(entry.patient());
            assertThat(any.in(made.practice(), () -> rosters.of(record.id()))).hasSize(1);
        });
    }

    private EntryId asks(WaitingPractice.Made made) {
        var who = new Inquirer(
                "Lena", "Twicemade", "(217) 555-0177", "", null, "", "", new Times(Set.of(), Set.of()), "");
        return any.in(
                made.practice(),
                () -> waitlist.ask(new Waitlist.Asked(made.type(), null, null, who, "by phone"), AnyPractice.TESTER));
    }

    private int post(Cookie cookie, String path, String field, String value) {
        return browser.post()
                .uri(path)
                .with(csrf())
                .cookie(cookie)
                .param(field, value)
                .exchange()
                .getResponse()
                .getStatus();
    }
}
