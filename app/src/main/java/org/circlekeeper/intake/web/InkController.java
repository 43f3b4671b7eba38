package org.circlekeeper.intake.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.NotYours;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.documents.DocumentId;
import org.circlekeeper.documents.DocumentKind;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.documents.Download;
import org.circlekeeper.documents.Opened;
import org.circlekeeper.documents.Stored;
import org.circlekeeper.frame.ErrorPages;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.intake.ClinicalPapers;
import org.circlekeeper.intake.ContactPapers;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperId;
import org.circlekeeper.intake.PaperMoved;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.oncall.Pager;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Caseloads;
import org.circlekeeper.signing.OnPaper;
import org.circlekeeper.signing.Outcome;
import org.circlekeeper.signing.SignatureId;
import org.circlekeeper.signing.Signatures;
import org.circlekeeper.signing.Template;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A paper as a file: the scan of a sheet that was signed with ink, and what was filled in or signed. */
@Controller
@ConditionalOnWebApplication
public class InkController {

    private static final String MOVED = "This paper stands otherwise by now: look at it again.";

    private final MemberPapersPages pages;
    private final MemberPapers papers;
    private final ClinicalPapers clinical;
    private final ContactPapers contact;
    private final Pager pager;
    private final Signatures signatures;
    private final Documents documents;
    private final Patients patients;
    private final Practices practices;
    private final Caseloads caseloads;
    private final AuditTrail audit;

    InkController(
            MemberPapersPages pages,
            MemberPapers papers,
            ClinicalPapers clinical,
            ContactPapers contact,
            Pager pager,
            Signatures signatures,
            Documents documents,
            Patients patients,
            Practices practices,
            Caseloads caseloads,
            AuditTrail audit) {
        this.pages = pages;
        this.papers = papers;
        this.clinical = clinical;
        this.contact = contact;
        this.pager = pager;
        this.signatures = signatures;
        this.documents = documents;
        this.patients = patients;
        this.practices = practices;
        this.caseloads = caseloads;
        this.audit = audit;
    }

    @Needs(Permission.KEEP_PAPERS)
    @PostMapping("/patients/{id}/papers/{paper}/ink")
    Object keep(
            SignedIn who,
            @PathVariable PatientId id,
            @PathVariable PaperId paper,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile scan)
            throws IOException {
        var patient = patient(id, who);
        var known = paper(id, paper);
        var form = Filled.in("ink-" + paper, typed);
        var said = said(known, form);
        if (!known.status().next().contains(PaperStatus.ON_PAPER)) {
            form.refuse("scan", MOVED);
        }
        if (scan == null || scan.isEmpty()) {
            form.refuse("scan", "Choose the scan of the signed sheet: a PDF, or a picture.");
        }
        if (scan == null || said.isEmpty() || form.isWrong()) {
            return page(patient, who, form);
        }
        var stored =
                documents.store(DocumentKind.SCANNED_PAPER, id.value(), known.title(), scan.getBytes(), who.actor());
        return switch (stored) {
            case Stored.Refused refused -> {
                form.refuse("scan", refused.sentence());
                yield page(patient, who, form);
            }
            case Stored.Kept kept -> signed(said.get(), kept.id(), known, patient, who, form);
        };
    }

    /** What somebody says of a sheet that was signed with ink. */
    private record Said(LocalDate signed, String by, String witness, InkTerms terms) {

        OnPaper on(Paper paper, DocumentId scan) {
            var template = new Template(
                    paper.form().value(), paper.version(), paper.language().tag());
            return new OnPaper(paper.patient(), template, scan, signed, by, witness);
        }
    }

    private Optional<Said> said(Paper paper, Filled form) {
        var signed = form.day("signed", "Write the day on which it was signed.");
        var by = form.text("by", "Write who signed it.");
        var witness = form.text("witness", "Write who saw them sign, or who took the sheet in.");
        signed.filter(day -> day.isAfter(practices.today()))
                .ifPresent(_ -> form.refuse("signed", "It cannot be signed after today. Check the date."));
        return InkTerms.said(form, pages.asks(paper), practices.today())
                .map(terms -> new Said(signed.orElseThrow(), by.orElseThrow(), witness.orElseThrow(), terms));
    }

