package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/**
 * Changes of sessions and appointments that are to come: shown before they are made, refused with a sentence, taken
 * back in one step.
 */
@Component
public class SessionChanges {

    private final SessionStore store;
    private final AppointmentStore alone;
    private final SessionMoveStore moves;
    private final AppointmentMoveStore movesAlone;
    private final SessionLedger ledger;
    private final AppointmentLedger ledgerAlone;
    private final BookingStore bookings;
    private final Against against;
    private final ChangeWords words;
    private final Practices practices;
    private final Clock clock;

    SessionChanges(
            SessionStore store,
            AppointmentStore alone,
            SessionMoveStore moves,
            AppointmentMoveStore movesAlone,
            SessionLedger ledger,
            AppointmentLedger ledgerAlone,
            BookingStore bookings,
            Against against,
            ChangeWords words,
            Practices practices,
            Clock clock) {
        this.store = store;
        this.alone = alone;
        this.moves = moves;
        this.movesAlone = movesAlone;
        this.ledger = ledger;
        this.ledgerAlone = ledgerAlone;
        this.bookings = bookings;
        this.against = against;
        this.words = words;
        this.practices = practices;
        this.clock = clock;
    }

    /**
     * What a change would do.
     *
     * @param people whom it is told to
     * @param lines what becomes of each session and appointment
     * @param toConfirm what does not stand against it and is to be known before it is done
     * @param against why it cannot be done, each with its remedy; empty when it can
     */
    public record Preview(
            int sessions,
            int appointments,
            int people,
            List<String> lines,
            List<String> toConfirm,
            List<String> against) {

        /** All that is shown before it is done, what is to be confirmed first. */
        public List<String> shown() {
            return Stream.concat(toConfirm.stream(), lines.stream()).toList();
        }

        /** {@code Changes 3 sessions and 2 appointments, tells 8 people.} */
        public String says() {
            var what = new ArrayList<String>();
            if (sessions > 0 || appointments == 0) {
                what.add(Words.count(sessions, "session", "sessions"));
            }
            if (appointments > 0) {
                what.add(Words.count(appointments, "appointment", "appointments"));
            }
            return "Changes " + String.join(" and ", what) + ", tells " + Words.count(people, "person", "people") + ".";
        }
    }

    /** What became of an attempt. */
    public sealed interface Outcome {
        /** Done as one act, by whose id it is taken back. */
        record Done(UUID act, Preview preview) implements Outcome {}

        /** Nothing was done. */
        record Refused(List<String> against) implements Outcome {}
    }

    /** What was done to a session, by whom and when, the latest first. */
    public record Past(String says, String by, Instant at) {}

    /** What these changes make of these sessions; one that is not there is left out. */
    public List<Edit> edits(Map<SessionId, Change> changes, String why) {
        var zone = practices.current().zone();
        return store.byId(changes.keySet()).values().stream()
                .flatMap(
                        session -> Optional.ofNullable(changes.get(session.id()))
                                .map(change -> Edit.of(session, change, why, zone))
                                .stream())
                .toList();
    }

    /** What these changes make of these appointments; one that is not there is left out. */
    public List<AppointmentEdit> alone(Map<AppointmentId, AppointmentChange> changes, String why) {
        var zone = practices.current().zone();
        return alone.byId(changes.keySet()).stream()
                .flatMap(appointment -> Optional.ofNullable(changes.get(appointment.id()))
                        .map(change -> AppointmentEdit.of(appointment, change, why, zone))
                        .stream())
                .toList();
    }

    public Preview preview(Collection<Edit> edits) {
        return preview(Edits.ofSessions(edits));
    }

    public Preview preview(Edits edits) {
        var names = words.names();
        var lines = new ArrayList<String>();
        edits.sessions().forEach(edit -> lines.add(names.sentence(edit)));
        edits.appointments().forEach(edit -> lines.add(names.sentence(edit) + whoTells(edit)));
        return new Preview(
                edits.sessions().size(),
                edits.appointments().size(),
                edits.known() ? 0 : people(edits),
                lines,
                against.toConfirm(edits),
                against.these(edits, names));
    }

    private String whoTells(AppointmentEdit edit) {
        return ledgerAlone.teller(edit.before()).isPresent()
                ? ""
                : " Tell whoever comes yourself: no number of theirs is kept here.";
    }

