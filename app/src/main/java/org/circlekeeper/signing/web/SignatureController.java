package org.circlekeeper.signing.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.NotYours;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.documents.DocumentId;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.documents.Download;
import org.circlekeeper.documents.Opened;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.signing.AnswersAboutHealth;
import org.circlekeeper.signing.EvidenceSheet;
import org.circlekeeper.signing.Outcome;
import org.circlekeeper.signing.Signature;
import org.circlekeeper.signing.SignatureId;
import org.circlekeeper.signing.SignatureStatus;
import org.circlekeeper.signing.Signatures;
import org.circlekeeper.signing.Verdict;
import org.circlekeeper.signing.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What a member signed: how it stands, its evidence, whether it is still as it was, and its document. */
@Controller
@ConditionalOnWebApplication
public class SignatureController {

    private final Signatures signatures;
    private final List<AnswersAboutHealth> answers;
    private final Documents documents;
    private final Patients patients;
    private final Practices practices;
    private final AuditTrail audit;

    SignatureController(
            Signatures signatures,
            List<AnswersAboutHealth> answers,
            Documents documents,
            Patients patients,
            Practices practices,
            AuditTrail audit) {
        this.signatures = signatures;
        this.answers = answers;
        this.documents = documents;
        this.patients = patients;
        this.practices = practices;
        this.audit = audit;
    }

    /**
     * Everything the page of one signature shows.
     *
     * @param says how it came to stand like that
     * @param opens whether whoever looks may read what was signed
     * @param verdict what looking again showed; null while nobody asked
     */
    public record Page(
            String href,
            String member,
            String name,
            SignatureLine line,
            String says,
            boolean withdrawable,
            boolean opens,
            List<EntryLine> entries,
            @Nullable Checked verdict,
            Filled form) {}

    /** One thing that was written down. */
    public record EntryLine(
            String kind,
            String when,
            long seq,
            List<EvidenceSheet.Line> facts,
            @Nullable String document) {}

    /** What looking again showed: whether all is as it was, and what is not. */
    public record Checked(boolean whole, String says, List<String> differs) {}

    @Needs(Permission.SEE_SIGNATURES)
    @GetMapping("/signatures/{id}")
    ModelAndView show(SignedIn who, @PathVariable SignatureId id) {
        return page(who, find(id), null, Filled.blank("withdrawal"));
    }

    @Needs(Permission.SEE_SIGNATURES)
    @GetMapping("/signatures/{id}/verification")
    ModelAndView verify(SignedIn who, @PathVariable SignatureId id) {
        var signature = find(id);
        var checked = checked(signatures.verify(id));
        audit.did(
                who.actor(),
                "verified a signature",
                "signature " + id,
                List.of(signature.patient().value()),
                checked.says());
        return page(who, signature, checked, Filled.blank("withdrawal"));
    }

    /** What was signed; answers about health for whoever treats them alone (45 CFR 164.502(b)). */
    @Needs(Permission.SEE_SIGNATURES)
    @GetMapping("/signatures/{id}/documents/{document}")
    ResponseEntity<byte[]> document(SignedIn who, @PathVariable SignatureId id, @PathVariable DocumentId document) {
        var signature = find(id);
        if (!mayOpen(who, signature)) {
            throw new NotYours(Permission.READ_ANSWERS);
        }
        boolean belongs = signatures.written(id).stream()
                .anyMatch(entry -> entry.document().filter(document::equals).isPresent());
        if (!belongs || !(documents.openEvenRemoved(document) instanceof Opened.Whole whole)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        audit.shown(
                who.actor(), "document " + document, List.of(signature.patient().value()), "signature " + id);
        return Download.of(whole);
    }

    @Needs(Permission.KEEP_SIGNATURES)
    @PostMapping("/signatures/{id}/withdrawal")
    Object withdraw(SignedIn who, @PathVariable SignatureId id, @RequestParam Map<String, String> typed) {
        var signature = find(id);
        var form = Filled.in("withdrawal", typed);
        var by = form.text("by", "Write whose word it is.");
        var why = form.text("why", "Write how and why they took it back.");
        if (form.isWrong()) {
            return page(who, signature, null, form);
        }
        var next = Next.to("/signatures/" + id);
        return switch (signatures.withdraw(id, by.orElseThrow(), why.orElseThrow(), who.actor())) {
            case Outcome.Done _ -> next.saying("Withdrawn. What was delivered because of it stays delivered.");
            case Outcome.Refused refused -> next.refusing(String.join(" ", refused.sentences()));
        };
    }

    private ModelAndView page(SignedIn who, Signature signature, @Nullable Checked verdict, Filled form) {
        var name = name(signature.patient());
        audit.shown(
                who.actor(),
                "signature " + signature.id(),
                List.of(signature.patient().value()),
                "signed paper");
        var zone = practices.current().zone();
        boolean opens = mayOpen(who, signature);
        var page = new Page(
                "/signatures/" + signature.id(),
                "/patients/" + signature.patient(),
                name,
                SignatureLine.of(signature, name, zone),
                signature.settledWhy() + " (" + signature.settledBy() + ", " + Words.moment(signature.settledAt(), zone)
                        + ")",
                signature.status().next().contains(SignatureStatus.WITHDRAWN),
                opens,
                signatures.written(signature.id()).stream()
                        .map(entry -> line(signature, entry, opens, zone))
                        .toList(),
                verdict,
                form);
        var view = new ModelAndView("org/circlekeeper/signing/web/signature", "page", page);
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private boolean mayOpen(SignedIn who, Signature signature) {
        return who.may(Permission.READ_ANSWERS) || answers.stream().noneMatch(one -> one.stand(signature.template()));
    }

    private static EntryLine line(Signature signature, Written entry, boolean opens, ZoneId zone) {
        return new EntryLine(
                entry.kind(),
                Words.moment(entry.at(), zone),
                entry.seq(),
                entry.evidence().lines(),
                entry.document()
                        .filter(_ -> opens)
                        .map(document -> "/signatures/" + signature.id() + "/documents/" + document)
                        .orElse(null));
    }

    private static Checked checked(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Whole whole ->
                new Checked(
                        true,
                        "Everything is as it was when it was signed. "
                                + Words.count(whole.entries(), "entry was", "entries were") + " looked at.",
                        List.of());
            case Verdict.Altered altered ->
                new Checked(
                        false,
                        "This is not as it was when it was signed. Do not rely on it; ask who could change the database, "
                                + "and put back a backup.",
                        altered.differs());
            case Verdict.Missing _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private Signature find(SignatureId id) {
        return signatures.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String name(PatientId id) {
        return patients.find(id)
                .map(patient -> patient.name().toString())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