    /** The scan has been read by now, so that nobody waited for it: how the paper stands is looked at again. */
    private Object signed(Said said, DocumentId scan, Paper before, Patient patient, SignedIn who, Filled form) {
        var paper = held(patient.id(), before.id());
        if (!paper.status().next().contains(PaperStatus.ON_PAPER)) {
            return refused(scan, MOVED, patient, who, form);
        }
        return switch (signatures.onPaper(said.on(paper, scan), who.actor())) {
            case Outcome.Done done -> {
                if (!moved(said, paper, done.id().value(), who)) {
                    throw new PaperMoved();
                }
                var kept = Next.to("/patients/" + patient.id() + "/papers");
                yield follows(said.terms(), paper, who)
                        ? kept.saying("Kept, as a paper original. Whoever is on call is asked to sign in.")
                        : kept.saying("Kept, as a paper original.");
            }
            case Outcome.Refused refused -> refused(scan, String.join(" ", refused.sentences()), patient, who, form);
        };
    }

    private boolean moved(Said said, Paper paper, UUID signature, SignedIn who) {
        var terms = said.terms();
        return terms.payment()
                ? papers.onPaper(paper.id(), signature, said.signed(), terms.until(), who.actor())
                : papers.onPaperNotForPayment(paper.id(), signature, said.signed(), terms.until(), who.actor());
    }

    /** What has to follow at once from what stands on the sheet; whether somebody is called for it. */
    private boolean follows(InkTerms terms, Paper paper, SignedIn who) {
        var wishes = terms.contact();
        if (wishes != null) {
            contact.hear(paper.patient(), wishes, who.actor());
        }
        if (terms.help()) {
            pager.page("answer", paper.id().value(), paper.patient(), who.actor());
        }
        return terms.help();
    }

    private Object refused(DocumentId scan, String sentence, Patient patient, SignedIn who, Filled form) {
        documents.remove(scan, "It was not kept as a signed paper.", who.actor());
        form.refuse("scan", sentence);
        return page(patient, who, form);
    }

    /**
     * What was filled in or signed, as it was printed or scanned; answers about health for whoever treats them alone.
     */
    @Needs(Permission.SEE_PAPERS)
    @GetMapping("/patients/{id}/papers/{paper}/file")
    Object file(SignedIn who, @PathVariable PatientId id, @PathVariable PaperId paper) {
        patient(id, who);
        var known = paper(id, paper);
        if (clinical.has(known) && !who.may(Permission.READ_ANSWERS)) {
            throw new NotYours(Permission.READ_ANSWERS);
        }
        if (!(document(known) instanceof DocumentId document)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return switch (documents.open(document)) {
            case Opened.Whole whole -> {
                pages.noteShown(who, id, "a paper");
                yield Download.of(whole);
            }
            case Opened.Altered altered -> {
                audit.refused(who.actor(), "opened a document", "document " + document, altered.sentence());
                yield ErrorPages.notAsStored(altered.sentence());
            }
            case Opened.Removed _, Opened.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private @Nullable DocumentId document(Paper paper) {
        var printed = paper.document();
        if (printed != null) {
            return new DocumentId(printed);
        }
        var signature = paper.signature();
        return signature == null
                ? null
                : signatures.copy(new SignatureId(signature)).orElse(null);
    }

    private Paper held(PatientId patient, PaperId id) {
        return ofPatient(papers.held(id), patient);
    }

    private Paper paper(PatientId patient, PaperId id) {
        return ofPatient(papers.find(id), patient);
    }

    private static Paper ofPatient(Optional<Paper> known, PatientId patient) {
        return known.filter(paper -> paper.patient().equals(patient))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Patient patient(PatientId id, SignedIn who) {
        caseloads.open(who, id);
        return patients.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(Patient patient, SignedIn who, Filled form) {
        var view =
                new ModelAndView("org/circlekeeper/intake/web/member-papers", "page", pages.page(patient, who, form));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
