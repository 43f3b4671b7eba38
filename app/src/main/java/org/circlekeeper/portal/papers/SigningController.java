package org.circlekeeper.portal.papers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.access.ForMembers;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.forms.FormRenderer;
import org.circlekeeper.frame.Next;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.PaperId;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.intake.Sheets;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.portal.Tongue;
import org.circlekeeper.portal.papers.Pens.Pen;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.signing.Outcome;
import org.circlekeeper.signing.SignatureStatus;
import org.circlekeeper.signing.Signatures;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The whole paper: it is read and signed, or one of two guardians says no to it. */
@Controller
@ConditionalOnWebApplication
public class SigningController {

    private final OwnPapers papers;
    private final WholePapers pages;
    private final Turns turns;
    private final MemberPapers moving;
    private final Sheets sheets;
    private final Pens pens;
    private final Signatures signatures;
    private final Practices practices;

    SigningController(
            OwnPapers papers,
            WholePapers pages,
            Turns turns,
            MemberPapers moving,
            Sheets sheets,
            Pens pens,
            Signatures signatures,
            Practices practices) {
        this.papers = papers;
        this.pages = pages;
        this.turns = turns;
        this.moving = moving;
        this.sheets = sheets;
        this.pens = pens;
        this.signatures = signatures;
        this.practices = practices;
    }

    /** When it was shown is kept, as whoever is shown a record is: the evidence says it. */
    @ForMembers(MemberPart.FORMS)
    @GetMapping("/portal/papers/{id}/whole")
    Object whole(SignedInMember who, Tongue tongue, @PathVariable PaperId id) {
        var opened = papers.read(who, id);
        if (!turns.isOpen(who, opened)) {
            return Next.to("/portal/papers/" + id + "/done");
        }
        sheets.read(id, opened.answers(), who.actor());
        return pages.page(opened, who, tongue, "", List.of());
    }

    @ForMembers(MemberPart.FORMS)
    @PostMapping("/portal/papers/{id}/signature")
    Object sign(
            HttpServletRequest request,
            SignedInMember who,
            Tongue tongue,
            @PathVariable PaperId id,
            @RequestParam Map<String, String> typed) {
        var opened = papers.read(who, id);
        if (!turns.isOpen(who, opened)) {
            return Next.to("/portal/papers/" + id + "/done");
        }
        var name = typed.getOrDefault("name", "");
        var exact = papers.exact(opened, practices.today());
        if (!opened.signs()
                || !(exact instanceof FormRenderer.Paper.Whole paper)
                || !(pens.pen(who, opened) instanceof Pen.As(var capacity))
                || !pages.isReady(opened, who)) {
            return pages.page(opened, who, tongue, name, List.of());
        }
        if (opened.terms().isOverOn(practices.today())) {
            return pages.page(opened, who, tongue, name, List.of(tongue.say("papers.ended")));
        }
        var pressed = new Pens.Pressed(typed.getOrDefault("shown", ""), name, tongue.say("papers.sign.button"));
        var signing = pens.signing(who, opened, paper, pressed, capacity, request);
        return switch (signatures.sign(
                signing, () -> papers.read(who, id).answers().values(), who.actor())) {
            case Outcome.Done done -> signed(opened, done, who);
            case Outcome.Refused refused -> pages.refused(papers.read(who, id), who, tongue, name, refused);
        };
    }

    /** A second signer's word that papers may be electronic moves nothing: it is theirs alone. */
    private Next signed(OwnPapers.Opened opened, Outcome.Done done, SignedInMember who) {
        var paper = opened.paper();
        boolean theirs = opened.isElectronic() && !paper.status().next().contains(PaperStatus.SIGNED);
        return led(theirs || moved(opened, done, who), paper.id());
    }

    private boolean moved(OwnPapers.Opened opened, Outcome.Done done, SignedInMember who) {
        var id = opened.paper().id();
        UUID signature = done.id().value();
        if (done.status() != SignatureStatus.SIGNED) {
            return moving.signedByOne(id, signature, who.actor());
        }
        var terms = opened.terms();
        return terms.payment()
                ? moving.signed(id, signature, terms.until(), who.actor())
                : moving.signedNotForPayment(id, signature, terms.until(), who.actor());
    }

    /** One of two guardians says no: what the other signed is kept, and the practice talks with both. */
    @ForMembers(MemberPart.FORMS)
    @PostMapping("/portal/papers/{id}/refusal")
    Object refuse(
            HttpServletRequest request,
            SignedInMember who,
            Tongue tongue,
            @PathVariable PaperId id,
            @RequestParam Map<String, String> typed) {
        var opened = papers.read(who, id);
        if (!turns.mayRefuse(who, opened)) {
            return Next.to("/portal/papers/" + id);
        }
        var why = typed.getOrDefault("why", "").strip();
        if (why.length() > WholePapers.LONGEST_REASON) {
            return pages.page(
                    opened, who, tongue, "", List.of(tongue.say("papers.tooLong", WholePapers.LONGEST_REASON)));
        }
        return switch (signatures.refuse(pens.refusing(who, opened, why, request), who.actor())) {
            case Outcome.Done _ -> led(moving.refuse(id, why, who.actor()), id);
            case Outcome.Refused refused -> pages.refused(opened, who, tongue, "", refused);
        };
    }

    /** Somebody of the practice was quicker: then nothing of this is kept. */
    static Next led(boolean moved, PaperId id) {
        if (!moved) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return Next.to("/portal/papers/" + id + "/done");
    }
}
