package org.circlekeeper.intake.web;

import java.util.List;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.documents.Download;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.intake.BlankPapers;
import org.circlekeeper.intake.MemberPackets;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.PacketId;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperId;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A packet or one paper as a file to print, for a member who signs with ink. */
@Controller
@ConditionalOnWebApplication
public class BlankPapersController {

    private final BlankPapers blank;
    private final MemberPapersPages pages;
    private final MemberPackets packets;
    private final MemberPapers papers;
    private final Patients patients;
    private final Practices practices;
    private final Caseloads caseloads;

    BlankPapersController(
            BlankPapers blank,
            MemberPapersPages pages,
            MemberPackets packets,
            MemberPapers papers,
            Patients patients,
            Practices practices,
            Caseloads caseloads) {
        this.blank = blank;
        this.pages = pages;
        this.packets = packets;
        this.papers = papers;
        this.patients = patients;
        this.practices = practices;
        this.caseloads = caseloads;
    }

    /** What waits of the packet of a seat, in its order; nothing is printed of one that is whole. */
    @Needs(Permission.KEEP_PAPERS)
    @GetMapping("/patients/{id}/papers/packets/{packet}/sheets")
    Object packet(SignedIn who, @PathVariable PatientId id, @PathVariable PacketId packet) {
        var patient = patient(id, who);
        var known = packets.find(packet)
                .filter(one -> one.patient().equals(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var missing = known.missing(practices.today());
        if (missing.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return print(patient, missing, who);
    }

    /** One paper. */
    @Needs(Permission.KEEP_PAPERS)
    @GetMapping("/patients/{id}/papers/{paper}/sheet")
    Object paper(SignedIn who, @PathVariable PatientId id, @PathVariable PaperId paper) {
        var patient = patient(id, who);
        var known = papers.find(paper)
                .filter(one -> one.patient().equals(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return print(patient, List.of(known), who);
    }

    private Object print(Patient patient, List<Paper> papers, SignedIn who) {
        return switch (blank.print(patient, papers)) {
            case BlankPapers.Sheets.Ready ready -> {
                pages.noteShown(who, patient.id(), "papers to print");
                yield Download.of(ready.file(), "papers.pdf");
            }
            case BlankPapers.Sheets.Refused refused -> {
                var form = Filled.blank("print");
                form.refuse("print", String.join(" ", refused.sentences()));
                var view = new ModelAndView(
                        "org/circlekeeper/intake/web/member-papers", "page", pages.page(patient, who, form));
                view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield view;
            }
        };
    }

    private Patient patient(PatientId id, SignedIn who) {
        caseloads.open(who, id);
        return patients.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
