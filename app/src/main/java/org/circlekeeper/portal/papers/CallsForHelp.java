package org.circlekeeper.portal.papers;

import java.util.Optional;
import org.circlekeeper.forms.Answers;
import org.circlekeeper.forms.Scores;
import org.circlekeeper.oncall.Pager;
import org.circlekeeper.portal.SignedInMember;
import org.springframework.stereotype.Component;

/**
 * Pages whoever is on call as soon as an answer that calls for help is kept, whatever becomes of the paper then, and
 * again when it is given anew after somebody has closed the alarm. One paper has one open alarm; it holds ids alone.
 */
@Component
class CallsForHelp {

    private final Pager pager;

    CallsForHelp(Pager pager) {
        this.pager = pager;
    }

    /** @param before what stood there so far: an answer that is sent once more, unchanged, calls nobody again */
    void hear(OwnPapers.Opened opened, String linkId, Optional<String> before, SignedInMember who) {
        var given = opened.answers().value(linkId);
        if (!given.equals(before) && calls(opened, linkId, given.orElse(""))) {
            pager.page("answer", opened.paper().id().value(), who.member(), who.actor());
        }
    }

    private static boolean calls(OwnPapers.Opened opened, String linkId, String answer) {
        return !opened.crisis().isEmpty()
                && Scores.of(opened.version().questionnaire(), Answers.none().with(linkId, answer))
                        .crisis();
    }
}
