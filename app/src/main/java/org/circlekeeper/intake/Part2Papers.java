package org.circlekeeper.intake;

import org.circlekeeper.audit.Actor;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.practice.Practices;
import org.springframework.stereotype.Component;

/**
 * The paper by which a member consents that records of a substance-use programme are disclosed for payment (42 CFR
 * 2.31, 2.33): once signed, claims go on; once withdrawn, nothing that rests on it and has not left goes any more.
 */
@Component
class Part2Papers {

    static final FormId FORM = new FormId("part2-consent");

    private final Consents consents;
    private final Practices practices;

    Part2Papers(Consents consents, Practices practices) {
        this.consents = consents;
        this.practices = practices;
    }

    /** Follows a paper that has moved. */
    void follow(Paper paper, Actor actor) {
        if (!paper.form().equals(FORM)) {
            return;
        }
        switch (paper.status()) {
            case SIGNED, ON_PAPER ->
                consents.recordPart2(paper.patient(), practices.today(), paper.until(), keptIn(paper), actor);
            case WITHDRAWN, RAN_OUT -> revoke(paper, actor);
            case TO_DO, STARTED, WAITING_FOR_SECOND, DONE, DECLINED, WAIVED, REFUSED, REPLACED -> {}
        }
    }

    private void revoke(Paper paper, Actor actor) {
        consents.part2(paper.patient()).stream()
                .filter(consent -> consent.keptIn().equals(keptIn(paper)) && consent.revokedOn() == null)
                .forEach(consent -> consents.revokePart2(consent.id(), practices.today(), actor));
    }

    private static String keptIn(Paper paper) {
        return "here, as paper " + paper.id();
    }
}
