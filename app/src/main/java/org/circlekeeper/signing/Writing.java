package org.circlekeeper.signing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.documents.DocumentId;
import org.circlekeeper.documents.DocumentKind;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.documents.Printed;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down what was decided about a signature: its standing, its entry in the book, its audit row, its event. */
@Component
class Writing {

    private final SignatureStore store;
    private final Book book;
    private final Documents documents;
    private final Patients patients;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Writing(
            SignatureStore store,
            Book book,
            Documents documents,
            Patients patients,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.store = store;
        this.book = book;
        this.documents = documents;
        this.patients = patients;
        this.audit = audit;
        this.events = events;
    }

    Outcome sign(Signing signing, Known known, Facts facts, Printed printed, Instant now, Actor actor) {
        var word = new Guardians.Word(signing.signer().id(), true, facts.get(Fact.FIELDS_SHA256));
        var status = signing.isForTwo() ? Guardians.after(known.words(), word) : SignatureStatus.SIGNED;
        var signature = stand(signing, known.live().orElse(null), status, now, actor);
        var copy = documents.keep(
                DocumentKind.SIGNED_PAPER,
                signing.patient().value(),
                signing.template().toString(),
                printed,
                actor);
        var entry = book.add(signature, Entry.Kind.SIGNED, now, facts.with(copy, Sha256.hex(printed.pdf())));
        store.keep(entry.id(), new Shown(signing.shown(), Facts.fields(signing.fields())));
        did(
                actor,
                "signed a paper",
                signature,
                signing.patient(),
                signing.template().toString());
        tellIfSigned(signature, signing.patient(), status, known.live().orElse(null));
        return new Outcome.Done(signature, status, copy);
    }

    Outcome refuse(Refusing refusing, Known known, Instant now, Actor actor) {
        var live = known.live().orElse(null);
        var status = SignatureStatus.REFUSED_BY_ONE;
        var signature = live == null
                ? add(
                        new Kept(refusing.patient(), refusing.template(), "PAPER", "TWO_GUARDIANS", Signature.TOGETHER),
                        status,
                        now,
                        actor)
                : live.id();
        if (live != null && live.status() != status) {
            moved(live, status, actor, now, "One guardian said no.");
        }
        var facts = Facts.none()
                .with(refusing.template())
                .with(Fact.PATIENT, refusing.patient())
                .with(Fact.SIGNER, refusing.signer().id())
                .with(Fact.SIGNER_NAME, refusing.signer().name())
                .with(refusing.authentication())
                .with(refusing.attribution())
                .with(Fact.WHY, refusing.why().strip());
        book.add(signature, Entry.Kind.REFUSED, now, facts);
        did(
                actor,
                "said no to a paper",
                signature,
                refusing.patient(),
                refusing.template().toString());
        return new Outcome.Done(signature, status, null);
    }

    Outcome onPaper(OnPaper sheet, String scanSha256, Instant now, Actor actor) {
        var signature = add(
                new Kept(sheet.patient(), sheet.template(), "PAPER", "", Signature.INK),
                SignatureStatus.SIGNED,
                now,
                actor);
        var facts = Facts.none()
                .with(sheet.template())
                .with(Fact.PATIENT, sheet.patient())
                .with(sheet.scan(), scanSha256)
                .with(Fact.SIGNED_ON, sheet.signedOn())
                .with(Fact.SIGNED_BY, sheet.signedBy().strip())
                .with(Fact.WITNESS, sheet.witness().strip())
                .with(Fact.RECORDED_BY, actor.label());
        book.add(signature, Entry.Kind.ON_PAPER, now, facts);
        did(
                actor,
                "kept a paper signed with ink",
                signature,
                sheet.patient(),
                sheet.template().toString());
        tellIfSigned(signature, sheet.patient(), SignatureStatus.SIGNED, null);
        return new Outcome.Done(signature, SignatureStatus.SIGNED, sheet.scan());
    }

    Outcome withdraw(Signature signature, String by, String why, Instant now, Actor actor) {
        moved(signature, SignatureStatus.WITHDRAWN, actor, now, why);
        var facts = Facts.none()
                .with(signature.template())
                .with(Fact.PATIENT, signature.patient())
                .with(Fact.WITHDRAWN_BY, by)
                .with(Fact.RECORDED_BY, actor.label())
                .with(Fact.WHY, why);
        book.add(signature.id(), Entry.Kind.WITHDRAWN, now, facts);
        did(actor, "withdrew a signature", signature.id(), signature.patient(), why);
        events.publishEvent(new ConsentWithdrawn(signature.id(), signature.patient(), actor));
        return new Outcome.Done(signature.id(), SignatureStatus.WITHDRAWN, null);
    }

