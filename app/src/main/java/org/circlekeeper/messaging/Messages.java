package org.circlekeeper.messaging;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.messaging.Message.Status;
import org.circlekeeper.messaging.Message.Topic;
import org.circlekeeper.outbox.Outbox;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.patients.Recipient;
import org.circlekeeper.patients.Recipient.Outside;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.NewId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What the practice in scope writes to its members. A message goes to one member; it is held for a while and can be
 * taken back, then it is in their inbox and an e-mail tells them so, if they agreed.
 */
@Component
public class Messages {

    /** Time to see that it was the wrong member. */
    public static final Duration HOLD = Duration.ofMinutes(3);

    /** The longest text. */
    public static final int LONGEST = 2_000;

    static final String KIND = "e-mail";

    private static final int MOST = 500;

    private final MessageStore store;
    private final Outbox outbox;
    private final Practices practices;
    private final Patients patients;
    private final List<ThreadScope> scopes;
    private final NobodysThreads nobodys;
    private final ObjectProvider<InboxAddress> inboxes;
    private final AuditTrail audit;
    private final Clock clock;

    Messages(
            MessageStore store,
            Outbox outbox,
            Practices practices,
            Patients patients,
            List<ThreadScope> scopes,
            NobodysThreads nobodys,
            ObjectProvider<InboxAddress> inboxes,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.practices = practices;
        this.patients = patients;
        this.scopes = scopes;
        this.nobodys = nobodys;
        this.inboxes = inboxes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes to one member. The text stays here; what goes outside is an {@link Envelope}. */
    public MessageId queue(Recipient to, Topic topic, String text, Actor actor) {
        var now = clock.instant();
        var id = new MessageId(NewId.at(now));
        var goes = now.plus(HOLD);
        var words = text.strip();
        switch (to.outside()) {
            case Outside.Email email -> {
                store.add(message(id, to, topic, words, actor, goes, "", Status.HELD));
                var practice = practices.current();
                var envelope = new Envelope(
                        email.address(),
                        practice.outsideName(),
                        practice.phone().toString(),
                        Envelope.Says.MESSAGE,
                        inbox(to.patient()));
                outbox.hold(KIND, id + ".eml", envelope.bytes(), id.toString(), goes);
            }
            case Outside.None none -> store.add(message(id, to, topic, words, actor, goes, none.why(), Status.KEPT));
        }
        patients.workOn(to.patient());
        audit.did(
                actor,
                "wrote to a member",
                "message " + id,
                List.of(to.patient().value()),
                "about " + topic.onScreen() + ", held for " + HOLD.toMinutes() + " minutes");
        return id;
    }

    /** Whether the member, or whoever acts for them, can read what is in their inbox. */
    public boolean isInboxOpen(PatientId patient) {
        return inboxes.stream().anyMatch(one -> one.isOpen(patient));
    }

    /** Where they read it themselves; empty when they cannot. */
    private String inbox(PatientId patient) {
        return inboxes.stream()
                .map(one -> one.of(patient))
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElse("");
    }

    /**
     * Takes a message back. What comes of it is committed at once, so nothing may have been written to the audit trail
     * before it in the same transaction.
     *
     * @return whether it was in time; then it never leaves
     */
    public boolean undo(MessageId id, Actor actor) {
        var now = clock.instant();
        var message = store.find(id).filter(one -> one.isHeld(now));
        if (message.isEmpty()) {
            return false;
        }
        return message.get().status() == Status.KEPT
                ? takenBack(message.get(), actor, now)
                : outbox.takeBack(
                        practices.current().id(), KIND, id.toString(), () -> takenBack(message.get(), actor, now));
    }

    private boolean takenBack(Message message, Actor actor, Instant now) {
        boolean moved = store.move(
                message.id(), message.status(), Status.UNDONE, "Taken back before it left.", actor.label(), now);
        if (moved) {
            audit.did(
                    actor,
                    "took a message back",
                    "message " + message.id(),
                    List.of(message.patient().value()),
                    "before it left");
        }
        return moved;
    }

    /** What of the messages this person reads and writes, as it is now. */
    public Sight sight(SignedIn who) {
        return Sight.of(who.roles(), own(who), isOwner(who) ? nobodys.now() : Sight.Nobodys.NOTHING);
    }

    /** The same, as far as something waits that nobody has read: of whom nothing does it is not asked. */
    Sight sightOfUnread(SignedIn who) {
        return Sight.of(who.roles(), own(who), isOwner(who) ? nobodys.waiting() : Sight.Nobodys.NOTHING);
    }

    private Set<PatientId> own(SignedIn who) {
        return scopes.stream().flatMap(scope -> scope.treatedBy(who).stream()).collect(toSet());
    }

    private static boolean isOwner(SignedIn who) {
        return who.roles().contains(Role.OWNER);
    }

    public Optional<Message> find(MessageId id) {
        return store.find(id);
    }

    /** What was written to a member, newest first, at most 500. */
    public List<Message> thread(PatientId patient, Sight sight) {
        return store.thread(patient, sight, MOST);
    }

    /** The last message to each member, newest first, at most 500. */
    public List<Message> latest(Sight sight) {
        return store.latest(sight, MOST);
    }

    /** What can be taken back now. */
    public List<Message> held(Sight sight) {
        return store.held(sight, clock.instant(), MOST);
    }

    private Message message(
            MessageId id,
            Recipient to,
            Topic topic,
            String text,
            Actor actor,
            Instant goes,
            String why,
            Status status) {
        return new Message(
                id,
                to.patient(),
                topic,
                text,
                actor.label(),
                goes.minus(HOLD),
                goes,
                why,
                status,
                "",
                "",
                null,
                null,
                "");
    }
}
