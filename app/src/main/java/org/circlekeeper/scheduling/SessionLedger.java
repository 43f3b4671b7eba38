package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.assistant.StepRefused;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** Writes what becomes of sessions: how they stand, who said so and why, and which rooms and leaders they hold. */
@Component
class SessionLedger {

    private static final int NAMED = 3;

    private final SessionStore store;
    private final SessionMoveStore moves;
    private final BesideStore beside;
    private final BookingStore bookings;
    private final ChangeWords words;
    private final List<ChangeTold> told;
    private final AuditTrail audit;
    private final Clock clock;

    SessionLedger(
            SessionStore store,
            SessionMoveStore moves,
            BesideStore beside,
            BookingStore bookings,
            ChangeWords words,
            List<ChangeTold> told,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.moves = moves;
        this.beside = beside;
        this.bookings = bookings;
        this.words = words;
        this.told = told;
        this.audit = audit;
        this.clock = clock;
    }

    /** The rooms and leaders that sessions hold once they stand as the edits say. */
    List<Booking> held(Collection<Edit> edits) {
        return held(edits, there(edits));
    }

    private static List<Booking> held(Collection<Edit> edits, Map<SessionId, List<BesideStore.Beside>> there) {
        return edits.stream()
                .flatMap(edit ->
                        held(
                                edit.after(),
                                after(edit, there).stream()
                                        .map(BesideStore.Beside::practitioner)
                                        .toList())
                                .stream())
                .toList();
    }

    /** Who is in these sessions beside their leaders, as it stands. */
    private Map<SessionId, List<BesideStore.Beside>> there(Collection<Edit> edits) {
        return beside.of(edits.stream().map(edit -> edit.after().id()).toList()).stream()
                .collect(groupingBy(BesideStore.Beside::session));
    }

    private static List<BesideStore.Beside> after(Edit edit, Map<SessionId, List<BesideStore.Beside>> there) {
        return CoLeading.after(edit, there.getOrDefault(edit.after().id(), List.of()));
    }

    static List<Booking> held(Session session, Collection<PractitionerId> others) {
        if (session.status() != Session.Status.PLANNED) {
            return List.of();
        }
        var holder = new Booking.Holder.OfSession(session.id());
        var room = session.room();
        var people = Stream.concat(Stream.of(session.leader()), others.stream()).map(PractitionerId::value);
        return Stream.concat(people, room == null ? Stream.of() : Stream.of(room.value()))
                .distinct()
                .map(resource -> new Booking(holder, resource, session.startsAt(), session.endsAt()))
                .toList();
    }

    /** Lets nobody else change the calendar until the transaction ends. */
    void lock() {
        bookings.lock();
    }

    /** Writes them as one act, and returns its id. What is taken already is not booked. */
    UUID write(Collection<Edit> edits, String why, Actor actor) {
        bookings.lock();
        var now = clock.instant();
        var act = new SessionMoveStore.Act(NewId.at(now), why, actor.label(), now);
        var held = note(edits, act, actor);
        bookings.free(edits.stream().map(edit -> edit.after().id().value()).toList());
        bookings.book(held);
        return act.id();
    }

    /**
     * Gives a group's sessions to come to a leader; one that a substitute leads stays with the substitute. Where the
     * leader is elsewhere then, the session is planned and somebody is asked. False when all are theirs already.
     */
    boolean lead(GroupId group, PractitionerId leader, Actor actor) {
        var edits = store.of(group, clock.instant()).stream()
                .filter(session -> session.arranged().substituteFor() == null)
                .filter(session -> !session.leader().equals(leader))
                .map(session -> new Edit(session, session.ledBy(leader)))
                .toList();
        if (!edits.isEmpty()) {
            write(edits, "the group has another leader", actor);
        }
        return !edits.isEmpty();
    }

    /** Writes how they stand and who is there, as part of an act; gives back what they are to hold from then on. */
    List<Booking> note(Collection<Edit> edits, SessionMoveStore.Act act, Actor actor) {
        var now = act.at();
        var there = there(edits);
        var names = words.names();
        store.add(edits.stream()
                .filter(edit -> edit.before() == null)
                .map(Edit::after)
                .toList());
        for (var edit : edits) {
            var before = edit.before();
            if (before != null && !store.write(edit.after(), before.status())) {
                throw new StepRefused(
                        "Somebody else changed " + names.session(before) + " just now. Look at it again.");
            }
            moves.wrote(NewId.at(now), edit.after().id(), names.sentence(edit), before, act);
            audit.did(actor, "changed a session", "session " + edit.after().id(), act.reason());
            sit(there.getOrDefault(edit.after().id(), List.of()), after(edit, there));
        }
        return held(edits.stream().filter(edit -> !edit.after().hasEnded(now)).toList(), there);
    }

    private void sit(List<BesideStore.Beside> now, List<BesideStore.Beside> after) {
        beside.remove(now.stream().filter(one -> !after.contains(one)).toList());
        beside.add(after.stream().filter(one -> !now.contains(one)).toList());
    }

    /** Whom a change concerns, by session. */
    Map<SessionId, Set<PatientId>> concerned(Collection<Edit> edits) {
        return store.seated(edits.stream().map(Edit::concerns).toList()).stream()
                .collect(groupingBy(SessionStore.Seated::session, mapping(SessionStore.Seated::patient, toSet())));
    }

    /** Says to whoever reaches people what becomes of each group. */
    void tell(Collection<Edit> edits, boolean takenBack, Actor actor) {
        if (told.isEmpty()) {
            return;
        }
        var concerned = concerned(edits);
        var names = words.names();
        var byGroup = edits.stream().collect(groupingBy(edit -> edit.after().group()));
        byGroup.values().forEach(of -> {
            var sessions = of.stream().map(edit -> edit.after().id()).collect(toSet());
            var patients = of.stream()
                    .flatMap(edit -> concerned.getOrDefault(edit.after().id(), Set.of()).stream())
                    .collect(toSet());
            var sentence = sentence(of, names);
            if (!patients.isEmpty()) {
                told.forEach(one -> {
                    if (takenBack) {
                        one.takenBack(sessions, patients, sentence, actor);
                    } else {
                        one.tell(sessions, patients, sentence, actor);
                    }
                });
            }
        });
    }

    /** Says a sentence about a group's regular time to whoever reaches people. */
    void tell(GroupId group, Set<PatientId> patients, String sentence, Actor actor) {
        if (!patients.isEmpty()) {
            told.forEach(one -> one.tell(group, patients, sentence, actor));
        }
    }

    /** The same, when what was said is so no more. */
    void takenBack(GroupId group, Set<PatientId> patients, String said, String sentence, Actor actor) {
        if (!patients.isEmpty()) {
            told.forEach(one -> one.takenBack(group, patients, said, sentence, actor));
        }
    }

    private static String sentence(List<Edit> edits, ChangeWords.Names names) {
        var said =
                new ArrayList<>(edits.stream().limit(NAMED).map(names::sentence).toList());
        if (edits.size() > NAMED) {
            said.add("And " + (edits.size() - NAMED) + " more.");
        }
        return String.join(" ", said);
    }
}