    /** It does not hold any longer than to its last day, and may be signed once more. Nobody took it back. */
    void lapse(Signature signature, String why, Instant now, Actor actor) {
        moved(signature, SignatureStatus.LAPSED, actor, now, why);
        var facts = Facts.none()
                .with(signature.template())
                .with(Fact.PATIENT, signature.patient())
                .with(Fact.RECORDED_BY, actor.label())
                .with(Fact.WHY, why);
        book.add(signature.id(), Entry.Kind.LAPSED, now, facts);
        did(actor, "let a signature run out", signature.id(), signature.patient(), why);
    }

    /** @param signer the id of whose copy it is; empty where the paper has one signer alone */
    Signature delivered(Signature signature, String signer, Channel channel, Instant when, Instant now, Actor actor) {
        boolean before = book.of(signature.id()).stream()
                .filter(entry -> entry.kind() == Entry.Kind.DELIVERED)
                .map(Entry::facts)
                .anyMatch(facts -> facts.get(Fact.CHANNEL).equals(channel.name())
                        && facts.get(Fact.SIGNER).equals(signer));
        if (!before) {
            var facts = Facts.none()
                    .with(Fact.SIGNER, signer)
                    .with(Fact.CHANNEL, channel)
                    .with(Fact.DELIVERED_AT, when);
            book.add(signature.id(), Entry.Kind.DELIVERED, now, facts);
            did(actor, "delivered a copy", signature.id(), signature.patient(), channel.onScreen());
        }
        return signature;
    }

    boolean hasSigned(SignatureId id, UUID signer) {
        var word = Guardians.words(book.of(id)).get(signer);
        return word != null && word.yes();
    }

    Optional<DocumentId> copy(SignatureId id, UUID signer) {
        return book.of(id).stream()
                .filter(entry -> entry.kind() == Entry.Kind.ON_PAPER
                        || entry.kind() == Entry.Kind.SIGNED
                                && entry.facts().get(Fact.SIGNER).equals(signer.toString()))
                .map(entry -> entry.facts().get(Fact.DOCUMENT))
                .filter(document -> !document.isEmpty())
                .map(DocumentId::of)
                .reduce((_, later) -> later);
    }

    List<Written> entries(SignatureId id) {
        return book.of(id).stream().map(Written::of).toList();
    }

    /** A new paper, or the one that another guardian has spoken about already. */
    private SignatureId stand(
            Signing signing, @Nullable Signature live, SignatureStatus status, Instant now, Actor actor) {
        if (live == null) {
            var holder = signing.isForTwo()
                    ? Signature.TOGETHER
                    : signing.signer().id().toString();
            return add(
                    new Kept(
                            signing.patient(),
                            signing.template(),
                            signing.what().code(),
                            signing.capacity().code(),
                            holder),
                    status,
                    now,
                    actor);
        }
        if (live.status() != status) {
            moved(live, status, actor, now, status.onScreen());
        }
        return live.id();
    }

    /** What of a paper stays for ever. */
    private record Kept(PatientId patient, Template template, String what, String capacity, String holder) {}

    private SignatureId add(Kept kept, SignatureStatus status, Instant now, Actor actor) {
        var id = new SignatureId(NewId.at(now));
        var medium = kept.holder().equals(Signature.INK) ? Medium.PAPER : Medium.ELECTRONIC;
        store.add(new Signature(
                id,
                kept.patient(),
                kept.template(),
                kept.what(),
                medium,
                kept.capacity(),
                kept.holder(),
                status,
                now,
                actor.label(),
                now,
                status.onScreen()));
        patients.workOn(kept.patient());
        return id;
    }

    private void moved(Signature signature, SignatureStatus to, Actor actor, Instant now, String why) {
        if (!store.move(signature, to, actor.label(), now, why)) {
            throw new IllegalStateException("A signature moved while its practice's audit trail was held");
        }
    }

    private void tellIfSigned(
            SignatureId signature, PatientId patient, SignatureStatus status, @Nullable Signature before) {
        if (status == SignatureStatus.SIGNED && (before == null || before.status() != status)) {
            events.publishEvent(new ConsentSigned(signature, patient));
        }
    }

    private void did(Actor actor, String what, SignatureId signature, PatientId patient, String why) {
        audit.did(actor, what, "signature " + signature, List.of(patient.value()), why);
    }
}
