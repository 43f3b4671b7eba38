package org.circlekeeper.attendance;

import static java.util.stream.Collectors.joining;

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

    private static final Actor IMPORT = new Actor.Operator("import");

    private final EncounterStore store;
    private final LetInStore letIns;
    private final AuthorizedVisits units;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Encounters(
            EncounterStore store,
            LetInStore letIns,
            AuthorizedVisits units,
            Sessions sessions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.letIns = letIns;
        this.units = units;
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

    /** What became of an attempt to say that a session does not take place. */
    public sealed interface CallingOff {
        record Done() implements CallingOff {}

        /** Its sheet says who was there. */
        record SheetClosed() implements CallingOff {}

        /** It was cancelled or skipped before. */
        record NotPlanned() implements CallingOff {}
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

    /** Marks one seat. False when the sheet is closed, and nothing was marked: it is corrected, with a reason. */
    public boolean mark(SessionId session, PatientId patient, Mark mark, Actor actor) {
        return mark(session, List.of(patient), mark, actor);
    }

    /** Marks several seats alike. False when the sheet is closed, and nothing was marked. */
    public boolean mark(SessionId session, Collection<PatientId> patients, Mark mark, Actor actor) {
        store.hold(session);
        if (store.closed(session).isPresent()) {
            return false;
        }
        write(session, patients, mark, null, actor);
        units.settle(patients, actor);
        letIns.forgetUnmarked(session);
        audit.did(
                actor,
                "marked attendance",
                "session " + session,
                patients.stream().map(PatientId::value).toList(),
                mark.presence().word());
        return true;
    }

    /**
     * Takes the last mark of an open sheet back that was made here; the mark is kept, with who took it back. Returns
     * whether there was one. What former records said is none.
     *
     * @param shown when the mark was made that is meant; whichever is the last when null
     */
    public boolean undo(SessionId session, @Nullable Instant shown, Actor actor) {
        store.hold(session);
        var last = store.lastMark(session);
        if (store.closed(session).isPresent() || last.isEmpty() || shown != null && !last.equals(Optional.of(shown))) {
            return false;
        }
        var taken = store.undo(session, last.get(), actor.label(), clock.instant());
        units.settle(taken.stream().map(EncounterStore.TakenBack::patient).toList(), actor);
        letIns.forgetUnmarked(session);
        audit.did(
                actor,
                "took back a mark",
                "session " + session,
                taken.stream().map(mark -> mark.patient().value()).distinct().toList(),
                "undid: "
                        + taken.stream()
                                .map(mark -> mark.presence().word())
                                .distinct()
                                .collect(joining(", ")));
        return true;
    }

    /** When a seat of the sheet was marked here last. */
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
        units.settle(List.of(patient), actor);
        audit.did(actor, "corrected attendance", "session " + session, List.of(patient.value()), reason);
        events.publishEvent(new AttendanceClosed(session));
    }

    /**
     * Says that a session does not take place, or did not. Whoever closes its sheet at the same moment comes before or
     * after: what was closed is not cancelled, and what is cancelled is not closed.
     */
    public CallingOff callOff(SessionId id, String reason, Actor actor) {
        store.hold(id);
        var session = sessions.find(id).orElseThrow();
        if (store.closed(id).isPresent()) {
            return new CallingOff.SheetClosed();
        }
        if (session.status() != Session.Status.PLANNED) {
            return new CallingOff.NotPlanned();
        }
        var seated = store.seats(id).stream().map(Seat::patient).toList();
        sessions.cancel(id, reason, actor);
        units.settle(seated, actor);
        return new CallingOff.Done();
    }

    /** Nobody else writes on this sheet until the transaction ends. */
    void hold(SessionId session) {
        store.hold(session);
    }

    /** Nobody writes on any sheet of the practice until this transaction ends: files are about to be compared. */
    public void holdAll() {
        store.holdAll();
    }

    /**
     * Puts seats on a sheet that former records list, each with its recorded presence or unmarked. The sheet is closed
     * in the name of who recorded last when no seat of it is unmarked: those of the files, and those that were given
     * here.
     */
    public void bring(SessionId session, Collection<Former> seats) {
        store.holdAll();
        seats.forEach(seat -> bring(session, seat));
        units.settle(seats.stream().map(Former::patient).toList(), IMPORT);
        var whole = store.seats(session);
        if (whole.stream().anyMatch(seat -> seat.presence() == Presence.UNMARKED)) {
            return;
        }
        var by = "";
        var at = Instant.MIN;
        for (var seat : whole) {
            if (seat.recordedBy() != null
                    && seat.recordedAt() != null
                    && seat.recordedAt().isAfter(at)) {
                by = seat.recordedBy();
                at = seat.recordedAt();
            }
        }
        if (!by.isEmpty()) {
            store.close(session, by, at, "import");
        }
    }

    /** The mark is kept as the files tell it, so that a correction here leaves both versions. */
    private void bring(SessionId session, Former seat) {
        var now = clock.instant();
        var by = seat.recordedBy();
        var at = seat.recordedAt();
        var encounter = store.put(new EncounterId(NewId.at(now)), session, seat.patient(), seat.mark(), by, at);
        if (by != null && at != null) {
            store.keepMark(NewId.at(now), encounter, new EncounterStore.Said(seat.mark(), null, by, at, true));
        }
        if (seat.place() != null) {
            store.place(session, seat.patient(), seat.place());
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

    /** Takes back the sheets that an import brought; their units go to visits that wait for one. */
    public void takeBack(Collection<SessionId> ids, Actor actor) {
        units.settle(store.remove(ids), actor);
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
            store.keepMark(NewId.at(now), encounter, new EncounterStore.Said(mark, reason, actor.label(), now, false));
        }
    }
}
