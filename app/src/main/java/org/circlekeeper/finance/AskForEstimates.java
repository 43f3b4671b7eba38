package org.circlekeeper.finance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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

/**
 * Asks for good-faith estimates while there is time, and tells when what was charged comes near to too much over one.
 */
@Component
class AskForEstimates implements Duty<Void> {

    private final OpenEstimates open;

    AskForEstimates(OpenEstimates open) {
        this.open = open;
    }

    @Override
    public String id() {
        return "ask-for-estimates";
    }

    @Override
    public String promise() {
        return "Whoever pays for visits themselves has an estimate in time, and it is told when they cost $300 more.";
    }

    @Override
    public Manner manner() {
        return Manner.asking(Permission.SEE_CLAIMS)
                .ranked(4)
                .saying("Write the estimate", "The estimate is given, or none is owed any more.");
    }

    @Override
    public int place() {
        return 27;
    }

    @Override
    public List<Step<Void>> plan(Work work) {
        var today = work.now().atZone(work.zone()).toLocalDate();
        var found = open.all();
        var steps = new ArrayList<Step<Void>>();
        found.owed()
                .forEach(owed -> steps.add(new Step.Ask<>(
                        owed.key(),
                        owed.because().sentence()
                                + (owed.isOverdue(today)
                                        ? " It was due by " + Words.day(owed.dueBy()) + ": give it now."
                                        : " Give it by " + Words.day(owed.dueBy()) + "."),
                        "/patients/" + owed.patient() + "/money",
                        owed.because())));
        found.watched().stream()
                .filter(watched -> watched.watch().isAskedAbout())
                .map(watched -> over(watched, work))
                .forEach(steps::add);
        var once = new LinkedHashMap<String, Step<Void>>();
        steps.forEach(step -> once.putIfAbsent(step.key(), step));
        return List.copyOf(once.values());
    }

    private static Step<Void> over(OpenEstimates.Watched watched, Work work) {
        var estimate = watched.estimate();
        var href = "/patients/" + estimate.patient() + "/estimates/" + estimate.id();
        var sentence = "Visits of one member cost " + watched.over() + " more than their estimate says. "
                + watched.watch().sentence();
        return new Step.Ask<>(
                "estimate-over:" + estimate.id() + ":" + watched.watch(),
                sentence,
                href,
                Because.of(sentence, new Evidence("The estimate, with what was charged since.", href, work.now())));
    }

    @Override
    public void perform(Work work, Void nothing) {
        throw new IllegalStateException("An estimate is given by a person");
    }
}
