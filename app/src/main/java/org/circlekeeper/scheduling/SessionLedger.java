package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
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

    /** The rooms and leaders that sessions hold, as they stand in the edits. */
    List<Booking> held(Collection<Session> sessions) {
        var ids = sessions.stream().map(Session::id).toList();
        Map<SessionId, List<PractitionerId>> others = beside.of(ids).stream()
                .collect(groupingBy(BesideStore.Beside::session, mapping(BesideStore.Beside::practitioner, toList())));
        return sessions.stream()
                .flatMap(session -> held(session, others.getOrDefault(session.id(), List.of())).stream())
                .toList();
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

    /** Writes them as one act, and returns its id. What is taken already is not booked. */
    UUID write(Collection<Edit> edits, String why, Actor actor) {
        bookings.lock();
        var now = clock.instant();
        var act = new SessionMoveStore.Act(NewId.at(now), why, actor.label(), now);
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
            audit.did(actor, "changed a session", "session " + edit.after().id(), why);
        }
        var after = edits.stream().map(Edit::after).toList();
        bookings.free(after.stream().map(session -> session.id().value()).toList());
        bookings.book(
                held(after.stream().filter(session -> !session.hasEnded(now)).toList()));
        return act.id();
    }

    /** Whom a change concerns, by session. */
    Map<SessionId, Set<PatientId>> concerned(Collection<Edit> edits) {
        return store.expected(edits.stream().map(Edit::concerns).toList()).stream()
                .collect(groupingBy(SessionStore.Expected::session, mapping(SessionStore.Expected::patient, toSet())));
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

    /** Says a sentence about these sessions to whoever reaches people. */
    void tell(Set<SessionId> sessions, Set<PatientId> patients, String sentence, Actor actor) {
        if (!patients.isEmpty()) {
            told.forEach(one -> one.tell(sessions, patients, sentence, actor));
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
