package org.circlekeeper.scheduling;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.Sha256;

/**
 * The secret of a calendar's address. It tells the practice, whose rows nobody sees otherwise; the rest is 256 bits
 * that nobody guesses.
 */
record FeedSecret(PracticeId practice, String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PRACTICE = 22;
    private static final int BYTES = 32;
    private static final String SHAPE = "[A-Za-z0-9_-]{65}";

    static FeedSecret fresh(PracticeId practice) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var id = ByteBuffer.allocate(16)
                .putLong(practice.value().getMostSignificantBits())
                .putLong(practice.value().getLeastSignificantBits())
                .array();
        return new FeedSecret(practice, text(id) + text(bytes));
    }

    /** Empty when it has not the shape of one. */
    static Optional<FeedSecret> read(String token) {
        if (!token.matches(SHAPE)) {
            return Optional.empty();
        }
        try {
            var id = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token.substring(0, PRACTICE)));
            return Optional.of(new FeedSecret(new PracticeId(new UUID(id.getLong(), id.getLong())), token));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    byte[] hash() {
        return Sha256.of(text);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The secret itself: shown once, and never logged. */
    @Override
    public String toString() {
        return text;
    }
}
