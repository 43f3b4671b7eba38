package org.circlekeeper.terms;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Makes identifiers whose order is the order of their making (RFC 9562, version 7), so that keys append. Those made in
 * one millisecond follow each other too (section 6.2, method 2): what is read newest first by its instant and then by
 * its id comes in the order in which it was written.
 */
public final class NewId {

    private static final long VARIANT = 0x8000000000000000L;
    private static final long RANDOM_LOW = 0x3FFFFFFFFFFFFFFFL;
    private static final int STEP = 1 << 30;
    private static final AtomicReference<UUID> LAST = new AtomicReference<>(new UUID(0, 0));

    private NewId() {}

    public static UUID at(Instant now) {
        var milli = now.toEpochMilli();
        return LAST.updateAndGet(last -> last.getMostSignificantBits() >>> 16 == milli ? after(last) : first(milli));
    }

    /** The top bit of what is random stays zero, so that a millisecond has room for more than can be made in it. */
    private static UUID first(long milli) {
        var random = ThreadLocalRandom.current();
        return new UUID(milli << 16 | 0x7000 | random.nextInt(0x800), VARIANT | random.nextLong() & RANDOM_LOW);
    }

    private static UUID after(UUID last) {
        var low = (last.getLeastSignificantBits() & RANDOM_LOW)
                + ThreadLocalRandom.current().nextInt(STEP)
                + 1;
        var carry = low > RANDOM_LOW ? 1 : 0;
        return new UUID(last.getMostSignificantBits() + carry, VARIANT | low & RANDOM_LOW);
    }
}
