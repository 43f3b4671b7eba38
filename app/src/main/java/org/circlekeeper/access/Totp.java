package org.circlekeeper.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The codes of six digits that an authenticator shows for thirty seconds each (RFC 6238, over RFC 4226). */
final class Totp {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;

    private Totp() {}

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    /** The step this code belongs to: now, or one beside it for a clock that is a little off (RFC 6238, 5.2). */
    static OptionalLong stepOf(String code, byte[] key, Instant now) {
        var digits = code.replace(" ", "");
        return LongStream.rangeClosed(step(now) - 1, step(now) + 1)
                .filter(step -> code(key, step).equals(digits))
                .findFirst();
    }

    static String code(byte[] key, long step) {
        var hash = hmac(key, step);
        int offset = hash[hash.length - 1] & 0xf;
        int number = (hash[offset] & 0x7f) << 24
                | (hash[offset + 1] & 0xff) << 16
                | (hash[offset + 2] & 0xff) << 8
                | (hash[offset + 3] & 0xff);
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }

    /** As authenticators take it when it is typed (RFC 4648, 6): in groups of four, easier on the eye. */
    static String typed(byte[] key) {
        var text = new StringBuilder();
        for (int bit = 0; bit < key.length * 8; bit += 5) {
            int value = 0;
            for (int i = bit; i < bit + 5; i++) {
                value = value << 1 | (i < key.length * 8 ? key[i / 8] >> (7 - i % 8) & 1 : 0);
            }
            text.append(text.length() % 5 == 4 ? " " : "").append(BASE32.charAt(value));
        }
        return text.toString();
    }

    private static byte[] hmac(byte[] key, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
