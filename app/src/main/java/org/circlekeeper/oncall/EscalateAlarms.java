package org.circlekeeper.oncall;

import java.util.List;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/**
 * Pages the next on call when an alarm was not answered for ten minutes, or the page did not leave. It was promised, so
 * it is always done.
 */
@Component
class EscalateAlarms implements Duty<Alarm> {

    private final Pager pager;

    EscalateAlarms(Pager pager) {
        this.pager = pager;
    }

    @Override
    public String id() {
        return Pager.ESCALATION;
    }

    @Override
    public String promise() {
        return "An alarm that nobody answers within ten minutes, or whose page does not leave, goes to the next on "
                + "call, and then to everyone.";
    }

    @Override
    public Manner manner() {
        return Manner.asking(Permission.SEE_TODAY);
    }

    @Override
    public int place() {
        return 1;
    }

    @Override
    public boolean keepsPromise() {
        return true;
    }

    @Override
    public List<Step<Alarm>> plan(Work work) {
        return pager.due(work.now()).stream()
                .<Step<Alarm>>map(alarm -> new Step.Act<>(
                        "alarm:" + alarm.id() + ":" + alarm.paged(),
                        alarm,
                        Because.of(
                                "An alarm was not answered for ten minutes, or the page did not leave.",
                                new Evidence("Nobody has taken it on.", "/on-call", work.now()))))
                .toList();
    }

    @Override
    public void perform(Work work, Alarm alarm) {
        pager.escalate(alarm, new Actor.Duty(Pager.ESCALATION));
    }
}
