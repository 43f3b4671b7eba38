package org.circlekeeper.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.circlekeeper.terms.Sha256;
import org.jspecify.annotations.Nullable;

/** An entry with the hash before it and its own: one link of the chain. */
record Link(AuditEntry entry, byte[] previous, byte[] hash) {

    static final byte[] BEFORE_ALL = new byte[32];

    static Link after(byte[] previous, AuditEntry entry) {
        return new Link(entry, previous, hash(previous, entry));
    }

    /** What is wrong with this link where {@code seq} and {@code previous} were expected; null when nothing is. */
    @Nullable
    String flaw(long expectedSeq, byte[] expectedPrevious) {
        if (entry.seq() != expectedSeq) {
            return "entry " + expectedSeq + " is missing";
        }
        if (!Arrays.equals(previous, expectedPrevious)) {
            return "it does not follow the entry before it";
        }
        return Arrays.equals(hash, hash(previous, entry)) ? null : "it is not as it was written";
    }

    /** Each field goes in with its length, so that no two entries read alike. */
    private static byte[] hash(byte[] previous, AuditEntry entry) {
        var digest = Sha256.digest();
        digest.update(previous);
        for (var field : new Object[] {
            entry.seq(),
            entry.at(),
            entry.actorKind(),
            entry.actorId(),
            entry.actorLabel(),
            entry.hat(),
            entry.kind(),
            entry.what(),
            entry.subject(),
            entry.patients(),
            entry.why()
        }) {
            var bytes = field.toString().getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return digest.digest();
    }
}
