package org.circlekeeper.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.terms.Evidence;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has the assistant make one round. */
@Command(name = "rounds", description = "Have the assistant do one round of everything it does.")
final class RoundsCommand implements Callable<Integer> {

    /** How far it may go in this round. */
    enum May {
        PROPOSE,
        ACT
    }

    @Mixin
    Common common = new Common();

    @Option(
            names = "--trust",
            paramLabel = "propose|act",
            description = "How far it may go this time; without it, as far as the practice lets it.")
    @Nullable
    May trust;

    @Override
    public Integer call() {
        try (var desk = Desk.open(common)) {
            var steps = new ArrayList<Told>();
            for (var practice : desk.practices()) {
                var actor = desk.actor(practice, Permission.ANSWER_QUESTIONS);
                desk.note(practice, actor, "had the assistant look at everything");
                var level = trust == null ? null : Trust.valueOf(trust.name());
                var ordered = level == Trust.ACT ? actor : null;
                desk.get(Rounds.class).make(practice.id(), level, ordered, desk.allowed(practice)).stream()
                        .filter(entry -> entry.kind() != JournalEntry.Kind.SETTLED)
                        .map(Told::of)
                        .forEach(steps::add);
            }
            common.answer().say(new Round(steps), words(steps));
            return steps.stream().anyMatch(step -> step.kind().equals("failed")) ? 1 : 0;
        }
    }

    /** What rounds answers. */
    record Round(List<Told> steps) {}

    /** One step of a round. */
    record Told(String duty, String key, String kind, String sentence, List<Evidence> evidence) {

        static Told of(JournalEntry entry) {
            return new Told(
                    entry.duty(),
                    entry.key(),
                    entry.kind().word(),
                    entry.because().sentence(),
                    entry.because().evidence());
        }
    }

    private static List<String> words(List<Told> steps) {
        if (steps.isEmpty()) {
            return List.of("Nothing new to do.");
        }
        return Answer.table(steps.stream()
                .map(step -> List.of(step.kind(), step.sentence()))
                .toList());
    }
}
