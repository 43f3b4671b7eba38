package org.circlekeeper.portal.papers;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.access.ForMembers;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.documents.DocumentKind;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.documents.Download;
import org.circlekeeper.documents.Opened;
import org.circlekeeper.documents.Print;
import org.circlekeeper.documents.Printed;
import org.circlekeeper.documents.Printer;
import org.circlekeeper.forms.FormRenderer;
import org.circlekeeper.frame.Next;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.PaperId;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.portal.Tongue;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.signing.Channel;
import org.circlekeeper.signing.Signatures;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * How a paper is settled without a signature: handed in, or declined where it was only offered; and the copy of one.
 */
@Controller
@ConditionalOnWebApplication
public class SettlingController {

    private final OwnPapers papers;
    private final WholePapers pages;
    private final Turns turns;
    private final Pens pens;
    private final MemberPapers moving;
    private final Signatures signatures;
    private final Documents documents;
    private final Printer printer;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    SettlingController(
            OwnPapers papers,
            WholePapers pages,
            Turns turns,
            Pens pens,
            MemberPapers moving,
            Signatures signatures,
            Documents documents,
            Printer printer,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.papers = papers;
        this.pages = pages;
        this.turns = turns;
        this.pens = pens;
        this.moving = moving;
        this.signatures = signatures;
        this.documents = documents;
        this.printer = printer;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    /** Answers that nobody signs. They are printed before anybody else has to wait. */
    @ForMembers(MemberPart.FORMS)
    @PostMapping("/portal/papers/{id}/hand-in")
    Object handIn(SignedInMember who, Tongue tongue, @PathVariable PaperId id) {
        var opened = papers.read(who, id);
        if (!turns.waits(who, opened.paper()) || opened.signs()) {
            return Next.to("/portal/papers/" + id + "/done");
        }
        if (!pages.isReady(opened, who)
                || !(papers.exact(opened, practices.today()) instanceof FormRenderer.Paper.Whole paper)) {
            return pages.page(opened, who, tongue, "", List.of());
        }
        var printed = printed(opened, paper);
        audit.hold();
        var now = papers.read(who, id);
        if (!turns.waits(who, now.paper())) {
            return Next.to("/portal/papers/" + id + "/done");
        }
        if (!now.answers().equals(opened.answers())) {
            return pages.page(now, who, tongue, "", List.of(tongue.say("papers.changed")));
        }
        return SigningController.led(moving.done(id, kept(opened, printed, who), who.actor()), id);
    }

    private Printed printed(OwnPapers.Opened opened, FormRenderer.Paper.Whole paper) {
        var version = opened.version();
        return printer.print(new Print(
                opened.title(),
                version.language().tag(),
                clock.instant(),
                List.of(FormRenderer.withSum(paper, version, opened.answers()))));
    }

    private UUID kept(OwnPapers.Opened opened, Printed printed, SignedInMember who) {
        return documents
                .keep(
                        DocumentKind.FILLED_FORM,
                        who.member().value(),
                        opened.paper().title(),
                        printed,
                        who.actor())
                .value();
    }

    @ForMembers(MemberPart.FORMS)
    @PostMapping("/portal/papers/{id}/declining")
    Object decline(
            SignedInMember who, Tongue tongue, @PathVariable PaperId id, @RequestParam Map<String, String> typed) {
        var opened = papers.read(who, id);
        var why = typed.getOrDefault("why", "").strip();
        if (!turns.mayDecline(who, opened)) {
            return Next.to("/portal/papers/" + id + "/whole")
                    .refusing(
                            tongue.say("papers.decline.not", practices.current().phone()));
        }
        if (why.isEmpty()) {
            return pages.page(opened, who, tongue, "", List.of(tongue.say("papers.decline.why")));
        }
        if (why.length() > WholePapers.LONGEST_REASON) {
            return pages.page(
                    opened, who, tongue, "", List.of(tongue.say("papers.tooLong", WholePapers.LONGEST_REASON)));
        }
        var done = Next.to("/portal/papers/" + id + "/done");
        return moving.decline(id, why, who.actor())
                ? done
                : done.refusing(
                        tongue.say("papers.decline.not", practices.current().phone()));
    }

    @ForMembers(MemberPart.FORMS)
    @GetMapping("/portal/papers/{id}/done")
    Object done(SignedInMember who, Tongue tongue, @PathVariable PaperId id) {
        var opened = papers.read(who, id);
        return turns.waits(who, opened.paper()) ? Next.to("/portal/papers/" + id) : pages.done(opened, who, tongue);
    }

    /** The paper with its evidence, to keep. That they got it is written down, so it is asked for with a button. */
    @ForMembers(MemberPart.FORMS)
    @PostMapping("/portal/papers/{id}/copy")
    Object copy(SignedInMember who, Tongue tongue, @PathVariable PaperId id) {
        var signature = pens.signature(who, papers.read(who, id).paper());
        var signer = pens.signer(who);
        var copy = signature.flatMap(one -> signatures.copy(one, signer));
        return switch (copy.map(documents::open).orElseGet(Opened.Unknown::new)) {
            case Opened.Whole whole -> {
                papers.noteShown(who, "a signed paper");
                signatures.copyDelivered(signature.orElseThrow(), signer, Channel.PORTAL, clock.instant(), who.actor());
                yield Download.of(whole);
            }
            case Opened.Altered altered -> {
                audit.refused(who.actor(), "opened a document", "document " + copy.orElseThrow(), altered.sentence());
                yield Next.to("/portal/papers/" + id + "/done")
                        .refusing(
                                tongue.say("papers.altered", practices.current().phone()));
            }
            case Opened.Removed _, Opened.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }
}
