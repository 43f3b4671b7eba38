package org.circlekeeper.signing;

import java.util.List;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/** Asks about papers to which one of two guardians has said no: what comes of that, people settle. */
@Component
class AskGuardians implements Duty<Void> {

    private static final int MOST = 50;

    private final SignatureStore store;

    AskGuardians(SignatureStore store) {
        this.store = store;
    }

    @Override
    public String id() {
        return "ask-guardians";
    }

    @Override
    public String promise() {
        return "When two guardians disagree about a paper, the practice is asked and nothing is lost.";
    }

    @Override
    public Manner manner() {
        return Manner.asking(Permission.SEE_SIGNATURES)
                .saying("Look at it", "Goes away when both have signed, or when it is withdrawn.");
    }

    @Override
    public int place() {
        return 13;
    }

    @Override
    public List<Step<Void>> plan(Work work) {
        return store.standing(SignatureStatus.REFUSED_BY_ONE, MOST).stream()
                .map(signature -> ask(signature, work))
                .toList();
    }

    @Override
    public void perform(Work work, Void nothing) {
        throw new IllegalStateException("What two guardians disagree about is settled by people");
    }

    private static Step<Void> ask(Signature signature, Work work) {
        var href = "/signatures/" + signature.id();
        var why = "One of two guardians said no to a paper; it counts when both sign.";
        return new Step.Ask<>(
                "disagree:" + signature.id() + ":" + signature.settledAt().toEpochMilli(),
                "Two guardians disagree about a paper. Who talks to them?",
                href,
                Because.of(why, new Evidence(why, href, work.now())));
    }
}
