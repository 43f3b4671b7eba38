package org.circlekeeper.movein;

import static java.util.stream.Collectors.partitioningBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/** Asks which is right where the export of a system still in use differs from what is here. */
@Component
class AskAboutExports implements Duty<Void> {

    private static final int EXAMPLES = 5;
    private static final String HREF = "/import";

    private final Settlement settlement;

    AskAboutExports(Settlement settlement) {
        this.settlement = settlement;
    }

    @Override
    public String id() {
        return "ask-about-exports";
    }

    @Override
    public String promise() {
        return "Where an export differs from what is here, nothing is overwritten before somebody says which is right.";
    }

    @Override
    public Manner manner() {
        return Manner.asking(Permission.IMPORT);
    }

    @Override
    public int place() {
        return 15;
    }

    @Override
    public List<Step<Void>> plan(Work work) {
        var waiting = settlement.waiting().stream().collect(partitioningBy(Unsettled::isGone));
        var steps = new ArrayList<Step<Void>>();
        ask(
                waiting.getOrDefault(false, List.of()),
                "differences",
                "One difference between the export and what is here waits. Which is right?",
                "%d differences between the export and what is here wait. Which is right?",
                work,
                steps);
        ask(
                waiting.getOrDefault(true, List.of()),
                "gone",
                "One row that was imported is no longer in the export. Is it over?",
                "%d rows that were imported are no longer in the export. Are they over?",
                work,
                steps);
        return steps;
    }

    private static void ask(
            List<Unsettled> waiting, String situation, String one, String many, Work work, List<Step<Void>> steps) {
        if (waiting.isEmpty()) {
            return;
        }
        var evidence = waiting.stream()
                .limit(EXAMPLES)
                .map(each -> new Evidence(each.sentence() + ".", HREF, work.now()))
                .toArray(Evidence[]::new);
        steps.add(new Step.Ask<>(
                situation + ":" + digest(waiting),
                waiting.size() == 1 ? one : many.formatted(waiting.size()),
                HREF,
                Because.of(
                        waiting.getFirst().sentence()
                                + ". Until you say so nothing here changes: take it over with the "
                                + "next import, or leave it as it is.",
                        evidence)));
    }

    /** The same differences, the same question. */
    private static UUID digest(List<Unsettled> waiting) {
        var text = new StringBuilder();
        waiting.forEach(one -> text.append(one.file())
                .append(one.key())
                .append(one.field())
                .append(one.after())
                .append('\n'));
        return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void perform(Work work, Void nothing) {
        throw new IllegalStateException("Which is right is for a person to say");
    }
}
