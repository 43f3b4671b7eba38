package org.circlekeeper.portal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.Sha256;

/**
 * A secret that its holder shows and that is kept only as its hash. It names the practice whose rows know it, so that
 * no row of another is looked at: 16 bytes of the practice, then 32 of chance, in base64url.
 */
final class PortalToken {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET = 32;
    private static final int WHOLE = 16 + SECRET;

    private PortalToken() {}

    static String fresh(PracticeId practice) {
        var secret = new byte[SECRET];
        RANDOM.nextBytes(secret);
        return written(ByteBuffer.allocate(WHOLE)
                .putLong(practice.value().getMostSignificantBits())
                .putLong(practice.value().getLeastSignificantBits())
                .put(secret));
    }

    static byte[] hash(String token) {
        return Sha256.of(token);
    }

    static Optional<PracticeId> practiceOf(String token) {
        return read(token, WHOLE);
    }

    /** The practice alone, as the address of its sign-in page carries it. It is no secret. */
    static String key(PracticeId practice) {
        return written(ByteBuffer.allocate(16)
                .putLong(practice.value().getMostSignificantBits())
                .putLong(practice.value().getLeastSignificantBits()));
    }

    static Optional<PracticeId> practiceOfKey(String key) {
        return read(key, 16);
    }

    private static String written(ByteBuffer bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static Optional<PracticeId> read(String text, int length) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != length) {
                return Optional.empty();
            }
            var buffer = ByteBuffer.wrap(bytes);
            return Optional.of(new PracticeId(new UUID(buffer.getLong(), buffer.getLong())));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
