package org.circlekeeper.waitlist;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.springframework.stereotype.Component;

/** Who comes together. One entry is offered seats for all of them; the others come with it. */
@Component
public class Families {

    private static final int MOST = 5_000;

    /** A number with fewer digits is none by which somebody is found. */
    private static final int DIGITS = 7;

    private final FamilyStore store;
    private final EntryStore entries;
    private final AuditTrail audit;
    private final Clock clock;

    Families(FamilyStore store, EntryStore entries, AuditTrail audit, Clock clock) {
        this.store = store;
        this.entries = entries;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of an attempt to let two come together. */
    public enum Joined {
        TOGETHER,
        /** Nobody else who waits for this kind of group is known by that. */
        NOBODY,
        /** Several are. */
        SEVERAL,
        /** One of them is offered a seat, or is closed. */
        NOT_NOW,
        /** One of them comes with others already. */
        WITH_OTHERS
    }

    /** Who comes together with this entry, itself among them. */
    public Kin of(Entry entry) {
        return Kin.of(entry.id(), store.kin(entry.id()));
    }

    Kin lock(EntryId id) {
        return Kin.of(id, store.lock(List.of(id)));
    }

    void lock(Collection<EntryId> ids) {
        store.lock(ids);
    }

    void comesWith(EntryId id, EntryId head) {
        store.comesWith(id, head);
    }

    /**
     * Lets somebody come with this entry from now on.
     *
     * @param words their whole name, their telephone number or the id of their entry
     */
    public Joined join(Entry head, String words, Actor actor) {
        var found = entries.since(clock.instant(), MOST).stream()
                .filter(entry -> entry.type().equals(head.type()) && !entry.id().equals(head.id()))
                .filter(entry -> isKnownBy(entry, words))
                .toList();
        if (found.size() != 1) {
            return found.isEmpty() ? Joined.NOBODY : Joined.SEVERAL;
        }
        return join(head.id(), found.getFirst().id(), actor);
    }

    private Joined join(EntryId head, EntryId other, Actor actor) {
        var locked = store.lock(List.of(head, other));
        var first = Kin.of(head, locked);
        var second = Kin.of(other, locked);
        if (!first.head().id().equals(head)
                || !second.head().id().equals(other)
                || !second.with().isEmpty()) {
            return Joined.WITH_OTHERS;
        }
        if (isSettled(first.head()) || isSettled(second.head())) {
            return Joined.NOT_NOW;
        }
        store.comesWith(other, head);
        did(actor, "let people come together", Stream.of(first.head(), second.head()));
        return Joined.TOGETHER;
    }

    /** Lets somebody come alone again. False while a seat is kept for them and the others. */
    public boolean leave(EntryId id, Actor actor) {
        var kin = lock(id);
        if (kin.self(id).status().keepsSeat()) {
            return false;
        }
        store.comesWith(id, null);
        did(actor, "let people come apart", Stream.of(kin.self(id)));
        return true;
    }

    private static boolean isSettled(Entry entry) {
        return entry.status().isClosed() || entry.status().keepsSeat();
    }

    private static boolean isKnownBy(Entry entry, String words) {
        var digits = digits(words);
        return entry.id().toString().equals(words)
                || entry.who().name().equalsIgnoreCase(words)
                || digits.length() >= DIGITS && digits.equals(digits(entry.who().phone()));
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    private void did(Actor actor, String what, Stream<Entry> about) {
        var those = about.toList();
        audit.did(
                actor,
                what,
                "entry " + those.getFirst().id(),
                those.stream()
                        .map(Entry::patient)
                        .filter(Objects::nonNull)
                        .map(PatientId::value)
                        .toList(),
                "who comes together");
    }
}
