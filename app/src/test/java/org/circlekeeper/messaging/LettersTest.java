package org.circlekeeper.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.calls.Call;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.database.Home;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.messaging.Message.Status;
import org.circlekeeper.messaging.Message.Topic;
import org.circlekeeper.outbox.KillPoint;
import org.circlekeeper.outbox.Outbox;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.patients.Reaches;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.story.Told;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a letter that breaks or is too late, and of what is said about it. */
@PracticeTest
class LettersTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final String CANARY = "Wednesday grief group, and say hello to Boris Quillfeather";

    @Autowired
    AnyPractice any;

    @Autowired
    Messages messages;

    @Autowired
    MessageStore store;

    @Autowired
    ReplyStore replies;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @Autowired
    Calls calls;

    @Autowired
    Patients patients;

    @Autowired
    Reaches reaches;

    @Autowired
    Outbox outbox;

    @Autowired
    Home home;

    @Autowired
    MovableClock clock;

    PracticeId practice;
    PatientId ana;

    @BeforeEach
    void somebody_who_agreed_to_email() {
        practice = any.open();
        ana = member("Ana", "ana@home.example");
    }

    @AfterEach
    void as_it_was() {
        KillPoint.instead(null);
        Told.leave(clock);
    }

    /** A mail server would take it once more every minute. */
    @Test
    void what_has_left_leaves_once_though_what_follows_cannot_be_written_down() throws IOException {
        var id = write(ana, CANARY);
        KillPoint.instead(place -> {
            if (place.equals("before-mark")) {
                throw new IllegalStateException("broke at " + place);
            }
        });
        later(Messages.HOLD);
        assertThat(any.in(practice, () -> outbox.troubles(Messages.KIND)))
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.sentence()).contains("It has left"));
        Files.delete(file(id));
        KillPoint.instead(null);

        later(Messages.HOLD.plusMinutes(1));

        assertThat(file(id)).as("not again").doesNotExist();
        assertThat(status(id)).isEqualTo(Status.SENT);
        assertThat(any.in(practice, () -> outbox.troubles(Messages.KIND))).isEmpty();
    }

    @Test
    void what_breaks_each_time_is_given_up_and_the_member_is_called() {
        var id = write(ana, CANARY);
        KillPoint.instead(place -> {
            throw new IllegalStateException("broke at " + place);
        });
        for (int minute = 0; minute < 19; minute++) {
            later(Messages.HOLD.plusMinutes(minute));
        }
        assertThat(status(id)).isEqualTo(Status.HELD);

        later(Messages.HOLD.plusMinutes(20));

        assertThat(status(id)).isEqualTo(Status.FAILED);
        assertThat(toCall()).hasSize(1);
    }

    @Test
    void more_unread_about_bills_than_are_shown_hide_nothing_about_care() {
        any.run(practice, () -> {
            for (int i = 0; i < 501; i++) {
                said(any.patient(practice), Topic.BILLING, NOW);
            }
            said(ana, Topic.CARE, NOW.plusSeconds(1));
        });
        var therapist = new Sight(Set.of(), Set.of(Topic.CARE), Set.of(ana));

        assertThat(any.in(practice, () -> replies.unread(therapist, 500))).containsExactly(ana);
    }

    private void said(PatientId by, Topic topic, Instant at) {
        replies.add(
                new Reply(new ReplyId(UUID.randomUUID()), by, topic, "Hello", "the member", at, null, false), 20, NOW);
    }

    /** 42 CFR Part 2: the mark is carried by each row about them. The page is open to whoever makes calls. */
    @Test
    void the_call_of_a_member_of_a_part_2_group_bears_its_mark() {
        any.run(practice, () -> {
            var from = DateRange.from(LocalDate.of(2026, 10, 19));
            var type = groups.type("Recovery", ProcedureCode.GROUP_PSYCHOTHERAPY, true);
            var group = groups.found(type, "Tuesday", 8, any.leader(practice), from, TESTER);
            rosters.join(group, ana, from, TESTER);
        });
        write(ana, CANARY);
        later(Duration.ofHours(13));

        assertThat(any.in(practice, calls::open)).singleElement().satisfies(call -> {
            assertThat(call.whom().part2()).isTrue();
            assertThat(call.href()).isEqualTo("/patients/" + ana);
        });
    }

    private List<String> toCall() {
        return any.in(practice, calls::open).stream().map(Call::why).toList();
    }

    private void later(Duration since) {
        clock.moveTo(NOW.plus(since));
        outbox.relay(practice);
    }

    private MessageId write(PatientId to, String text) {
        return any.in(
                practice, () -> messages.queue(patients.recipient(to).orElseThrow(), Topic.LOGISTICS, text, TESTER));
    }

    private Message find(MessageId id) {
        return any.in(practice, () -> store.find(id).orElseThrow());
    }

    private Status status(MessageId id) {
        return find(id).status();
    }

    private Path file(MessageId id) {
        return home.outbox().resolve("e-mail").resolve(id + ".eml");
    }

    private PatientId member(String first, String email) {
        var id = any.in(practice, () -> patients.newId());
        var patient = new Patient(
                id, null, new PersonName(first, "Ruiz"), LocalDate.of(1980, 1, 1), "U", email, null, null, true);
        any.run(practice, () -> {
            patients.add(List.of(patient), TESTER, "test");
            reaches.sayAboutEmail(id, true, TESTER);
        });
        return id;
    }
}
