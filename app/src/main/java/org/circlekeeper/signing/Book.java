package org.circlekeeper.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.access.KeyedHash;
import org.circlekeeper.database.Home;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** The book of a practice's signatures: entries that are added and never changed, and a head that says how many. */
@Component
class Book {

    private static final int AT_ONCE = 500;

    private final BookStore store;
    private final Practices practices;
    private final KeyedHash key;

    Book(BookStore store, Practices practices, Home home) {
        this.store = store;
        this.practices = practices;
        this.key = KeyedHash.with(home, "signatures");
    }

    /** How the book ends, and with which key it is sealed. */
    record Head(long seq, byte[] seal, String key, byte[] mark) {}

    /** Adds an entry at the end. Others who want to wait until this transaction is over. */
    Entry add(SignatureId signature, Entry.Kind kind, Instant at, Facts facts) {
        store.begin(new Head(0, Entry.BEFORE_ALL, key.key(), mark(0, Entry.BEFORE_ALL)));
        var head = store.lockedHead();
        if (!head.key().equals(key.key())) {
            throw new IllegalStateException(
                    "The signatures here were sealed with the secrets of another home. Copy the "
                            + "directory secrets of that home to this one and start again.");
        }
        var entry = Entry.sealed(key, head.seq() + 1, NewId.at(at), signature, kind, at, facts.json(), head.seal());
        store.add(entry);
        store.move(new Head(entry.seq(), entry.seal(), key.key(), mark(entry.seq(), entry.seal())));
        return entry;
    }

    List<Entry> of(SignatureId signature) {
        return store.of(signature);
    }

    boolean isAsSealed(Entry entry) {
        return entry.isAsSealed(key);
    }

    /**
     * What is wrong with the book from an entry on to its end, in sentences: what was taken away, put elsewhere,
     * altered or added. One that was taken away may have said anything of any signature that stood before it.
     */
    List<String> flaws(long from) {
        var head = store.head();
        if (head.isEmpty()) {
            return from > 1 || !store.after(0, 1).isEmpty()
                    ? List.of("The page that says how many signatures there are is missing.")
                    : List.of();
        }
        if (!head.get().key().equals(key.key())) {
            return List.of("The signatures were sealed with the secrets of another home: copy its directory secrets "
                    + "to this one, start again and verify once more.");
        }
        return flaws(from, head.get());
    }

    /** What is wrong with the whole book, and which entries are about a signature that is gone: they are no other's. */
    List<String> allFlaws() {
        var flaws = new ArrayList<>(flaws(1));
        store.strays()
                .forEach(seq -> flaws.add("Entry " + seq
                        + " in the book of signatures is about a signed paper that is gone: somebody took it away."));
        return flaws;
    }

    private List<String> flaws(long from, Head head) {
        var flaws = new ArrayList<String>();
        long seq = from - 1;
        byte[] previous = from <= 1 ? Entry.BEFORE_ALL : new byte[0];
        for (var some = store.after(seq, AT_ONCE); !some.isEmpty(); some = store.after(seq, AT_ONCE)) {
            for (var entry : some) {
                flaws.addAll(flaws(entry, seq + 1, previous));
                seq = entry.seq();
                previous = entry.seal();
            }
        }
        if (head.seq() > seq) {
            flaws.add(missing(seq + 1, head.seq()));
        } else if (head.seq() < seq
                || !Arrays.equals(head.seal(), previous) && previous.length > 0
                || !Arrays.equals(head.mark(), mark(head.seq(), head.seal()))) {
            flaws.add("The page that says how many signatures there are was altered.");
        }
        return flaws;
    }

    /** @param previous how the entry before it was sealed; empty where the first that was looked at has none */
    private List<String> flaws(Entry entry, long expected, byte[] previous) {
        if (entry.seq() > expected) {
            return List.of(missing(expected, entry.seq() - 1));
        }
        if (!entry.isAsSealed(key)) {
            return List.of("Entry " + entry.seq() + " in the book of signatures is not as it was sealed.");
        }
        return previous.length == 0 || Arrays.equals(previous, entry.previous())
                ? List.of()
                : List.of("Entry " + entry.seq() + " in the book of signatures does not follow the one before it: they "
                        + "were put in another order, or one was put in the place of another.");
    }

    private static String missing(long first, long last) {
        return first == last
                ? "Entry " + first + " is missing from the book of signatures. What it said cannot be known."
                : "Entries " + first + " to " + last
                        + " are missing from the book of signatures. What they said cannot be known.";
    }

    private byte[] mark(long seq, byte[] seal) {
        UUID practice = practices.current().id().value();
        return key.of(
                "head".getBytes(UTF_8),
                practice.toString().getBytes(UTF_8),
                String.valueOf(seq).getBytes(UTF_8),
                seal);
    }
}
