package org.circlekeeper.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.circlekeeper.access.KeyedHash;

/**
 * One entry in the book of all signatures of a practice. Its seal covers what it says and the seal before it, so none
 * can be altered, taken away or put elsewhere unseen by anybody who has not the key.
 *
 * @param seq its place in the book, from 1 on
 * @param evidence {@link Facts} as JSON, to the byte
 */
record Entry(
        long seq,
        UUID id,
        SignatureId signature,
        Kind kind,
        Instant at,
        String evidence,
        byte[] previous,
        byte[] seal) {

    static final byte[] BEFORE_ALL = new byte[32];

    /** What happened. */
    enum Kind {
        SIGNED,
        REFUSED,
        ON_PAPER,
        DELIVERED,
        WITHDRAWN,
        LAPSED
    }

    static Entry sealed(
            KeyedHash key,
            long seq,
            UUID id,
            SignatureId signature,
            Kind kind,
            Instant at,
            String evidence,
            byte[] previous) {
        var open = new Entry(seq, id, signature, kind, at, evidence, previous, BEFORE_ALL);
        return new Entry(seq, id, signature, kind, at, evidence, previous, open.rightSeal(key));
    }

    Facts facts() {
        return Facts.read(evidence);
    }

    /** Whether it says what was sealed. */
    boolean isAsSealed(KeyedHash key) {
        return Arrays.equals(seal, rightSeal(key));
    }

    private byte[] rightSeal(KeyedHash key) {
        return key.of(previous, bytes(seq), bytes(id), bytes(signature), bytes(kind), bytes(at), bytes(evidence));
    }

    private static byte[] bytes(Object field) {
        return field.toString().getBytes(UTF_8);
    }
}
