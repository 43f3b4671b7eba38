package org.circlekeeper.attendance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Attendance of the practice in scope: sheets, marks, closing, corrections. */
@Component
public class Encounters {

    private final EncounterStore store;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Encounters(
            EncounterStore store, Sessions sessions, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What a person says of a seat. Minutes are given, or follow from the times. */
    public record Mark(
            Presence presence,
            @Nullable LocalTime arrived,
            @Nullable LocalTime left,
            @Nullable Integer minutes) {

        public static Mark of(Presence presence) {
            return new Mark(presence, null, null, null);
        }
    }

    /** What became of an attempt to close a sheet. */
    public sealed interface Closing {
        /** Closed now, or closed before. */
        record Closed() implements Closing {}

        /** So many seats nobody has spoken for. */
        record StillUnmarked(long seats) implements Closing {}

        /** The session has not begun. */
        record NotYet() implements Closing {}

        /** The session did not take place. */
        record NotHeld() implements Closing {}
    }

    public Optional<Sheet> sheet(SessionId id) {
        return sessions.find(id)
                .map(session ->
                        new Sheet(session, store.seats(id), store.closed(id).orElse(null)));
    }

    /** Sessions between two instants that have ended, took place and are not closed, oldest first. */
    public List<SessionId> openBetween(Instant from, Instant to) {
        return store.openBetween(from, to);
    }

    /**
     * Marks one seat. Refuses a closed sheet with an IllegalStateException: a closed one is corrected, with a reason.
     */
    public void mark(SessionId session, PatientId patient, Mark mark, Actor actor) {
        mark(session, List.of(patient), mark, actor);
    }

    /** Marks several seats alike. */
    public void mark(SessionId session, Collection<PatientId> patients, Mark mark, Actor actor) {
        store.hold(session);
        if (store.closed(session).isPresent()) {
            throw new IllegalStateException("The sheet is closed: correct it with a reason");
        }
        write(session, patients, mark, null, actor);
        audit.did(
                actor,
                "marked attendance",
                "session " + session,
                patients.stream().map(PatientId::value).toList(),
                mark.presence().word());
    }

    /**
     * Takes the last mark of an open sheet back. Returns whether there was one.
     *
     * @param shown when the mark was made that is meant; whichever is the last when null
     */
    public boolean undo(SessionId session, @Nullable Instant shown, Actor actor) {
        store.hold(session);
        var last = store.lastMark(session);
        if (store.closed(session).isPresent() || shown != null && !last.equals(Optional.of(shown))) {
            return false;
        }
        boolean undone = last.isPresent() && store.undo(session, last.get());
        if (undone) {
            audit.did(actor, "took back a mark", "session " + session, "undo");
        }
        return undone;
    }

    /** When a seat of the sheet was marked last. */
    public Optional<Instant> lastMark(SessionId session) {
        return store.lastMark(session);
    }

    /** Closes the sheet: from now on it says who was there. */
    public Closing close(SessionId id, Actor actor) {
        store.hold(id);
        var sheet = sheet(id).orElseThrow();
        if (sheet.session().status() != Session.Status.PLANNED) {
            return new Closing.NotHeld();
        }
        if (sheet.session().startsAt().isAfter(clock.instant())) {
            return new Closing.NotYet();
        }
        if (sheet.unmarked() > 0) {
            return new Closing.StillUnmarked(sheet.unmarked());
        }
        if (sheet.closed() == null) {
            store.close(id, actor.label(), clock.instant(), "sheet");
            audit.did(
                    actor,
                    "closed a session",
                    "session " + id,
                    sheet.seats().stream().map(seat -> seat.patient().value()).toList(),
                    "attendance complete");
            events.publishEvent(new AttendanceClosed(id));
        }
        return new Closing.Closed();
    }

    /** Corrects one seat of a closed sheet; both versions are kept, with the reason. */
    public void correct(SessionId session, PatientId patient, Mark mark, String reason, Actor actor) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A correction says why");
        }
        store.hold(session);
        write(session, List.of(patient), mark, reason, actor);
        audit.did(actor, "corrected attendance", "session " + session, List.of(patient.value()), reason);
        events.publishEvent(new AttendanceClosed(session));
    }

    /**
     * Puts seats on a sheet that former records list, each with its recorded presence or unmarked, and closes the sheet
     * in the recorder's name when every seat is marked.
     */
    public void bring(SessionId session, List<Former> seats) {
        for (var seat : seats) {
            var id = new EncounterId(NewId.at(clock.instant()));
            store.put(id, session, seat.patient(), seat.mark(), seat.recordedBy(), seat.recordedAt());
            if (seat.place() != null) {
                store.place(session, seat.patient(), seat.place());
            }
        }
        var last = seats.stream()
                .filter(seat -> seat.recordedBy() != null && seat.recordedAt() != null)
                .max(java.util.Comparator.comparing(Former::recordedAt));
        boolean whole = seats.stream().allMatch(seat -> seat.mark().presence() != Presence.UNMARKED);
        if (whole
                && last.isPresent()
                && last.get().recordedBy() != null
                && last.get().recordedAt() != null) {
            store.close(session, last.get().recordedBy(), last.get().recordedAt(), "import");
        }
    }

    /** Where one member was, when not where the session was: a CMS place-of-service code, and whether only heard. */
    public record Place(String code, boolean heardOnly) {}

    /** A seat of former records. Without a recorder it is unmarked. */
    public record Former(
            PatientId patient,
            Mark mark,
            @Nullable String recordedBy,
            @Nullable Instant recordedAt,
            @Nullable Place place) {

        public Former {
            if (recordedBy == null && mark.presence() != Presence.UNMARKED) {
                throw new IllegalArgumentException("Only attendance that names who recorded it is presence");
            }
        }

        public Former(PatientId patient, Mark mark, @Nullable String recordedBy, @Nullable Instant recordedAt) {
            this(patient, mark, recordedBy, recordedAt, null);
        }

        /** The same seat, of a member who was elsewhere than the session. */
        public Former at(@Nullable Place elsewhere) {
            return new Former(patient, mark, recordedBy, recordedAt, elsewhere);
        }
    }

    /** Takes back the sheets that an import brought. */
    public void takeBack(Collection<SessionId> ids) {
        store.remove(ids);
    }

    /** One act has one moment, so that it is taken back whole. */
    private void write(
            SessionId session, Collection<PatientId> patients, Mark mark, @Nullable String reason, Actor actor) {
        var now = clock.instant();
        boolean unmarked = mark.presence() == Presence.UNMARKED;
        for (var patient : patients) {
            var encounter = store.put(
                    new EncounterId(NewId.at(now)),
                    session,
                    patient,
                    mark,
                    unmarked ? null : actor.label(),
                    unmarked ? null : now);
            store.keepMark(NewId.at(now), encounter, mark, reason, actor.label(), now);
        }
    }
}
