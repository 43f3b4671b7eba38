package org.circlekeeper.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The audit trail as a chain: each entry carries the hash of the one before, and a head says how many there are. */
@Component
class ChainedTrail implements AuditTrail {

    private static final int MOST_SHOWN = 1000;
    private static final int READ_AT_ONCE = 1000;

    private final AuditStore store;
    private final Clock clock;

    ChainedTrail(AuditStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void hold() {
        store.lockHead();
    }

    @Override
    public void shown(Actor actor, String what, Collection<UUID> patients, String why) {
        add(actor, "shown", what, "", patients, why);
    }

    @Override
    public void did(Actor actor, String what, String subject, Collection<UUID> patients, String why) {
        add(actor, "did", what, subject, patients, why);
    }

    @Override
    public void refused(Actor actor, String what, String subject, String why) {
        add(actor, "refused", what, subject, List.of(), why);
    }

    @Override
    public List<AuditEntry> entriesAbout(UUID patient) {
        return store.about(patient, MOST_SHOWN);
    }

    @Override
    public List<AuditEntry> latest(int n) {
        return store.latest(Math.min(n, MOST_SHOWN));
    }

    @Override
    public long size() {
        return head().seq();
    }

    @Override
    public Verdict verify() {
        long seq = 0;
        var previous = Link.BEFORE_ALL;
        for (var links = store.after(0, READ_AT_ONCE); !links.isEmpty(); links = store.after(seq, READ_AT_ONCE)) {
            for (var link : links) {
                var flaw = link.flaw(seq + 1, previous);
                if (flaw != null) {
                    return new Verdict.Broken(seq + 1, flaw);
                }
                seq = link.entry().seq();
                previous = link.hash();
            }
        }
        return ending(seq, previous);
    }

    /** The head knows how many there were: a tail that was cut off shows here. */
    private Verdict ending(long seq, byte[] hash) {
        var head = head();
        if (head.seq() > seq) {
            return new Verdict.Broken(seq + 1, "the entries from here to " + head.seq() + " are missing");
        }
        return head.seq() == seq && Arrays.equals(head.hash(), hash)
                ? new Verdict.Whole(seq)
                : new Verdict.Broken(head.seq() + 1, "entries stand here that were never written by this program");
    }

    private AuditStore.Head head() {
        return store.head().orElse(new AuditStore.Head(0, Link.BEFORE_ALL));
    }

    private void add(Actor actor, String kind, String what, String subject, Collection<UUID> patients, String why) {
        var head = store.lockHead();
        var entry = new AuditEntry(
                head.seq() + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.kind(),
                id(actor),
                actor.label(),
                actor instanceof Actor.Person person ? person.hat() : "",
                kind,
                what,
                subject,
                patients.stream().sorted().distinct().toList(),
                why);
        store.append(Link.after(head.hash(), entry));
    }

    private static String id(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> person.id().toString();
            case Actor.Duty duty -> duty.id();
            case Actor.Operator operator -> operator.account();
            case Actor.Member member -> member.account().toString();
        };
    }
}
