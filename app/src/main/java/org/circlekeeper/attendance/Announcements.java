package org.circlekeeper.attendance;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** What members say beforehand: that they cannot come. It is told to the leader, and marks nobody. */
@Component
public class Announcements {

    private final AnnouncementStore store;
    private final Sessions sessions;
    private final Patients patients;
    private final AuditTrail audit;
    private final Clock clock;

    Announcements(AnnouncementStore store, Sessions sessions, Patients patients, AuditTrail audit, Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.patients = patients;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of saying it, or of taking it back. */
    public enum Outcome {
        /** It stands, or does not any more. */
        DONE,
        /** It was so already. */
        ALREADY,
        /** The session has begun: whoever cannot come calls. */
        TOO_LATE,
        /** No such session is planned, or it does not expect them. */
        NOT_EXPECTED
    }

    /** They cannot come. */
    public Outcome say(SessionId session, PatientId patient, Actor actor) {
        var now = clock.instant();
        var against = against(session, patient, now);
        if (against.isPresent()) {
            return against.get();
        }
        var said = new Announcement(session, patient, actor.label(), now);
        store.forgetMoved(said);
        boolean fresh = store.add(NewId.at(now), said);
        if (fresh) {
            patients.workOn(patient);
            audit.did(actor, "said that a member cannot come", "session " + session, List.of(patient.value()), "");
        }
        return fresh ? Outcome.DONE : Outcome.ALREADY;
    }

    /** They can come after all. */
    public Outcome takeBack(SessionId session, PatientId patient, Actor actor) {
        var now = clock.instant();
        var against = against(session, patient, now);
        if (against.isPresent()) {
            return against.get();
        }
        boolean stood = store.takeBack(session, patient, actor.label(), now);
        if (stood) {
            audit.did(
                    actor, "said that a member can come after all", "session " + session, List.of(patient.value()), "");
        }
        return stood ? Outcome.DONE : Outcome.ALREADY;
    }

    private Optional<Outcome> against(SessionId id, PatientId patient, Instant now) {
        var session = sessions.find(id).filter(one -> one.status() == Session.Status.PLANNED);
        if (session.isEmpty() || !store.expects(id, patient)) {
            return Optional.of(Outcome.NOT_EXPECTED);
        }
        return session.get().hasBegun(now) ? Optional.of(Outcome.TOO_LATE) : Optional.empty();
    }

    /** Whether the session's sheet expects this member. */
    public boolean expects(SessionId session, PatientId patient) {
        return store.expects(session, patient);
    }

    /** Who cannot come to a session, as far as they said so. */
    public Map<PatientId, Announcement> of(SessionId session) {
        return store.of(session).stream().collect(toMap(Announcement::patient, one -> one));
    }

    /** To which of these sessions a member said that they cannot come. */
    public Map<SessionId, Announcement> of(PatientId patient, Collection<SessionId> asked) {
        return store.of(patient, asked).stream().collect(toMap(Announcement::session, one -> one));
    }
}
