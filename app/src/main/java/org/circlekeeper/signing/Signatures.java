package org.circlekeeper.signing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.documents.DocumentId;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.Sha256;
import org.springframework.stereotype.Component;

/**
 * What is signed in the practice in scope. A page shows the bytes of a paper with {@link #sha256 their hash}, and sends
 * the hash back with the button: what is then kept are those bytes, who pressed, as what and why that may be believed.
 */
@Component
public class Signatures {

    private static final int MOST = 500;

    private final SignatureStore store;
    private final Writing writing;
    private final SigningFacts known;
    private final Verification verification;
    private final EvidencePage page;
    private final Documents documents;
    private final AuditTrail audit;
    private final Clock clock;

    Signatures(
            SignatureStore store,
            Writing writing,
            SigningFacts known,
            Verification verification,
            EvidencePage page,
            Documents documents,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.writing = writing;
        this.known = known;
        this.verification = verification;
        this.page = page;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a page sends back with the button. */
    public static String sha256(byte[] shown) {
        return Sha256.hex(shown);
    }

    /**
     * Signs, or says everything that stands against it; then nothing is written but that it was tried. Pressed twice it
     * is signed once. The paper is printed before anybody else has to wait; so nothing should have been written to the
     * audit trail before in the same transaction.
     */
    public Outcome sign(Signing signing, Actor actor) {
        return sign(signing, signing::fields, actor);
    }

    /**
     * The same, of answers that others may change while it is printed: then nothing is signed.
     *
     * @param fields what stands on the paper now
     */
    public Outcome sign(Signing signing, Supplier<Map<String, String>> fields, Actor actor) {
        var now = now();
        var before = known.of(signing, actor);
        var first = MaySign.findings(signing, before, now);
        if (!first.isEmpty()) {
            return refused(first, before, signing.patient(), actor);
        }
        var facts = known.evidence(signing, now);
        var printed = page.print(signing, facts, now);
        audit.hold();
        var then = known.of(signing, actor);
        var findings = fields.get().equals(signing.fields())
                ? MaySign.findings(signing, then, now)
                : List.of(MaySign.otherBytes());
        return findings.isEmpty()
                ? writing.sign(signing, then, facts, printed, now, actor)
                : refused(findings, then, signing.patient(), actor);
    }

    /** One of two guardians says no. What the other signed is kept, and the practice is asked. */
    public Outcome refuse(Refusing refusing, Actor actor) {
        var now = now();
        audit.hold();
        var then = known.of(refusing, actor);
        var findings = MaySign.findings(refusing, then, now);
        return findings.isEmpty()
                ? writing.refuse(refusing, then, now, actor)
                : refused(findings, then, refusing.patient(), actor);
    }

    /** Keeps a sheet that was signed with ink. It is shown as paper, and never as anything else. */
    public Outcome onPaper(OnPaper sheet, Actor actor) {
        audit.hold();
        var live = store.live(sheet.patient(), sheet.template(), Signature.INK);
        var findings = known.against(sheet, live);
        if (!findings.isEmpty()) {
            return refused(findings, live.map(Signature::id), sheet.patient(), actor);
        }
        return writing.onPaper(sheet, documents.find(sheet.scan()).orElseThrow().sha256(), now(), actor);
    }

    /**
     * Takes a signature back. What was delivered because of it stays delivered.
     *
     * @param by whose word it is, in words
     */
    public Outcome withdraw(SignatureId id, String by, String why, Actor actor) {
        if (by.isBlank()) {
            throw new IllegalArgumentException("It is somebody's word");
        }
        audit.hold();
        var signature = store.find(id);
        if (signature.isEmpty()) {
            return refused("no-such-signature", "There is no such signature.", "Check its number.");
        }
        if (!signature.get().status().next().contains(SignatureStatus.WITHDRAWN)) {
            return refused("withdrawn-already", "This signature has been withdrawn already.", "Look at it again.");
        }
        return writing.withdraw(signature.get(), by.strip(), why.strip(), now(), actor);
    }

    /**
     * The time of a signature is over: the same paper may be signed once more. False when it is not in force.
     *
     * @param why why it does not hold any longer
     */
    public boolean lapse(SignatureId id, String why, Actor actor) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("It ends for a reason");
        }
        audit.hold();
        var standing = store.find(id).filter(Signature::isInForce);
        standing.ifPresent(signature -> writing.lapse(signature, why.strip(), now(), actor));
        return standing.isPresent();
    }

    /**
     * Writes down that a paper's copy was delivered, once for each way. Of a paper that two guardians sign it does not
     * say to whom. False when there is no such signature.
     */
    public boolean copyDelivered(SignatureId id, Channel channel, Instant when, Actor actor) {
        return delivered(id, "", channel, when, actor);
    }

    /** Writes down that this signer got their copy, once for each way. False when there is no such signature. */
    public boolean copyDelivered(SignatureId id, UUID signer, Channel channel, Instant when, Actor actor) {
        return delivered(id, signer.toString(), channel, when, actor);
    }

    private boolean delivered(SignatureId id, String signer, Channel channel, Instant when, Actor actor) {
        audit.hold();
        return store.find(id)
                .map(signature -> writing.delivered(signature, signer, channel, when, now(), actor))
                .isPresent();
    }

    /** Whether this signer has agreed to papers about this patient being electronic, and not taken it back. */
    public boolean agreesToElectronic(PatientId patient, UUID signer) {
        return store.agreement(patient, signer).isPresent();
    }

    /** Whether this signer has signed it, alone or as one of two, and has not said no since. */
    public boolean hasSigned(SignatureId id, UUID signer) {
        return writing.hasSigned(id, signer);
    }

    public Optional<Signature> find(SignatureId id) {
        return store.find(id);
    }

    /** Of a patient, newest first, those that were withdrawn too; at most 500. */
    public List<Signature> of(PatientId patient) {
        return store.of(patient, MOST);
    }

    /** Of everybody, newest first; at most 500. */
    public List<Signature> latest() {
        return store.latest(MOST);
    }

    /** Every signed paper of the practice, oldest first. */
    public List<SignatureId> all() {
        return store.all();
    }

    /** What was written down about a signature: each entry with its evidence, oldest first. */
    public List<Written> written(SignatureId id) {
        return writing.entries(id);
    }

    /** What the last signer may take along: the paper with its evidence, or the sheet that was scanned. */
    public Optional<DocumentId> copy(SignatureId id) {
        return written(id).stream().flatMap(entry -> entry.document().stream()).reduce((_, later) -> later);
    }

    /**
     * What this signer may take along: the paper with their own evidence and nobody else's, or the sheet that was
     * scanned. Empty when they have not signed it.
     */
    public Optional<DocumentId> copy(SignatureId id, UUID signer) {
        return writing.copy(id, signer);
    }

    /** Looks at everything that belongs to a signature again. */
    public Verdict verify(SignatureId id) {
        return verification.of(id);
    }

    /** The same of all, and of the book in which they stand. */
    public Verification.Whole verifyAll() {
        return verification.ofAll();
    }

    /** To the microsecond, as it is kept and sealed. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Outcome refused(List<Finding> findings, Known then, PatientId patient, Actor actor) {
        return refused(findings, then.live().map(Signature::id), patient, actor);
    }

    private Outcome refused(List<Finding> findings, Optional<SignatureId> before, PatientId patient, Actor actor) {
        var codes = findings.stream().map(Finding::code).toList();
        audit.refused(actor, "signing a paper", "patient " + patient, String.join(", ", codes));
        return new Outcome.Refused(findings, codes.contains("signed-already") ? before.orElse(null) : null);
    }

    private static Outcome refused(String code, String sentence, String remedy) {
        var finding =
                new Finding(code, Finding.Weight.ALWAYS_HOLDS, Because.of(sentence), remedy, "45 CFR 164.508(b)(5)");
        return new Outcome.Refused(List.of(finding), null);
    }
}
