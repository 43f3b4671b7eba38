package org.circlekeeper.signing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.circlekeeper.access.People;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.documents.DocumentId;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.Sha256;
import org.springframework.stereotype.Component;

/** Gathers what decides whether somebody may sign, and what the evidence then says. */
@Component
class SigningFacts {

    private final SignatureStore store;
    private final Book book;
    private final Documents documents;
    private final Patients patients;
    private final Practices practices;
    private final People people;

    SigningFacts(
            SignatureStore store,
            Book book,
            Documents documents,
            Patients patients,
            Practices practices,
            People people) {
        this.store = store;
        this.book = book;
        this.documents = documents;
        this.patients = patients;
        this.practices = practices;
        this.people = people;
    }

    Known of(Signing signing, Actor actor) {
        boolean authority = signing.capacity() instanceof Capacity.Representative(var document)
                && isOnRecord(document, signing.patient());
        var holder =
                signing.isForTwo() ? Signature.TOGETHER : signing.signer().id().toString();
        return known(signing.patient(), signing.template(), signing.signer(), holder, authority, actor);
    }

    Known of(Refusing refusing, Actor actor) {
        return known(refusing.patient(), refusing.template(), refusing.signer(), Signature.TOGETHER, false, actor);
    }

    /** Everything that stands against keeping a sheet of paper. */
    List<Finding> against(OnPaper sheet, Optional<Signature> live) {
        var found = new ArrayList<Finding>();
        if (patients.find(sheet.patient()).isEmpty()) {
            found.add(
                    finding("no-such-member", "There is no such member in this practice.", "Choose the member again."));
        }
        if (!isOnRecord(sheet.scan(), sheet.patient())) {
            found.add(finding(
                    "no-scan", "The sheet has not been scanned into this member's record.", "Scan it and try again."));
        }
        if (sheet.signedOn().isAfter(practices.today())) {
            found.add(finding(
                    "not-yet", "Nothing is signed on a day to come.", "Check the day that stands on the sheet."));
        }
        if (sheet.signedBy().isBlank() || sheet.witness().isBlank()) {
            found.add(finding(
                    "no-witness",
                    "It is not said whose signature this is, and who saw it.",
                    "Write both names as they stand on the sheet."));
        }
        live.ifPresent(_ -> found.add(
                finding("signed-already", "This paper is on record with ink already.", "Open the one that is there.")));
        return found;
    }

    /** What the evidence says of a signing, but for the document that is made of it. */
    Facts evidence(Signing signing, Instant now) {
        var fields = Facts.fields(signing.fields());
        var facts = Facts.none()
                .with(signing.template())
                .with(Fact.PATIENT, signing.patient())
                .with(Fact.WHAT, signing.what().code())
                .with(Fact.SIGNER, signing.signer().id())
                .with(Fact.SIGNER_NAME, signing.signer().name())
                .with(Fact.TYPED_NAME, signing.intent().typedName().strip())
                .with(Fact.BUTTON, signing.intent().button().strip())
                .with(Fact.SIGNED_AT, now)
                .with(Fact.CAPACITY, signing.capacity().code())
                .with(signing.authentication())
                .with(signing.attribution())
                .with(Fact.SCREENS, screens(signing))
                .with(Fact.SHOWN_SHA256, Sha256.hex(signing.shown()))
                .with(Fact.FIELDS_SHA256, Sha256.hex(fields))
                .with(Fact.CONTENT_SHA256, Facts.contentSha256(signing.shown(), signing.template(), fields));
        if (signing.capacity() instanceof Capacity.Representative(var authority)) {
            facts = facts.with(Fact.AUTHORITY, authority);
        }
        return switch (signing.what()) {
            case What.Paper _ ->
                facts.with(
                        Fact.AGREED_TO_ELECTRONIC,
                        store.agreement(signing.patient(), signing.signer().id())
                                .map(SignatureId::toString)
                                .orElse(""));
            case What.ElectronicBusiness told ->
                facts.with(Fact.PAPER_OPTION, told.paperOption())
                        .with(Fact.WITHDRAWAL, told.withdrawal())
                        .with(Fact.NEEDED, told.needed())
                        .with(Fact.SCOPE, told.scope());
        };
    }

    private static String screens(Signing signing) {
        return signing.screens().stream()
                .map(screen -> screen.name() + " " + screen.at())
                .collect(Collectors.joining("; "));
    }

    private Known known(
            PatientId patient, Template template, Signer signer, String holder, boolean authority, Actor actor) {
        var live = store.live(patient, template, holder);
        Map<UUID, Guardians.Word> words = holder.equals(Signature.TOGETHER)
                ? live.map(signature -> Guardians.words(book.of(signature.id())))
                        .orElse(Map.of())
                : Map.of();
        return new Known(
                patients.find(patient).isPresent(),
                isStaff(actor, signer),
                store.agreement(patient, signer.id()).isPresent(),
                authority,
                live,
                words);
    }

    /** The practice, its assistant, or whoever works its machine: none of them is a signer. */
    private boolean isStaff(Actor actor, Signer signer) {
        if (actor instanceof Actor.Duty || actor instanceof Actor.Operator) {
            return true;
        }
        var staff = people.inPractice(practices.current().id()).stream()
                .map(one -> one.person().id())
                .toList();
        return actor instanceof Actor.Person person && staff.contains(person.id())
                || staff.contains(new PersonId(signer.id()));
    }

    private boolean isOnRecord(DocumentId document, PatientId patient) {
        return documents
                .find(document)
                .filter(one -> one.patient().equals(patient.value()) && one.removed() == null)
                .isPresent();
    }

    private static Finding finding(String code, String sentence, String remedy) {
        return new Finding(code, Finding.Weight.ALWAYS_HOLDS, Because.of(sentence), remedy, "45 CFR 164.530(j)");
    }
}
