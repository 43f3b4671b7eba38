package org.circlekeeper.intake.web;

import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.intake.MemberPackets;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperId;
import org.circlekeeper.intake.SeatPapers;
import org.circlekeeper.intake.SinglePapers;
import org.circlekeeper.intake.Translation;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.roster.Caseloads;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.signing.SignatureId;
import org.circlekeeper.signing.Signatures;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The papers of one member: what was given, what is missing, what was waived, withdrawn or ran out. */
@Controller
@ConditionalOnWebApplication
public class MemberPapersController {

    private static final String MOVED = "Somebody was quicker: look at the paper again, it stands otherwise by now.";

    private final MemberPapersPages pages;
    private final MemberPackets packets;
    private final MemberPapers papers;
    private final SeatPapers asked;
    private final Translation translation;
    private final SinglePapers single;
    private final Signatures signatures;
    private final Patients patients;
    private final Rosters rosters;
    private final Caseloads caseloads;

    MemberPapersController(
            MemberPapersPages pages,
            MemberPackets packets,
            MemberPapers papers,
            SeatPapers asked,
            Translation translation,
            SinglePapers single,
            Signatures signatures,
            Patients patients,
            Rosters rosters,
            Caseloads caseloads) {
        this.pages = pages;
        this.packets = packets;
        this.papers = papers;
        this.asked = asked;
        this.translation = translation;
        this.single = single;
        this.signatures = signatures;
        this.patients = patients;
        this.rosters = rosters;
        this.caseloads = caseloads;
    }

    @Needs(Permission.SEE_PAPERS)
    @GetMapping("/patients/{id}/papers")
    ModelAndView show(SignedIn who, @PathVariable PatientId id) {
        return page(id, who, Filled.blank(""));
    }

    @Needs(Permission.KEEP_PAPERS)
    @PostMapping("/patients/{id}/papers")
    Object give(SignedIn who, @PathVariable PatientId id, @RequestParam MembershipId membership) {
        patient(id, who);
        var seat = seat(id, membership);
        var offer = asked.of(seat);
        var form = Filled.blank("give-" + membership);
        if (offer.papers().isEmpty()) {
            form.refuse("give", "This kind of group has no packet. Choose its papers under Settings, Papers first.");
            return page(id, who, form);
        }
        if (!offer.missing().isEmpty()) {
            form.refuse("give", offer.missing());
            return page(id, who, form);
        }
        return packets.give(seat, offer.papers(), offer.language(), who.actor())
                ? Next.to("/patients/" + id + "/papers")
                        .saying("The packet is given. They are expected once it is whole.")
                : Next.to("/patients/" + id + "/papers").saying("Somebody gave it meanwhile.");
    }

    /** One paper beside the packets. */
    @Needs(Permission.KEEP_PAPERS)
    @PostMapping("/patients/{id}/papers/single")
    Object giveOne(SignedIn who, @PathVariable PatientId id, @RequestParam Map<String, String> typed) {
        patient(id, who);
        var form = Filled.in("single", typed);
        form.text("form", "Choose the paper.")
                .flatMap(one -> single.give(id, one, who.actor()))
                .ifPresent(sentence -> form.refuse("form", sentence));
        return form.isWrong()
                ? page(id, who, form)
                : Next.to("/patients/" + id + "/papers").saying("Given. It waits on their own pages.");
    }

    /** In which language they read: papers that nobody began are given in it. */
    @Needs(Permission.KEEP_PAPERS)
    @PostMapping("/patients/{id}/papers/language")
    Object reads(SignedIn who, @PathVariable PatientId id, @RequestParam Map<String, String> typed) {
        patient(id, who);
        var form = Filled.in("language", typed);
        var language = Language.tagged(form.value("language"));
        if (language.isEmpty()) {
            form.refuse("language", "Choose the language in which they read.");
            return page(id, who, form);
        }
        var left = translation.give(id, language.get(), who.actor());
        return Next.to("/patients/" + id + "/papers")
                .saying("They get their papers in " + language.get().onScreen() + "."
                        + (left.isEmpty()
                                ? ""
                                : " These cannot be given in it now, and stay as they are: " + String.join(", ", left)
                                        + "."));
    }

    @Needs(Permission.WAIVE_PAPERS)
    @PostMapping("/patients/{id}/papers/{paper}/waive")
    Object waive(
            SignedIn who,
            @PathVariable PatientId id,
            @PathVariable PaperId paper,
            @RequestParam Map<String, String> typed) {
        var known = paper(id, paper, who);
        var form = Filled.in("waive-" + paper, typed);
        var reason = form.text("reason", "Say why they may come without it.");
        if (form.isWrong()) {
            return page(id, who, form);
        }
        if (!papers.waive(known.id(), reason.orElseThrow(), who.actor())) {
            form.refuse("reason", MOVED);
            return page(id, who, form);
        }
        return Next.to("/patients/" + id + "/papers").saying("Waived, with your reason.");
    }

    @Needs(Permission.KEEP_PAPERS)
    @PostMapping("/patients/{id}/papers/{paper}/withdraw")
    Object withdraw(
            SignedIn who,
            @PathVariable PatientId id,
            @PathVariable PaperId paper,
            @RequestParam Map<String, String> typed) {
        var known = paper(id, paper, who);
        var form = Filled.in("withdraw-" + paper, typed);
        var by = form.text("by", "Write whose word it is.");
        var reason = form.text("reason", "Say how and when they withdrew it.");
        if (form.isWrong()) {
            return page(id, who, form);
        }
        if (!papers.withdraw(known.id(), reason.orElseThrow(), who.actor())) {
            form.refuse("reason", MOVED);
            return page(id, who, form);
        }
        var signature = known.signature();
        if (signature != null) {
            signatures.withdraw(new SignatureId(signature), by.orElseThrow(), reason.orElseThrow(), who.actor());
        }
        return Next.to("/patients/" + id + "/papers")
                .saying("Withdrawn. What rests on it and has not left stays here"
                        + (known.need() == Need.OFFERED
                                ? ". It was only offered: nobody is asked for it again."
                                : ", and the paper is asked for again."));
    }

    @Needs(Permission.KEEP_PAPERS)
    @PostMapping("/patients/{id}/papers/{paper}/again")
    Object again(SignedIn who, @PathVariable PatientId id, @PathVariable PaperId paper) {
        var known = paper(id, paper, who);
        var page = Next.to("/patients/" + id + "/papers");
        return single.again(known, who.actor())
                .map(page::refusing)
                .orElseGet(() -> page.saying("It is asked for again."));
    }

    private Paper paper(PatientId patient, PaperId id, SignedIn who) {
        patient(patient, who);
        return papers.find(id)
                .filter(paper -> paper.patient().equals(patient))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Membership seat(PatientId patient, MembershipId id) {
        return rosters.find(id)
                .filter(seat -> seat.patient().equals(patient))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Patient patient(PatientId id, SignedIn who) {
        caseloads.open(who, id);
        return patients.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(PatientId id, SignedIn who, Filled form) {
        var page = pages.page(patient(id, who), who, form);
        var view = new ModelAndView("org/circlekeeper/intake/web/member-papers", "page", page);
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }
}
