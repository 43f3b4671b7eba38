package org.circlekeeper.messaging;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.springframework.stereotype.Component;

/** What members wrote to the practice in scope, as its people read it. */
@Component
public class Replies {

    private static final int MOST = 500;

    private final ReplyStore store;
    private final Messages messages;
    private final AuditTrail audit;
    private final Clock clock;

    Replies(ReplyStore store, Messages messages, AuditTrail audit, Clock clock) {
        this.store = store;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** What one member wrote, newest first, at most 500. */
    public List<Reply> of(PatientId patient, Sight sight) {
        return store.of(patient, sight.topics(patient), MOST);
    }

    /** The last thing that each member wrote, newest first, at most 500. */
    public List<Reply> latest(Sight sight) {
        return store.latest(sight, MOST);
    }

    /** From whom something waits that nobody has read. */
    public Set<PatientId> unread(Sight sight) {
        return from(store.unread(MOST), sight);
    }

    /** The same for whoever looks; whose therapist they are is asked only when something waits. */
    public Set<PatientId> unread(SignedIn who) {
        var waiting = store.unread(MOST);
        return waiting.isEmpty() ? Set.of() : from(waiting, messages.sight(who));
    }

    private static Set<PatientId> from(List<ReplyStore.Unread> waiting, Sight sight) {
        return waiting.stream()
                .filter(one -> sight.topics(one.patient()).contains(one.topic()))
                .map(ReplyStore.Unread::patient)
                .collect(toSet());
    }

    /** Somebody has what the member wrote before them. */
    public void read(PatientId patient, Sight sight, SignedIn who) {
        int read = store.read(patient, sight.topics(patient), who.actor().label(), clock.instant());
        if (read > 0) {
            audit.did(who.actor(), "read what a member wrote", "patient " + patient, List.of(patient.value()), "");
        }
    }
}
