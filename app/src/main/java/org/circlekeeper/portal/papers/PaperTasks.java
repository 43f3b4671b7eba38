package org.circlekeeper.portal.papers;

import java.util.List;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.portal.PortalTask;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.portal.Tongue;
import org.springframework.stereotype.Component;

/** Says on a member's first page that papers wait for them. */
@Component
class PaperTasks implements PortalTask {

    private final OwnPapers papers;
    private final Turns turns;

    PaperTasks(OwnPapers papers, Turns turns) {
        this.papers = papers;
        this.turns = turns;
    }

    @Override
    public MemberPart part() {
        return MemberPart.FORMS;
    }

    @Override
    public List<ToDo> of(SignedInMember who, Tongue tongue) {
        long open = papers.all(who).stream()
                .filter(paper -> turns.waits(who, paper))
                .count();
        return open == 0
                ? List.of()
                : List.of(new ToDo(tongue.say(open == 1 ? "papers.waitsOne" : "papers.wait", open), "/portal/papers"));
    }
}
