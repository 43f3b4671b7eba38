package org.circlekeeper.messaging;

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
        return store.of(patient, sight.topics(patient), sight.hears(patient), MOST);
    }

    /** The last thing that each member wrote, newest first, at most 500. */
    public List<Reply> latest(Sight sight) {
        return store.latest(sight, MOST);
    }

    /**
     * From whom something waits that nobody has read and whoever looks may; whose therapist they are is asked only when
     * something waits. At most 500.
     */
    public Set<PatientId> unread(SignedIn who) {
        return store.isAnyUnread() ? Set.copyOf(store.unread(messages.sightOfUnread(who), MOST)) : Set.of();
    }

    /**
     * Somebody has these before them, and no other that came meanwhile. Words of crisis wait on for whoever treats the
     * member, or the owner, whoever else has read them.
     */
    public void read(PatientId patient, List<Reply> shown, SignedIn who) {
        boolean hears =
                shown.stream().noneMatch(Reply::isUrgent) || messages.sight(who).hears(patient);
        var unread = shown.stream()
                .filter(reply -> hears ? reply.isUnread() : reply.isUnread() && !reply.crisis())
                .map(Reply::id)
                .toList();
        if (!unread.isEmpty() && store.read(unread, who.actor().label(), clock.instant()) > 0) {
            audit.did(who.actor(), "read what a member wrote", "patient " + patient, List.of(patient.value()), "");
        }
    }
}
