package org.circlekeeper.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.PersonId;

/** A press of the button that is fine, by a member for themselves; each test says only what differs. */
public record AnySigning(
        PatientId patient,
        Signer signer,
        Capacity capacity,
        String form,
        String language,
        String text,
        String shownSha256,
        Map<String, String> fields,
        String typedName,
        Authentication authentication) {

    public static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(300);

    public static AnySigning by(PatientId patient, String name) {
        var signer = new Signer(patient.value(), name);
        return new AnySigning(
                patient,
                signer,
                new Capacity.Self(),
                "group-confidentiality",
                "en",
                "What is said in the group stays in the group.",
                "",
                Map.of("initials", "AR"),
                name,
                authenticated(signer, patient));
    }

    public AnySigning as(Capacity other, UUID id, String name) {
        var by = new Signer(id, name);
        return new AnySigning(
                patient, by, other, form, language, text, shownSha256, fields, name, authenticated(by, patient));
    }

    public AnySigning form(String other) {
        return new AnySigning(
                patient, signer, capacity, other, language, text, shownSha256, fields, typedName, authentication);
    }

    AnySigning text(String other) {
        return new AnySigning(
                patient, signer, capacity, form, language, other, shownSha256, fields, typedName, authentication);
    }

    AnySigning language(String other) {
        return new AnySigning(
                patient, signer, capacity, form, other, text, shownSha256, fields, typedName, authentication);
    }

    AnySigning shown(String otherSha256) {
        return new AnySigning(
                patient, signer, capacity, form, language, text, otherSha256, fields, typedName, authentication);
    }

    AnySigning fields(Map<String, String> other) {
        return new AnySigning(
                patient, signer, capacity, form, language, text, shownSha256, other, typedName, authentication);
    }

    AnySigning typed(String other) {
        return new AnySigning(
                patient, signer, capacity, form, language, text, shownSha256, fields, other, authentication);
    }

    AnySigning authenticated(Authentication other) {
        return new AnySigning(patient, signer, capacity, form, language, text, shownSha256, fields, typedName, other);
    }

    static Authentication authenticated(Signer signer, PatientId patient) {
        return new Authentication(Authentication.Method.LINK_AND_CODE, signer.id(), patient, BEFORE);
    }

    byte[] bytes() {
        return ("<html lang=\"" + language + "\"><head><title>Paper</title></head><body><h1>Paper</h1><p>" + text
                        + "</p></body></html>")
                .getBytes(UTF_8);
    }

    Signing paper() {
        return signing(new What.Paper());
    }

    /** The same signer's word that papers may be electronic. */
    Signing electronic() {
        return form("electronic-business")
                .signing(new What.ElectronicBusiness(
                        "You may have any paper as a sheet, at no cost: ask at the desk.",
                        "Tell us by telephone or in person; what was signed until then holds.",
                        "A device that opens web pages and PDF files.",
                        "All papers of this practice."));
    }

    public Actor actor() {
        return new Actor.Person(new PersonId(signer.id()), "Member", "member");
    }

    private Signing signing(What what) {
        return new Signing(
                patient,
                new Template(form, 2, language),
                what,
                bytes(),
                shownSha256.isEmpty() ? Signatures.sha256(bytes()) : shownSha256,
                new TreeMap<>(fields),
                signer,
                capacity,
                authentication,
                new Intent("I sign this paper", typedName),
                new Attribution("192.0.2.7", "Browser 1.0", "ab".repeat(32)),
                List.of(new Screen("read", BEFORE), new Screen("sign", NOW.minusSeconds(60))));
    }
}
