package org.circlekeeper.intake.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.PaperId;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Caseloads;
import org.circlekeeper.signing.Channel;
import org.circlekeeper.signing.SignatureId;
import org.circlekeeper.signing.Signatures;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** That somebody got the copy of what they signed otherwise than on their own pages (45 CFR 164.508(c)(4)). */
@Controller
@ConditionalOnWebApplication
public class CopyController {

    /** By which ways the office gives a copy. */
    static final List<Choice> WAYS = List.of(
            new Choice(Channel.PRINTED.name(), "Handed over on paper"),
            new Choice(Channel.POST.name(), "Sent by post"));

    private final MemberPapersPages pages;
    private final MemberPapers papers;
    private final Signatures signatures;
    private final Patients patients;
    private final Practices practices;
    private final Caseloads caseloads;
    private final Clock clock;

    CopyController(
            MemberPapersPages pages,
            MemberPapers papers,
            Signatures signatures,
            Patients patients,
            Practices practices,
            Caseloads caseloads,
            Clock clock) {
        this.pages = pages;
        this.papers = papers;
        this.signatures = signatures;
        this.patients = patients;
        this.practices = practices;
        this.caseloads = caseloads;
        this.clock = clock;
    }

    @Needs(Permission.KEEP_PAPERS)
    @PostMapping("/patients/{id}/papers/{paper}/copy")
    Object given(
            SignedIn who,
            @PathVariable PatientId id,
            @PathVariable PaperId paper,
            @RequestParam Map<String, String> typed) {
        caseloads.open(who, id);
        var patient = patients.find(id).orElseThrow(CopyController::notThere);
        var known = papers.find(paper).filter(one -> one.patient().equals(id)).orElseThrow(CopyController::notThere);
        var form = Filled.in("copy-" + paper, typed);
        var way = form.read("way", "Choose how they got it.", CopyController::way);
        var on = form.day("on", "Write the day on which they got it.");
        on.filter(day -> day.isAfter(practices.today()))
                .ifPresent(_ -> form.refuse("on", "It cannot be given after today. Check the date."));
        if (form.isWrong()) {
            var view = new ModelAndView(
                    "org/circlekeeper/intake/web/member-papers", "page", pages.page(patient, who, form));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        var back = Next.to("/patients/" + id + "/papers");
        var signature = known.signature();
        return signature != null
                        && signatures.copyDelivered(
                                new SignatureId(signature), way.orElseThrow(), at(on.orElseThrow()), who.actor())
                ? back.saying("Written down: they have their copy.")
                : back.refusing("No signature stands on it: look at the paper again.");
    }

    /** Of a day that has passed nobody knows the hour: it is its beginning. */
    private Instant at(LocalDate day) {
        return day.equals(practices.today())
                ? clock.instant()
                : day.atStartOfDay(practices.current().zone()).toInstant();
    }

    private static Channel way(String name) {
        if (WAYS.stream().noneMatch(one -> one.value().equals(name))) {
            throw new IllegalArgumentException("No way by which the office gives a copy");
        }
        return Channel.valueOf(name);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