    private int people(Edits edits) {
        var people = new HashSet<UUID>(ledgerAlone.reached(edits.appointments()));
        ledger.concerned(edits.sessions())
                .values()
                .forEach(patients -> patients.forEach(patient -> people.add(patient.value())));
        return people.size();
    }

    /** Makes them, all or none. */
    public Outcome make(Collection<Edit> edits, String why, Actor actor) {
        return make(Edits.ofSessions(edits), why, actor);
    }

    /** Makes them as one act, all or none. */
    public Outcome make(Edits edits, String why, Actor actor) {
        ledgerAlone.hold(
                edits.appointments().stream().map(AppointmentEdit::before).toList());
        against.hold();
        bookings.lock();
        return make(edits, why, false, actor);
    }

    private Outcome make(Edits edits, String why, boolean takenBack, Actor actor) {
        var preview = preview(edits);
        if (!preview.against().isEmpty() || edits.isEmpty()) {
            return new Outcome.Refused(preview.against());
        }
        var act = write(edits, why, actor);
        if (!edits.known()) {
            ledger.tell(edits.sessions(), takenBack, actor);
            ledgerAlone.tell(edits.appointments(), takenBack, actor);
        }
        return new Outcome.Done(act, preview);
    }

    private UUID write(Edits edits, String why, Actor actor) {
        var now = clock.instant();
        var act = new SessionMoveStore.Act(NewId.at(now), why, actor.label(), now);
        var held = new ArrayList<Booking>();
        edits.sessions().stream()
                .collect(groupingBy(edit -> edits.note(edit.after().id().value())))
                .forEach((said, of) -> held.addAll(ledger.note(of, act.noting(said), actor)));
        edits.appointments().stream()
                .collect(groupingBy(edit -> edits.note(edit.after().id().value())))
                .forEach((said, of) -> held.addAll(ledgerAlone.note(of, act.noting(said), actor)));
        bookings.free(edits.holders());
        bookings.book(held);
        return act.id();
    }

    /** Whether anything was done here under this id. */
    public boolean knows(UUID act) {
        return !moves.of(act).isEmpty() || !movesAlone.of(act).isEmpty();
    }

    /** Takes an act back, while nothing of it has begun and none of it was changed since. */
    public Outcome takeBack(UUID act, Actor actor) {
        var beforeAlone = movesAlone.of(act);
        ledgerAlone.hold(alone.byId(beforeAlone.stream()
                .map(AppointmentMoveStore.Before::appointment)
                .toList()));
        against.hold();
        bookings.lock();
        var before = moves.of(act);
        boolean changed = before.stream()
                        .anyMatch(one ->
                                !moves.latest(one.session()).filter(act::equals).isPresent())
                || beforeAlone.stream()
                        .anyMatch(one -> one.was() == null
                                || !movesAlone
                                        .latest(one.appointment())
                                        .filter(act::equals)
                                        .isPresent());
        if (before.isEmpty() && beforeAlone.isEmpty() || changed) {
            return new Outcome.Refused(List.of("Somebody has changed this since. Change each session by itself."));
        }
        return make(new Edits(asBefore(before), asBeforeAlone(beforeAlone)), "taken back", true, actor);
    }

    private List<Edit> asBefore(List<SessionMoveStore.Before> before) {
        var now =
                store.byId(before.stream().map(SessionMoveStore.Before::session).toList());
        var edits = new ArrayList<Edit>();
        for (var one : before) {
            var session = now.get(one.session());
            if (session != null) {
                var was = one.was();
                edits.add(new Edit(
                        session,
                        was == null ? session.standing(Session.Status.CANCELLED, "taken back") : was.in(session)));
            }
        }
        return edits;
    }

    private List<AppointmentEdit> asBeforeAlone(List<AppointmentMoveStore.Before> before) {
        var now = alone
                .byId(before.stream()
                        .map(AppointmentMoveStore.Before::appointment)
                        .toList())
                .stream()
                .collect(toMap(Appointment::id, one -> one));
        var edits = new ArrayList<AppointmentEdit>();
        for (var one : before) {
            var appointment = now.get(one.appointment());
            var was = one.was();
            if (appointment != null && was != null) {
                edits.add(new AppointmentEdit(appointment, was.in(appointment)));
            }
        }
        return edits;
    }

    /** What was done to a session, the latest first. */
    public List<Past> past(SessionId session) {
        return moves.of(session).stream()
                .map(move -> new Past(move.what(), move.by(), move.at()))
                .toList();
    }
}
