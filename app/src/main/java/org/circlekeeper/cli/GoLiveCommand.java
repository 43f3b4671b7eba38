package org.circlekeeper.cli;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.circlekeeper.access.Permission;
import org.circlekeeper.database.Trial;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ends the trial of this home. */
@Command(
        name = "go-live",
        description = "End the trial: claims files are production files from now on. There is no " + "way back.")
final class GoLiveCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Option(names = "--yes", description = "Yes, I know that there is no way back.")
    boolean yes;

    @Override
    public Integer call() {
        var clock = System.getenv("CIRCLEKEEPER_CLOCK");
        if (clock != null && !clock.isBlank()) {
            throw Refusal.of("A live home goes by the machine's clock. Unset CIRCLEKEEPER_CLOCK, and go live again.");
        }
        try (var desk = Desk.open(common)) {
            var trial = desk.get(Trial.class);
            var before = trial.liveSince().orElse(null);
            if (before == null) {
                confirm();
                var practices = desk.practices();
                var actors = practices.stream()
                        .map(one -> desk.actor(one, Permission.KEEP_SETTINGS))
                        .toList();
                trial.goLive(actors.getFirst().label());
                for (int i = 0; i < practices.size(); i++) {
                    desk.note(practices.get(i), actors.get(i), "went live");
                }
            }
            var since = trial.liveSince().orElse(null);
            common.answer()
                    .say(
                            new Told(since != null, since),
                            List.of(
                                    before == null
                                            ? "This home is live: claims files are production files from now on."
                                            : "This home has been live since " + before + ". Nothing changed."));
            return 0;
        }
    }

    private void confirm() {
        if (yes) {
            return;
        }
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            throw Refusal.of("Going live cannot be taken back. If you are sure: circlekeeper go-live --yes");
        }
        var word = console.readLine("Going live cannot be taken back: claims files will be paid. Type live to go on: ");
        if (word == null || !word.strip().equals("live")) {
            throw Refusal.of("Nothing changed: this home stays on trial.");
        }
    }

    /** What go-live answers. */
    record Told(boolean live, @Nullable Instant since) {}
}
