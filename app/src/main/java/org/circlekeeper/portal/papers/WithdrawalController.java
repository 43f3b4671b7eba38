package org.circlekeeper.portal.papers;

import java.util.Map;
import org.circlekeeper.access.ForMembers;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.frame.Next;
import org.circlekeeper.intake.PaperId;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.portal.Tongue;
import org.circlekeeper.signing.Signatures;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A member takes back what was signed, as easily as it was signed (45 CFR 164.508(b)(5), 42 CFR 2.31(a)(6), 15 USC
 * 7001(c)(1)(B)(iii)). What rests on it and has not left stays here from then on (I9).
 */
@Controller
@ConditionalOnWebApplication
public class WithdrawalController {

    /** What the practice reads of whoever gave no reason: none is needed. */
    private static final String NO_REASON = "They took it back on their own pages.";

    private final OwnPapers papers;
    private final Turns turns;
    private final Pens pens;
    private final Signatures signatures;

    WithdrawalController(OwnPapers papers, Turns turns, Pens pens, Signatures signatures) {
        this.papers = papers;
        this.turns = turns;
        this.pens = pens;
        this.signatures = signatures;
    }

    @ForMembers(MemberPart.FORMS)
    @PostMapping("/portal/papers/{id}/withdrawal")
    Next withdraw(
            SignedInMember who, Tongue tongue, @PathVariable PaperId id, @RequestParam Map<String, String> typed) {
        var paper = papers.read(who, id).paper();
        var done = Next.to("/portal/papers/" + id + "/done");
        if (!turns.mayTakeBack(who, paper)) {
            return done;
        }
        var why = typed.getOrDefault("why", "").strip();
        if (why.length() > WholePapers.LONGEST_REASON) {
            return done.refusing(tongue.say("papers.tooLong", WholePapers.LONGEST_REASON));
        }
        var signature = pens.signature(who, paper).orElseThrow();
        signatures.withdraw(signature, pens.name(who), why.isEmpty() ? NO_REASON : why, who.actor());
        return Next.to("/portal/papers").saying(tongue.say("papers.takenBack"));
    }
}
