package org.circlekeeper.portal;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A telephone with one passkey, as W3C Web Authentication Level 3 describes it: attestation "none" (8.7), ES256, a
 * count of signatures (6.1). It answers for the origin it is told of and signs whatever it is asked.
 */
public final class Telephone {

    private static final byte PRESENT_AND_VERIFIED = 0x05;
    private static final byte WITH_KEY = 0x40;

    private final String origin;
    private final KeyPair pair;
    private final byte[] id = new byte[32];
    private byte flags = PRESENT_AND_VERIFIED;
    private int count;
    private String handle = "";

    public Telephone(String origin) {
        this.origin = origin;
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
        new SecureRandom().nextBytes(id);
    }

    /** Counts from there on. */
    public void countsFrom(int signatures) {
        count = signatures;
    }

    /** Asks neither for a finger nor for a code. */
    public void asksForNothing() {
        flags = 0x01;
    }

    /** What it answers to options for making a passkey. */
    public String makes(String options) {
        var asked = JsonMapper.shared().readTree(options);
        handle = asked.get("user").get("id").asString();
        return credential(
                "\"clientDataJSON\":\"" + text(client("webauthn.create", asked, origin)) + "\",\"attestationObject\":\""
                        + text(attestation(asked.get("rp").get("id").asString())) + "\"");
    }

    /** What it answers to options for signing in. */
    public String signs(String options) {
        return signs(options, origin);
    }

    /** The same, where the browser shows another site. */
    public String signs(String options, String elsewhere) {
        var asked = JsonMapper.shared().readTree(options);
        count++;
        var authenticator = authenticator(asked.get("rpId").asString(), flags);
        var client = client("webauthn.get", asked, elsewhere);
        return credential("\"clientDataJSON\":\"" + text(client) + "\",\"authenticatorData\":\"" + text(authenticator)
                + "\",\"signature\":\"" + text(signature(authenticator, client)) + "\",\"userHandle\":\"" + handle
                + "\"");
    }

    private String credential(String response) {
        return "{\"id\":\"" + text(id) + "\",\"rawId\":\"" + text(id) + "\",\"type\":\"public-key\",\"response\":{"
                + response + "},\"clientExtensionResults\":{}}";
    }

    private static byte[] client(String type, JsonNode asked, String origin) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\""
                        + asked.get("challenge").asString() + "\",\"origin\":\"" + origin + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticator(String party, byte flags) {
        return ByteBuffer.allocate(37)
                .put(sha256(party.getBytes(StandardCharsets.UTF_8)))
                .put(flags)
                .putInt(count)
                .array();
    }

    /** In CBOR (RFC 8949): a map of fmt, attStmt and authData. */
    private byte[] attestation(String party) {
        var data = new ByteArrayOutputStream();
        data.writeBytes(authenticator(party, (byte) (flags | WITH_KEY)));
        data.writeBytes(new byte[16]);
        data.writeBytes(new byte[] {0, (byte) id.length});
        data.writeBytes(id);
        data.writeBytes(cose());
        var all = new ByteArrayOutputStream();
        all.write(0xA3);
        all.writeBytes(word("fmt"));
        all.writeBytes(word("none"));
        all.writeBytes(word("attStmt"));
        all.write(0xA0);
        all.writeBytes(word("authData"));
        all.writeBytes(string(data.toByteArray()));
        return all.toByteArray();
    }

    /** The public key (RFC 9053, 7.1.1): kty EC2, alg ES256, crv P-256, x, y. */
    private byte[] cose() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        var key = new ByteArrayOutputStream();
        key.writeBytes(new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
        key.writeBytes(string(coordinate(point.getAffineX())));
        key.write(0x22);
        key.writeBytes(string(coordinate(point.getAffineY())));
        return key.toByteArray();
    }

    private static byte[] coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var fixed = new byte[32];
        int length = Math.min(bytes.length, fixed.length);
        System.arraycopy(bytes, bytes.length - length, fixed, fixed.length - length, length);
        return fixed;
    }

    private static byte[] word(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(bytes.length + 1)
                .put((byte) (0x60 + bytes.length))
                .put(bytes)
                .array();
    }

    private static byte[] string(byte[] bytes) {
        return ByteBuffer.allocate(bytes.length + 2)
                .put((byte) 0x58)
                .put((byte) bytes.length)
                .put(bytes)
                .array();
    }

    private byte[] signature(byte[] authenticator, byte[] client) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(authenticator);
            signature.update(sha256(client));
            return signature.sign();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
