package org.circlekeeper.finance;

import java.util.LinkedHashMap;
import java.util.List;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.eligibility.Insured;
import org.circlekeeper.frame.Words;
import org.springframework.stereotype.Component;

/**
 * Asks for a talk about money once for each gap, before the first session, or when a payer says that it does not pay. A
 * line says which payer it is, and no name.
 */
@Component
class AskForTalks implements Duty<Void> {

    private final OpenGaps gaps;

    AskForTalks(OpenGaps gaps) {
        this.gaps = gaps;
    }

    @Override
    public String id() {
        return "ask-for-talks";
    }

    @Override
    public String promise() {
        return "A gap in somebody's insurance is talked about before their first session, and not after a denial.";
    }

    @Override
    public Manner manner() {
        return Manner.asking(Permission.SEE_CLAIMS)
                .ranked(5)
                .saying("Prepare the talk", "Somebody wrote down what came of it, or the gap is gone.");
    }

    @Override
    public int place() {
        return 26;
    }

    @Override
    public List<Step<Void>> plan(Work work) {
        var steps = new LinkedHashMap<String, Step<Void>>();
        gaps.coming().stream()
                .filter(Standing::isDue)
                .map(AskForTalks::ask)
                .forEach(step -> steps.putIfAbsent(step.key(), step));
        return List.copyOf(steps.values());
    }

    @Override
    public void perform(Work work, Void nothing) {
        throw new IllegalStateException("A talk about money is held by a person");
    }

    private static Step<Void> ask(Standing standing) {
        var gap = standing.gap();
        var patient = standing.line().who().patient();
        var who = standing.line().who();
        var when = who.coming() != null
                ? "One member comes on " + Words.day(gap.day()) + "."
                : who.standing() == Insured.Standing.ACCEPTED
                        ? "A seat is kept for one member."
                        : "One member has a seat.";
        return new Step.Ask<>(
                "talk:" + patient + ":" + gap.kind() + ":"
                        + gap.payerId().map(Object::toString).orElse("none"),
                when + " " + gap.because().sentence() + " Talk with them about money before.",
                "/patients/" + patient + "/money",
                gap.because());
    }
}
