package org.circlekeeper.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.circlekeeper.calls.Call;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.database.Home;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.messaging.Message.Status;
import org.circlekeeper.messaging.Message.Topic;
import org.circlekeeper.outbox.KillPoint;
import org.circlekeeper.outbox.Letter;
import org.circlekeeper.outbox.Outbox;
import org.circlekeeper.outbox.Undeliverable;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.patients.Reach.Means;
import org.circlekeeper.patients.Reaches;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.story.Told;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From what somebody wrote to an inbox, and to a file outside on trial. */
@PracticeTest
class MessagesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final String CANARY = "Wednesday grief group, and say hello to Boris Quillfeather";

    @Autowired
    AnyPractice any;

    @Autowired
    Messages messages;

    @Autowired
    MessageStore store;

    @Autowired
    MailLetters letters;

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

    @Test
    void a_message_is_held_and_then_leaves_in_neutral_words_alone() throws IOException {
        var id = write(ana, CANARY);
        later(Messages.HOLD.minusSeconds(1));
        assertThat(file(id)).doesNotExist();
        assertThat(status(id)).isEqualTo(Status.HELD);

        later(Messages.HOLD);

        assertThat(status(id)).isEqualTo(Status.SENT);
        assertThat(Files.readString(file(id)))
                .contains("To: ana@home.example", "Subject: Any Office: message / mensaje")
                .doesNotContain("Wednesday", "grief", "group", "Boris", "Quillfeather", "Ana", "Any Practice");
    }

    @Test
    void taken_back_in_time_it_never_leaves() {
        var id = write(ana, CANARY);
        clock.moveTo(NOW.plus(Messages.HOLD).minusSeconds(1));
        assertThat(undo(id)).isTrue();

        later(Messages.HOLD.multipliedBy(2));

        assertThat(status(id)).isEqualTo(Status.UNDONE);
        assertThat(file(id)).doesNotExist();
        assertThat(undo(id)).as("twice").isFalse();
    }

    @Test
    void what_has_left_is_not_taken_back() {
        var id = write(ana, CANARY);
        later(Messages.HOLD);

        assertThat(undo(id)).isFalse();
        assertThat(status(id)).isEqualTo(Status.SENT);
    }

    /** Another node whose clock is behind would still take it back while this one carries it. */
    @Test
    void nobody_takes_back_what_is_being_carried() {
        var id = write(ana, CANARY);
        var undone = new AtomicReference<Boolean>();
        KillPoint.instead(place -> {
            if (place.equals("after-temp")) {
                clock.moveTo(NOW.plusSeconds(1));
                undone.set(undo(id));
            }
        });

        later(Messages.HOLD);

        assertThat(undone).hasValue(false);
        assertThat(status(id)).isEqualTo(Status.SENT);
        assertThat(file(id)).exists();
    }

    @Test
    void who_agreed_to_nothing_has_it_in_the_inbox_alone_and_may_be_spared_it_too() {
        var silent = any.patient(practice);
        var kept = write(silent, "The desk closes at five.");
        var undone = write(silent, "Not for you.");
        assertThat(undo(undone)).isTrue();
        later(Messages.HOLD);

        assertThat(status(kept)).isEqualTo(Status.KEPT);
        assertThat(find(kept).insideWhy()).contains("No e-mail address is known");
        assertThat(status(undone)).isEqualTo(Status.UNDONE);
        assertThat(undo(kept)).as("after its time").isFalse();
        assertThat(file(kept)).doesNotExist();
    }

    @Test
    void i04_the_same_words_to_several_are_an_envelope_for_each() throws IOException {
        var boris = member("Boris", "boris@home.example");
        var clio = member("Clio", "clio@home.example");
        var to = any.in(
                practice,
                () -> List.of(ana, boris, clio).stream()
                        .map(one -> patients.recipient(one).orElseThrow())
                        .toList());
        var sent = any.in(
                practice,
                () -> to.stream()
                        .map(one -> messages.queue(one, Topic.LOGISTICS, CANARY, TESTER))
                        .toList());
        later(Messages.HOLD);

        assertThat(sent).hasSize(3);
        var recipients = new ArrayList<String>();
        for (var id : sent) {
            var mail = Files.readString(file(id));
            assertThat(mail.split("@home.example", -1)).as("one address").hasSize(2);
            assertThat(mail).doesNotContain("Cc:", "Bcc:");
            recipients.add(mail.replaceAll("(?s).*To: (\\w+)@.*", "$1"));
        }
        assertThat(recipients).containsExactly("ana", "boris", "clio");
    }

    @Test
    void i07_who_asks_to_be_written_to_elsewhere_while_it_is_held_is_not_written_to_at_the_old_address() {
        var id = write(ana, CANARY);
        any.run(practice, () -> reaches.askConfidential(ana, Means.EMAIL, "ana@elsewhere.example", TESTER));
        any.run(practice, () -> reaches.sayAboutEmail(ana, true, TESTER));
        later(Messages.HOLD);

        assertThat(file(id)).doesNotExist();
        assertThat(status(id)).isEqualTo(Status.FAILED);
        assertThat(find(id).reason()).contains("asked to be written to elsewhere");
        assertThat(toCall()).singleElement().asString().contains("no e-mail reached them");
        write(ana, "Once more.");
        later(Messages.HOLD.multipliedBy(3));
        assertThat(toCall()).as("only a person who spoke with them settles it").hasSize(1);
    }

    @Test
    void who_takes_their_word_back_while_it_is_held_is_not_told_outside() {
        var id = write(ana, CANARY);
        any.run(practice, () -> reaches.sayAboutEmail(ana, false, TESTER));
        later(Messages.HOLD);

        assertThat(file(id)).doesNotExist();
        assertThat(find(id).reason()).contains("They do not want e-mail");
    }

    @Test
    void i15_what_waited_since_long_ago_does_not_leave_by_itself() {
        var id = write(ana, CANARY);
        later(Duration.ofHours(13));

        assertThat(file(id)).doesNotExist();
        assertThat(status(id)).isEqualTo(Status.FAILED);
        assertThat(find(id).reason()).contains("a backup was put back");
    }

    @Test
    void an_address_that_takes_no_mail_is_not_written_to_again() {
        var id = write(ana, CANARY);
        var nobody = new Undeliverable("Takes no mail (550).", true, new IOException("550"));
        var envelope = new Envelope("ana@home.example", "Any Office", "(217) 555-0142").bytes();
        var letter = new Letter(UUID.randomUUID(), Messages.KIND, id + ".eml", id.toString(), envelope, "");
        any.run(practice, () -> letters.undeliverable(letter, nobody, NOW));

        assertThat(status(id)).isEqualTo(Status.BOUNCED);
        assertThat(toCall()).hasSize(1);
        var next = write(ana, "Another.");
        assertThat(find(next).status()).isEqualTo(Status.KEPT);
        assertThat(find(next).insideWhy()).contains("came back");
    }

    /** The office mends the address while the letter is under way: what came back is what was written to. */
    @Test
    void the_address_that_came_back_is_the_one_on_the_envelope() {
        var id = write(ana, CANARY);
        var envelope = new Envelope("anna@home.example", "Any Office", "(217) 555-0142").bytes();
        var letter = new Letter(UUID.randomUUID(), Messages.KIND, id + ".eml", id.toString(), envelope, "");
        var nobody = new Undeliverable("Takes no mail (550).", true, new IOException("550"));
        any.run(practice, () -> letters.undeliverable(letter, nobody, NOW));

        assertThat(any.in(practice, () -> reaches.of(ana).returned())).containsExactly("anna@home.example");
        assertThat(find(write(ana, "Another.")).status()).isEqualTo(Status.HELD);
    }

    @Test
    void a_letter_that_breaks_keeps_no_other_from_leaving() {
        var broken = write(ana, CANARY);
        var other = write(member("Ben", "ben@home.example"), "Where to park.");
        KillPoint.instead(place -> {
            KillPoint.instead(null);
            throw new IllegalStateException("broke at " + place);
        });
        later(Messages.HOLD);

        assertThat(status(broken)).isEqualTo(Status.HELD);
        assertThat(status(other)).isEqualTo(Status.SENT);
        assertThat(any.in(practice, () -> outbox.troubles(Messages.KIND)))
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.sentence()).contains("the log says more"));
        assertThat(any.in(practice, () -> outbox.troubles("837"))).isEmpty();
    }

    @Test
    void on_trial_nobody_was_told_and_it_says_so() {
        var id = write(ana, CANARY);
        later(Messages.HOLD);

        assertThat(find(id).reason()).contains("on trial");
    }

    @Test
    void each_hat_reads_its_own_topics() {
        write(ana, "Where to park.");
        var office = new Sight(Set.of(Topic.LOGISTICS), Set.of(), Set.of());
        var billing = new Sight(Set.of(Topic.BILLING), Set.of(), Set.of());
        var leader = new Sight(Set.of(), Set.of(Topic.LOGISTICS), Set.of(ana));
        var other = new Sight(Set.of(), Set.of(Topic.LOGISTICS), Set.of());

        assertThat(seen(office)).hasSize(1);
        assertThat(seen(leader)).hasSize(1);
        assertThat(seen(billing)).isEmpty();
        assertThat(seen(other)).isEmpty();
    }

    private List<Message> seen(Sight sight) {
        return any.in(practice, () -> {
            assertThat(messages.latest(sight)).hasSameSizeAs(messages.thread(ana, sight));
            assertThat(messages.held(sight)).hasSameSizeAs(messages.thread(ana, sight));
            return messages.thread(ana, sight);
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

    private boolean undo(MessageId id) {
        return any.in(practice, () -> messages.undo(id, TESTER));
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
