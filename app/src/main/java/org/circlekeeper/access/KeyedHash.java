package org.circlekeeper.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.circlekeeper.database.Home;

/**
 * A hash that nobody makes who has the database alone: HMAC-SHA-256 (RFC 2104, FIPS 198-1) with a key that lies in the
 * home.
 */
public final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MARK_BYTES = 8;

    private final byte[] bytes;

    private KeyedHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** With the key of that name, made on first use. */
    public static KeyedHash with(Home home, String name) {
        return new KeyedHash(HexFormat.of().parseHex(KeyFile.key(home, name)));
    }

    /** Which key this is, in 16 hexadecimal digits that tell nothing of it. */
    public String key() {
        return markOf(bytes);
    }

    /** Of some parts in their order. Each goes in with its length, so that no two lists of parts hash alike. */
    public byte[] of(byte[]... parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            for (var part : parts) {
                mac.update((part.length + ":").getBytes(UTF_8));
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static String markOf(byte[] key) {
        var hash = new KeyedHash(key).of("which key this is".getBytes(UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(hash, MARK_BYTES));
    }
}
