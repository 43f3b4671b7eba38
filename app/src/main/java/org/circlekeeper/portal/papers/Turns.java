package org.circlekeeper.portal.papers;

import org.circlekeeper.forms.Need;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.portal.papers.Pens.Pen;
import org.circlekeeper.signing.Capacity;
import org.springframework.stereotype.Component;

/** What whoever has signed in may do about a paper as it stands now. */
@Component
class Turns {

    private final Pens pens;

    Turns(Pens pens) {
        this.pens = pens;
    }

    /** Whether it waits for them: a guardian who has signed has nothing more to do about it. */
    boolean waits(SignedInMember who, Paper paper) {
        return isBegunOrNot(paper) || paper.status() == PaperStatus.WAITING_FOR_SECOND && !pens.hasSigned(who, paper);
    }

    /** Whether its whole page is theirs to act upon; what has been settled is only looked at. */
    boolean isOpen(SignedInMember who, OwnPapers.Opened opened) {
        return waits(who, opened.paper()) || mayStillAgree(who, opened);
    }

    /**
     * Whether answers may change. While one of two guardians has signed they may not: what both sign is the same. Nor
     * may those over which somebody has agreed to electronic papers.
     */
    boolean mayAnswer(SignedInMember who, OwnPapers.Opened opened) {
        return isBegunOrNot(opened.paper())
                || opened.paper().status() != PaperStatus.SIGNED && mayStillAgree(who, opened);
    }

    /** One who has to sign beside another may say no to it instead. */
    boolean mayRefuse(SignedInMember who, OwnPapers.Opened opened) {
        return opened.paper().status() == PaperStatus.WAITING_FOR_SECOND
                && pens.pen(who, opened) instanceof Pen.As(Capacity.TwoGuardians _)
                && !pens.hasSigned(who, opened.paper());
    }

    /**
     * What they signed themselves, also while another one has still to sign, and whatever others signed for them once
     * they are of age (45 CFR 164.508(b)(5)). Their own word that papers may be electronic, however the paper stands.
     */
    boolean mayTakeBack(SignedInMember who, Paper paper) {
        if (paper.form().equals(OwnPapers.ELECTRONIC)) {
            return pens.signature(who, paper).isPresent();
        }
        return paper.status() == PaperStatus.WAITING_FOR_SECOND && pens.hasSigned(who, paper)
                || paper.status() == PaperStatus.SIGNED
                        && (pens.hasSigned(who, paper) || pens.decidesAlone(who, paper));
    }

    /** Only what was offered, only before anybody has signed, and of what is signed only whoever may sign it. */
    boolean mayDecline(SignedInMember who, OwnPapers.Opened opened) {
        return isBegunOrNot(opened.paper())
                && opened.paper().need() == Need.OFFERED
                && (!opened.signs() || pens.pen(who, opened) instanceof Pen.As);
    }

    /**
     * Whoever signs agrees to electronic papers for themselves, so the paper about it stays open for them after another
     * one has signed or declined it (15 USC 7001(c)(1)).
     */
    private boolean mayStillAgree(SignedInMember who, OwnPapers.Opened opened) {
        return opened.isElectronic()
                && !opened.paper().status().isOpen()
                && !pens.agrees(who)
                && pens.pen(who, opened) instanceof Pen.As;
    }

    private static boolean isBegunOrNot(Paper paper) {
        return paper.status() == PaperStatus.TO_DO || paper.status() == PaperStatus.STARTED;
    }
}
