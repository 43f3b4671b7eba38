package org.circlekeeper.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.circlekeeper.documents.DocumentId;
import org.circlekeeper.terms.Sha256;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the evidence of one entry says: facts in the order of {@link Fact}, written as JSON. Empty ones are left out.
 */
record Facts(Map<Fact, String> values) {

    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};

    Facts {
        var kept = new EnumMap<Fact, String>(Fact.class);
        values.forEach((fact, value) -> {
            if (!value.isEmpty()) {
                kept.put(fact, value);
            }
        });
        values = Collections.unmodifiableMap(kept);
    }

    static Facts none() {
        return new Facts(Map.of());
    }

    Facts with(Fact fact, Object value) {
        var more = new EnumMap<Fact, String>(Fact.class);
        more.putAll(values);
        more.put(fact, value.toString());
        return new Facts(more);
    }

    Facts with(Template template) {
        return with(Fact.FORM, template.form())
                .with(Fact.VERSION, template.version())
                .with(Fact.LANGUAGE, template.language());
    }

    Facts with(Authentication authentication) {
        return with(Fact.AUTHENTICATED_BY, authentication.method()).with(Fact.AUTHENTICATED_AT, authentication.at());
    }

    Facts with(Attribution attribution) {
        return with(Fact.ADDRESS, attribution.address())
                .with(Fact.USER_AGENT, attribution.userAgent())
                .with(Fact.SIGN_IN_SHA256, attribution.signInSha256());
    }

    Facts with(DocumentId document, String sha256) {
        return with(Fact.DOCUMENT, document).with(Fact.DOCUMENT_SHA256, sha256);
    }

    /** What it says; empty when it says nothing of that. */
    String get(Fact fact) {
        return values.getOrDefault(fact, "");
    }

    String json() {
        var texts = new LinkedHashMap<String, String>();
        values.forEach((fact, value) -> texts.put(fact.key(), value));
        return JsonMapper.shared().writeValueAsString(texts);
    }

    /** Facts that this version does not know are passed over. */
    static Facts read(String json) {
        var texts = JsonMapper.shared().readValue(json, TEXTS);
        var facts = new EnumMap<Fact, String>(Fact.class);
        for (var fact : Fact.values()) {
            facts.put(fact, texts.getOrDefault(fact.key(), ""));
        }
        return new Facts(facts);
    }

    /** Fields as they are kept and hashed: JSON, in the order of their names. */
    static String fields(Map<String, String> fields) {
        return JsonMapper.shared().writeValueAsString(fields);
    }

    /** Binds the exact bytes to the version of the form and to what was filled in: none is changed for another. */
    static String contentSha256(byte[] shown, Template template, String fields) {
        var digest = Sha256.digest();
        for (var part : new byte[][] {shown, template.toString().getBytes(UTF_8), fields.getBytes(UTF_8)}) {
            digest.update((part.length + ":").getBytes(UTF_8));
            digest.update(part);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
