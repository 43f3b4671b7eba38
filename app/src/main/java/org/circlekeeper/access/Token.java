package org.circlekeeper.access;

import java.security.SecureRandom;
import java.util.Base64;
import org.circlekeeper.terms.Sha256;

/** A secret that its holder shows and we know only by its hash. */
final class Token {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Token() {}

    static String fresh() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String token) {
        return Sha256.of(token);
    }
}
