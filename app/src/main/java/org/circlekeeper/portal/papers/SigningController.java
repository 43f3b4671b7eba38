package org.circlekeeper.portal.papers;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.access.ForMembers;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.documents.DocumentKind;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.documents.Download;
import org.circlekeeper.documents.Opened;
import org.circlekeeper.documents.Print;
import org.circlekeeper.forms.FormRenderer;
import org.circlekeeper.forms.Scores;
import org.circlekeeper.frame.Next;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.PaperId;
import org.circlekeeper.intake.Sheets;
import org.circlekeeper.oncall.Pager;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.portal.Tongue;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.signing.Channel;
import org.circlekeeper.signing.Outcome;
import org.circlekeeper.signing.SignatureId;
import org.circlekeeper.signing.SignatureStatus;
import org.circlekeeper.signing.Signatures;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The whole paper: it is read, signed or handed in, or declined where it was only offered; and its copy is taken. */
@Controller
@ConditionalOnWebApplication
public class SigningController {

    private final OwnPapers papers;
    private final WholePapers pages;
    private final MemberPapers moving;
    private final Sheets sheets;
    private final Pens pens;
    private final Signatures signatures;
    private final Documents documents;
    private final Pager pager;
    private final Practices practices;
    private final Clock clock;

    SigningController(
            OwnPapers papers,
            WholePapers pages,
            MemberPapers moving,
            Sheets sheets,
            Pens pens,
            Signatures signatures,
            Documents documents,
            Pager pager,
            Practices practices,
            Clock clock) {
        this.papers = papers;
        this.pages = pages;
        this.moving = moving;
        this.sheets = sheets;
        this.pens = pens;
        this.signatures = signatures;
        this.documents = documents;
        this.pager = pager;
        this.practices = practices;
        this.clock = clock;
    }

    @ForMembers(MemberPart.FORMS)
    @GetMapping("/portal/papers/{id}/whole")
    Object whole(SignedInMember who, Tongue tongue, @PathVariable PaperId id) {
        var opened = papers.open(who, id);
        if (!opened.paper().status().isOpen()) {
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
        var opened = papers.open(who, id);
        if (!opened.paper().status().isOpen()) {
            return Next.to("/portal/papers/" + id + "/done");
        }
        var name = typed.getOrDefault("name", "");
        var exact = papers.exact(opened, practices.today());
        if (!opened.signs() || !(exact instanceof FormRenderer.Paper.Whole paper) || !pages.isReady(opened, who)) {
            return pages.page(opened, who, tongue, name, List.of());
        }
        var pressed = new Pens.Pressed(typed.getOrDefault("shown", ""), name, tongue.say("papers.sign.button"));
        return switch (signatures.sign(pens.signing(who, opened, paper, pressed, tongue, request), who.actor())) {
            case Outcome.Done done -> signed(id, done, who);
            case Outcome.Refused refused -> pages.page(opened, who, tongue, name, refused.sentences());
        };
    }

    private Next signed(PaperId id, Outcome.Done done, SignedInMember who) {
        if (done.status() == SignatureStatus.WAITING_FOR_SECOND) {
            moving.signedByOne(id, done.id().value(), who.actor());
        } else {
            moving.signed(id, done.id().value(), null, who.actor());
        }
        return Next.to("/portal/papers/" + id + "/done");
    }

    /** Answers that nobody signs. */
    @ForMembers(MemberPart.FORMS)
    @PostMapping("/portal/papers/{id}/hand-in")
    Object handIn(SignedInMember who, Tongue tongue, @PathVariable PaperId id) {
        var opened = papers.open(who, id);
        if (opened.paper().status().isOpen() && !opened.signs()) {
            if (!pages.isReady(opened, who)) {
                return pages.page(opened, who, tongue, "", List.of());
            }
            if (!(papers.exact(opened, practices.today()) instanceof FormRenderer.Paper.Whole paper)) {
                return pages.page(opened, who, tongue, "", List.of());
            }
            moving.done(id, print(opened, paper, who), who.actor());
            callForHelp(opened, who);
        }
        return Next.to("/portal/papers/" + id + "/done");
    }

    /** An answer that calls for help is somebody's to hear of at once; the alarm holds ids alone. */
    private void callForHelp(OwnPapers.Opened opened, SignedInMember who) {
        if (Scores.of(opened.version().questionnaire(), opened.answers()).crisis()) {
            pager.page("answer", opened.paper().id().value(), who.member(), who.actor());
        }
    }

    private UUID print(OwnPapers.Opened opened, FormRenderer.Paper.Whole paper, SignedInMember who) {
        var title = opened.paper().title();
        var print = new Print(title, opened.version().language().tag(), clock.instant(), List.of(paper.xhtml()));
        return documents
                .print(DocumentKind.FILLED_FORM, who.member().value(), title, print, who.actor())
                .value();
    }

    @ForMembers(MemberPart.FORMS)
    @PostMapping("/portal/papers/{id}/declining")
    Object decline(
            SignedInMember who, Tongue tongue, @PathVariable PaperId id, @RequestParam Map<String, String> typed) {
        var opened = papers.open(who, id);
        var why = typed.getOrDefault("why", "").strip();
        if (why.isEmpty()) {
            return pages.page(opened, who, tongue, "", List.of(tongue.say("papers.decline.why")));
        }
        var said = why.length() > WholePapers.LONGEST_REASON ? why.substring(0, WholePapers.LONGEST_REASON) : why;
        moving.decline(id, said, who.actor());
        return Next.to("/portal/papers/" + id + "/done");
    }

    @ForMembers(MemberPart.FORMS)
    @GetMapping("/portal/papers/{id}/done")
    Object done(SignedInMember who, Tongue tongue, @PathVariable PaperId id) {
        var opened = papers.open(who, id);
        return opened.paper().status().isOpen() && opened.paper().signature() == null
                ? Next.to("/portal/papers/" + id)
                : pages.done(opened, who, tongue);
    }

    /** The paper with its evidence, to keep. */
    @ForMembers(MemberPart.FORMS)
    @GetMapping("/portal/papers/{id}/copy")
    ResponseEntity<byte[]> copy(SignedInMember who, @PathVariable PaperId id) {
        var signature = papers.open(who, id).paper().signature();
        var copy = signature == null
                ? null
                : signatures.copy(new SignatureId(signature)).orElse(null);
        if (signature == null || copy == null || !(documents.open(copy) instanceof Opened.Whole whole)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        signatures.copyDelivered(new SignatureId(signature), Channel.PORTAL, clock.instant(), who.actor());
        return Download.of(whole);
    }
}
