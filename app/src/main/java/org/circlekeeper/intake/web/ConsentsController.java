package org.circlekeeper.intake.web;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.intake.Consents;
import org.circlekeeper.intake.Consents.Part2Consent;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Caseloads;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A member's consents under 42 CFR Part 2: without one in force, nothing of a Part 2 group goes to a payer. */
@Controller
@ConditionalOnWebApplication
public class ConsentsController {

    private final Consents consents;
    private final MemberPapers papers;
    private final Patients patients;
    private final Practices practices;
    private final Caseloads caseloads;
    private final AuditTrail audit;

    ConsentsController(
            Consents consents,
            MemberPapers papers,
            Patients patients,
            Practices practices,
            Caseloads caseloads,
            AuditTrail audit) {
        this.consents = consents;
        this.papers = papers;
        this.patients = patients;
        this.practices = practices;
        this.caseloads = caseloads;
        this.audit = audit;
    }

    /** Everything the page shows. */
    public record Page(String href, String name, List<Row> rows, LocalDate today, Filled form) {

        public Filled recordForm() {
            return form.name().equals("record") ? form : Filled.blank("record").with("signed", today);
        }

        public Filled revokeForm(Row row) {
            var name = "revoke-" + row.id();
            return form.name().equals(name) ? form : Filled.blank(name).with("on", today);
        }
    }

    /**
     * One consent.
     *
     * @param paper whether a paper stands behind it: it ends with that, and not here
     * @param how whose word revoked it, and how; empty while nobody's did
     */
    public record Row(
            UUID id,
            String signed,
            String expires,
            String kept,
            boolean paper,
            Tone tone,
            String word,
            String how,
            boolean revocable) {}

    @Needs(Permission.SEE_PATIENTS)
    @GetMapping("/patients/{id}/consents")
    ModelAndView show(SignedIn who, @PathVariable PatientId id) {
        return page(id, who, Filled.blank(""));
    }

    @Needs(Permission.KEEP_PATIENTS)
    @PostMapping("/patients/{id}/consents")
    Object record(SignedIn who, @PathVariable PatientId id, @RequestParam Map<String, String> typed) {
        var today = practices.today();
        var form = Filled.in("record", typed);
        var signed = form.day("signed", "Write the day on which it was signed.");
        var expires = form.dayIfAny("expires", "Write the day it expires, or leave it empty.");
        var kept = form.text("kept", "Say where the signed paper or file is kept.");
        signed.filter(day -> day.isAfter(today))
                .ifPresent(_ -> form.refuse("signed", "A consent cannot be signed after today. Check the date."));
        expires.filter(day -> signed.isPresent() && day.isBefore(signed.get()))
                .ifPresent(_ -> form.refuse("expires", "It would expire before it was signed. Check both dates."));
        if (form.isWrong()) {
            return page(id, who, form);
        }
        patient(id);
        consents.recordPart2(id, signed.orElseThrow(), expires.orElse(null), kept.orElseThrow(), who.actor());
        return Next.to("/patients/" + id + "/consents").saying("Recorded. Claims that waited for it go on.");
    }

    @Needs(Permission.KEEP_PATIENTS)
    @PostMapping("/patients/{id}/consents/{consent}/revoke")
    Object revoke(
            SignedIn who,
            @PathVariable PatientId id,
            @PathVariable UUID consent,
            @RequestParam Map<String, String> typed) {
        var known = consents.part2(id).stream()
                .filter(row -> row.id().equals(consent) && row.revoked() == null)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var form = Filled.in("revoke-" + consent, typed);
        if (standsOnPaper(known)) {
            form.refuse("on", "It stands on a paper. Withdraw it on the page of their papers.");
            return page(id, who, form);
        }
        var by = form.text("by", "Write whose word it is.");
        var why = form.text("why", "Say how and when they revoked it.");
        var on = form.day("on", "Write the day from which it no longer holds.");
        on.filter(day -> day.isBefore(known.signedOn()))
                .ifPresent(_ -> form.refuse("on", "It was signed later than that. Check the date."));
        if (form.isWrong()) {
            return page(id, who, form);
        }
        consents.revokePart2(
                consent, new Part2Consent.Revoked(on.orElseThrow(), by.orElseThrow(), why.orElseThrow()), who.actor());
        return Next.to("/patients/" + id + "/consents")
                .saying("Revoked. Whatever relied on it and has not been sent stays here.");
    }

    /** What stands behind it would go on saying that it holds, and nobody would be asked for it anew. */
    private boolean standsOnPaper(Part2Consent consent) {
        return consent.paper()
                .flatMap(papers::find)
                .filter(paper -> paper.status().next().contains(PaperStatus.WITHDRAWN))
                .isPresent();
    }

    private Patient patient(PatientId id) {
        return patients.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(PatientId id, SignedIn who, Filled form) {
        caseloads.open(who, id);
        var patient = patient(id);
        var today = practices.today();
        audit.shown(who.actor(), "consents", List.of(id.value()), "member's page");
        var rows =
                consents.part2(id).stream().map(consent -> row(consent, today)).toList();
        var page = new Page("/patients/" + id, patient.name().toString(), rows, today, form);
        var view = new ModelAndView("org/circlekeeper/intake/web/consents", "page", page);
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private Row row(Part2Consent consent, LocalDate today) {
        var expires = consent.expiresOn();
        var revoked = consent.revoked();
        return new Row(
                consent.id(),
                Words.day(consent.signedOn()),
                expires == null ? "does not expire" : Words.day(expires),
                consent.paper().isPresent() ? "Their papers here" : consent.keptIn(),
                standsOnPaper(consent),
                consent.covers(today) ? Tone.GOOD : Tone.BAD,
                consent.covers(today) ? "In force" : revoked == null ? "Expired" : "Revoked " + Words.day(revoked.on()),
                revoked == null ? "" : how(revoked),
                revoked == null);
    }

    private static String how(Part2Consent.Revoked revoked) {
        return Stream.of(revoked.by(), revoked.why())
                .filter(word -> !word.isEmpty())
                .collect(joining(": "));
    }
}
