package org.circlekeeper.intake;

import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.StepRefused;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.forms.Need;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/**
 * Ends papers whose day has come: they ran out, were a guardian's word, or gave way to a newer version by then. A
 * calendar decided that, so it is always done: nobody is to be expected on a paper that holds no longer.
 */
@Component
class EndPapers implements Duty<EndPapers.Turn> {

    static final String ID = "end-papers";

    private static final String OF_AGE = "They decide for themselves: a guardian signed it for them.";

    private final Renewals renewals;
    private final GuardiansPapers guardians;

    EndPapers(Renewals renewals, GuardiansPapers guardians) {
        this.renewals = renewals;
        this.guardians = guardians;
    }

    /** What has come. */
    sealed interface Turn {

        /** It does not hold any longer. */
        record Over(PaperId paper, String why) implements Turn {}

        /** The newer version takes the older one's place. */
        record Newer(PaperId paper) implements Turn {}
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String promise() {
        return "A paper holds until its last day, until the member decides for themselves, or until its newer version"
                + " falls due, and no longer; then it is asked for.";
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public Manner manner() {
        return Manner.asking(Permission.SEE_PAPERS);
    }

    @Override
    public boolean keepsPromise() {
        return true;
    }

    @Override
    public List<Step<Turn>> plan(Work work) {
        var steps = new ArrayList<Step<Turn>>();
        renewals.pastTheirDay()
                .forEach(paper -> steps.add(turn(
                        "ran-out:", paper, new Turn.Over(paper.id(), "Its last day has passed."), "ran out.", work)));
        renewals.due()
                .forEach(paper -> steps.add(turn(
                        "due:",
                        paper,
                        new Turn.Newer(paper.id()),
                        "was to be signed in its new version by today, and was not.",
                        work)));
        guardians
                .pastMajority()
                .forEach(paper -> steps.add(turn(
                        "of-age:",
                        paper,
                        new Turn.Over(paper.id(), OF_AGE),
                        "was signed by a guardian, and the member decides for themselves by now.",
                        work)));
        return steps;
    }

    private static Step<Turn> turn(String key, Paper paper, Turn turn, String says, Work work) {
        return new Step.Act<>(
                key + paper.id(),
                turn,
                Because.of(
                        "\"" + paper.title() + "\" " + says
                                + (paper.need() == Need.OFFERED
                                        ? " It is offered to the member again, who is expected as before."
                                        : " The member is asked for it, and not expected before."),
                        new Evidence("The member's papers.", "/patients/" + paper.patient() + "/papers", work.now())));
    }

    @Override
    public void perform(Work work, Turn turn) {
        var actor = new Actor.Duty(ID);
        switch (turn) {
            case Turn.Over over -> {
                if (!renewals.ranOut(over.paper(), over.why(), actor)) {
                    throw new StepRefused("The paper did not stand any more.");
                }
            }
            case Turn.Newer newer -> renewals.fallDue(newer.paper(), actor);
        }
    }
}
