package org.circlekeeper.audit;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The audit trail of the practice in scope. Each writing method adds one row to the practice's chain of hashes. */
public interface AuditTrail {

    /**
     * Keeps others from writing here until the transaction under way ends. Whatever locks rows of its own before it
     * writes here calls this first: then no two wait for each other.
     */
    void hold();

    /** Records of these patients were shown to the actor: one row, whatever their number. */
    void shown(Actor actor, String what, Collection<UUID> patients, String why);

    /** Something changed or left. {@code subject} is a kind and an id, as in {@code session 0198…}; no names. */
    void did(Actor actor, String what, String subject, Collection<UUID> patients, String why);

    /** Something was tried and refused. */
    void refused(Actor actor, String what, String subject, String why);

    default void did(Actor actor, String what, String subject, String why) {
        did(actor, what, subject, List.of(), why);
    }

    /** Who opened, changed or passed on this record; the latest first, a thousand at most. */
    List<AuditEntry> entriesAbout(UUID patient);

    /** The latest entries, the latest first, without what duties read for their plans in every round. */
    List<AuditEntry> latest(int n);

    /** How many entries there are. */
    long size();

    /** Reads the whole chain again and says whether it is as it was written. */
    Verdict verify();
}
