package org.circlekeeper.portal.papers;

import org.circlekeeper.oncall.Pager;
import org.circlekeeper.portal.SignedInMember;
import org.springframework.stereotype.Component;

/**
 * Pages whoever is on call as soon as an answer that calls for help is kept, whatever becomes of the paper then. One
 * paper raises one alarm; it holds ids alone.
 */
@Component
class CallsForHelp {

    private final Pager pager;

    CallsForHelp(Pager pager) {
        this.pager = pager;
    }

    void hear(OwnPapers.Opened opened, SignedInMember who) {
        if (!opened.crisis().isEmpty()) {
            pager.page("answer", opened.paper().id().value(), who.member(), who.actor());
        }
    }
}
