package org.circlekeeper.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.portal.OwnCare;
import org.circlekeeper.portal.OwnCare.Parents;
import org.circlekeeper.portal.OwnCares;
import org.circlekeeper.portal.OwnCares.Recorded;
import org.circlekeeper.practice.Practices;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Records that a minor consented to their own care, and takes that back. */
@Controller
@ConditionalOnWebApplication
public class OwnCareController {

    private final LettingInPages pages;
    private final OwnCares cares;
    private final Patients patients;
    private final Practices practices;

    OwnCareController(LettingInPages pages, OwnCares cares, Patients patients, Practices practices) {
        this.pages = pages;
        this.cares = cares;
        this.patients = patients;
        this.practices = practices;
    }

    @Needs(Permission.KEEP_PATIENTS)
    @PostMapping("/patients/{id}/portal/own-care")
    Object record(
            HttpServletRequest request,
            SignedIn who,
            @PathVariable PatientId id,
            @RequestParam Map<String, String> typed) {
        var patient = patient(id);
        var form = Filled.in("own-care", typed);
        var from = form.day("from", "Choose the day on which they consented.");
        from.filter(day -> day.isAfter(practices.today()))
                .ifPresent(_ -> form.refuse("from", "Nobody has consented on a day to come. Choose today or earlier."));
        var consent = consent(form, from);
        if (consent.isPresent()) {
            switch (cares.record(patient, consent.get(), who.actor())) {
                case Recorded.Done done -> {
                    return Next.to(href(id)).saying(says(done));
                }
                case Recorded.NoRule none ->
                    form.refuse(
                            "from",
                            "Nothing is written down of minors' own care in " + none.state()
                                    + ". Ask your counsel; the owner writes it down under Settings, Minors.");
                case Recorded.TooYoung young ->
                    form.refuse("from", "By the rule they may from " + Words.day(young.from()) + " on.");
                case Recorded.OfAge ofAge ->
                    form.refuse(
                            "from",
                            "They are of age since " + Words.day(ofAge.since()) + " and decide about everything.");
                case Recorded.ConditionOpen open ->
                    form.refuse(
                            "found",
                            "The rule holds " + open.condition()
                                    + ". Write who of the treating professionals found that it is so, and when.");
                case Recorded.Already _ -> form.refuse("from", "It is recorded already.");
            }
        }
        return pages.page(patient, who, OwnAddress.of(request), null, form);
    }

    private static Optional<OwnCare.Consent> consent(Filled form, Optional<LocalDate> from) {
        var document = form.text("document", "Write which document shows it, and where it is kept.");
        var parents = form.read("parents", "Choose what becomes of those who act for them.", Parents::valueOf);
        var why = form.text("parentsWhy", "Write why, as in what counsel said.");
        var found = form.readIfAny("found", "Shorten it: 200 characters are the most.", Filled.atMost(200));
        return form.isWrong()
                ? Optional.empty()
                : Optional.of(new OwnCare.Consent(
                        from.orElseThrow(),
                        document.orElseThrow(),
                        parents.orElseThrow(),
                        why.orElseThrow(),
                        found.orElse("")));
    }

    @Needs(Permission.KEEP_PATIENTS)
    @PostMapping("/patients/{id}/portal/own-care/end")
    Object end(
            HttpServletRequest request,
            SignedIn who,
            @PathVariable PatientId id,
            @RequestParam Map<String, String> typed) {
        var patient = patient(id);
        var form = Filled.in("own-care-end", typed);
        var why = form.text("why", "Say why, in a few words.");
        if (form.isWrong()) {
            return pages.page(patient, who, OwnAddress.of(request), null, form);
        }
        var ended = cares.end(patient, why.orElseThrow(), who.actor());
        return ended.isPresent()
                ? Next.to(href(id))
                        .saying("Taken back. Whoever is to act for them is granted it anew."
                                + anew(ended.getAsInt(), "asked of a guardian anew."))
                : Next.to(href(id)).refusing("It did not stand any more.");
    }

    private static String says(Recorded.Done done) {
        return "Recorded. They decide about their care from now on. "
                + (done.ended() == 0
                        ? "Nobody's access ended."
                        : Words.count(done.ended(), "person acts", "people act") + " for them no more.")
                + anew(done.papers(), "asked of them anew.");
    }

    private static String anew(int papers, String says) {
        return papers == 0 ? "" : " " + Words.count(papers, "paper is ", "papers are ") + says;
    }

    private Patient patient(PatientId id) {
        return patients.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String href(PatientId id) {
        return "/patients/" + id + "/portal";
    }
}
