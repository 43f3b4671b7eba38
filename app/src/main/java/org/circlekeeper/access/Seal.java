package org.circlekeeper.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import org.circlekeeper.database.Home;

/**
 * Closes bytes up with a key that lies in the home and not in the database (AES-256-GCM). They open again only with
 * that key, unaltered, and as what they were sealed as.
 */
public final class Seal {

    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final Aead aead;
    private final String key;

    private Seal(Aead aead, String key) {
        this.aead = aead;
        this.key = key;
    }

    /** With the key of that name, made on first use. */
    @AccessesPartialKey
    public static Seal with(Home home, String name) {
        var bytes = HexFormat.of().parseHex(KeyFile.key(home, name));
        try {
            var parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(KEY_BYTES)
                    .setIvSizeBytes(IV_BYTES)
                    .setTagSizeBytes(TAG_BYTES)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
            var key = AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                    .build();
            return new Seal(AesGcmJce.create(key), KeyedHash.markOf(bytes));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Which key this is, in 16 hexadecimal digits that tell nothing of it. */
    public String key() {
        return key;
    }

    /** @param as what they are: the same words open them again */
    public byte[] seal(byte[] plain, String as) {
        try {
            return aead.encrypt(plain, as.getBytes(UTF_8));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The bytes; empty when they were altered, are sealed as something else or with another key. */
    public Optional<byte[]> open(byte[] sealed, String as) {
        try {
            return Optional.of(aead.decrypt(sealed, as.getBytes(UTF_8)));
        } catch (GeneralSecurityException notAsItWas) {
            return Optional.empty();
        }
    }
}
