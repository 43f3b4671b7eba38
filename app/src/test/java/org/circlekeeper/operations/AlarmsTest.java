package org.circlekeeper.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.database.CountedStatements;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.messaging.NeutralMail;
import org.circlekeeper.oncall.Alarm;
import org.circlekeeper.oncall.AlarmId;
import org.circlekeeper.oncall.OnCall;
import org.circlekeeper.oncall.Pager;
import org.circlekeeper.outbox.CannotCarry;
import org.circlekeeper.outbox.KillPoint;
import org.circlekeeper.outbox.Outbox;
import org.circlekeeper.outbox.Undeliverable;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A page is a letter that may not leave: whom it does not reach is not waited for, and it waits behind no other. */
@PracticeTest
class AlarmsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    @Autowired
    AnyPractice any;

    @Autowired
    Watch watch;

    @Autowired
    Pager pager;

    @Autowired
    OnCall onCall;

    @Autowired
    NeutralMail mail;

    @Autowired
    Outbox outbox;

    @Autowired
    Rounds rounds;

    @Autowired
    People people;

    @Autowired
    SignIns signIns;

    @Autowired
    JdbcClient db;

    @Autowired
    CountedStatements counted;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvcTester browser;

    private PracticeId practice;
    private PersonId first;

    @BeforeEach
    void two_on_call() {
        practice = any.open();
        people.namePractice(practice, "Any Practice");
        first = onCall("first");
        onCall("second");
    }

    @AfterEach
    void as_it_was() {
        KillPoint.instead(null);
        clock.moveTo(NOW);
    }

    @Test
    void while_no_mail_leaves_nobody_is_waited_for_and_everyone_is_told() {
        KillPoint.instead(place -> {
            throw new CannotCarry("No mail server is set.", new IOException());
        });
        var alarm = raised();

        watch.alarmsOfAll();

        assertThat(standing(alarm).status()).isEqualTo(Alarm.Status.UNANSWERED);
        assertThat(as(Role.BILLER).page("/")).contains("Nobody on call could be reached", "take it on now");
        assertThat(as(Role.THERAPIST).page("/alarms/" + alarm))
                .contains("first could not be asked yet", "second could not be asked yet");
        rounds.make(practice);
        assertThat(as(Role.OWNER).page("/")).contains("trouble with e-mail. No mail server is set.");
    }

    @Test
    void on_trial_a_page_is_a_file_and_nobody_is_said_to_have_been_asked() {
        var alarm = raised();
        watch.alarms(practice);

        assertThat(as(Role.BILLER).page("/"))
                .contains("On trial nobody on call was asked")
                .doesNotContain("Somebody on call was asked");
        assertThat(as(Role.BILLER).page("/on-call")).contains("Nobody was asked: on trial a page is a file");
        assertThat(as(Role.THERAPIST).page("/alarms/" + alarm))
                .contains("first was not asked, for on trial the e-mail is a file")
                .doesNotContain("was asked to sign in", "Somebody on call was asked");
    }

    @Test
    void an_address_that_takes_no_mail_is_passed_over_at_once_and_asked_about() {
        KillPoint.instead(place -> {
            KillPoint.instead(null);
            throw new Undeliverable("Takes no mail (550).", true, new IOException());
        });
        var alarm = raised();

        watch.alarms(practice);

        assertThat(standing(alarm).paged()).isEqualTo(2);
        assertThat(standing(alarm).status()).isEqualTo(Alarm.Status.PAGED);
        assertThat(as(Role.OWNER).page("/")).contains("Somebody on call was asked and has not answered yet.");
        rounds.make(practice);
        assertThat(as(Role.OWNER).page("/")).contains("on the on-call list cannot be paged");

        any.run(practice, () -> onCall.keep(first, new Phone("2175550142"), "new@home.example", null, TESTER));
        rounds.make(practice);
        assertThat(as(Role.OWNER).page("/")).doesNotContain("on the on-call list cannot be paged");
    }

    /** The address may be right: what is not known is not said. */
    @Test
    void a_page_that_waited_too_long_says_nothing_against_an_address() {
        KillPoint.instead(place -> {
            throw new CannotCarry("No mail server is set.", new IOException());
        });
        var alarm = raised();
        watch.alarms(practice);
        KillPoint.instead(null);
        clock.moveTo(NOW.plus(Duration.ofHours(13)));
        outbox.relay(practice);

        assertThat(as(Role.THERAPIST).page("/alarms/" + alarm))
                .contains("first was not reached, for the e-mail did not go")
                .doesNotContain("takes no mail");
        rounds.make(practice);
        assertThat(as(Role.OWNER).page("/")).doesNotContain("on the on-call list cannot be paged");
    }

    @Test
    void of_many_alarms_the_pages_are_asked_for_once() {
        IntStream.range(0, 5).forEach(i -> any.run(practice, () -> pager.page("test", new UUID(1, i), null, TESTER)));
        any.run(practice, pager::isDue);
        counted.forget();
        any.run(practice, pager::isDue);
        int due = counted.statements();
        any.run(practice, () -> pager.page("test", new UUID(1, 9), null, TESTER));
        counted.forget();
        any.run(practice, pager::isDue);
        assertThat(counted.statements()).isEqualTo(due);
    }

    @Test
    void somebody_who_was_asked_is_given_their_ten_minutes() {
        var alarm = raised();
        watch.alarms(practice);
        clock.moveTo(NOW.plus(Duration.ofMinutes(9)));
        watch.alarms(practice);
        assertThat(standing(alarm).paged()).isEqualTo(1);
        clock.moveTo(NOW.plus(Duration.ofMinutes(10)));
        watch.alarms(practice);
        assertThat(standing(alarm).paged()).isEqualTo(2);
    }

    /** A server that answers after a minute, and a hundred letters before it. */
    @Test
    void a_page_goes_before_whatever_waits_and_no_relay_goes_on_for_long() {
        any.run(
                practice,
                () -> List.of("a", "b", "c")
                        .forEach(one ->
                                mail.link(one + "@home.example", NeutralMail.Link.INVITATION, "https://x.example")));
        clock.moveTo(NOW.plusSeconds(1));
        raised();
        KillPoint.instead(place -> {
            if (place.equals("before-mark")) {
                clock.moveTo(clock.instant().plus(Duration.ofMinutes(1)));
            }
        });

        outbox.relay(practice);

        assertThat(any.in(
                        practice,
                        () -> db.sql("select key like 'other:%' and urgent from outbox.letter where status = 'SENT'")
                                .query(Boolean.class)
                                .list()))
                .containsExactly(true);
    }

    @Test
    void looking_for_alarms_sends_pages_and_nothing_else() {
        any.run(practice, () -> mail.link("a@home.example", NeutralMail.Link.INVITATION, "https://x.example"));
        raised();

        watch.alarms(practice);

        assertThat(any.in(
                        practice,
                        () -> db.sql("select status from outbox.letter order by urgent")
                                .query(String.class)
                                .list()))
                .containsExactly("WAITING", "SENT");
    }

    private PersonId onCall(String name) {
        var person = people.add(name + "@" + practice + ".example", name);
        any.run(
                practice,
                () -> onCall.keep(person, new Phone("2175550142"), name + "@" + practice + ".example", null, TESTER));
        people.giveRole(practice, person, Role.THERAPIST, TESTER);
        return person;
    }

    private AlarmId raised() {
        return any.in(practice, () -> pager.page("test", new UUID(0, 7), any.patient(practice), TESTER));
    }

    private Alarm standing(AlarmId id) {
        return any.in(practice, () -> pager.find(id).orElseThrow());
    }

    private Visitor as(Role role) {
        var person = people.add("staff-" + role + "@" + practice + ".example", "Staff " + role.onScreen());
        people.giveRole(practice, person, role, TESTER);
        return new Visitor(browser, signIns.begin(person, practice));
    }
}
