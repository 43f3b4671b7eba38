package org.circlekeeper.calls;

import java.util.List;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.frame.Words;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/** Asks, once a day and with their number, about calls that should have been made by yesterday. */
@Component
class MakeCalls implements Duty<Void> {

    private final Calls calls;

    MakeCalls(Calls calls) {
        this.calls = calls;
    }

    @Override
    public String id() {
        return "make-calls";
    }

    @Override
    public String promise() {
        return "A call that was due is asked about every day until it is made.";
    }

    @Override
    public Manner manner() {
        return Manner.asking(Permission.MAKE_CALLS);
    }

    @Override
    public int place() {
        return 18;
    }

    @Override
    public List<Step<Void>> plan(Work work) {
        int overdue = calls.overdue(work.today());
        if (overdue == 0) {
            return List.of();
        }
        var counted = Words.count(overdue, "call was", "calls were");
        return List.of(new Step.Ask<>(
                "overdue:" + work.today(),
                counted + " due before today. Who makes " + (overdue == 1 ? "it?" : "them?"),
                "/calls",
                Because.of(
                        "People wait to hear from the practice, and " + counted + " to be made by yesterday.",
                        new Evidence(counted + " due.", "/calls", work.now()))));
    }

    @Override
    public void perform(Work work, Void nothing) {
        throw new IllegalStateException("A call is made by a person");
    }
}
