package org.circlekeeper.console.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Journal;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.console.Today;
import org.circlekeeper.frame.NavEntry;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Everything Circlekeeper did, proposed and asked, who agreed, and why; leaf by leaf, the newest first. */
@Controller
@ConditionalOnWebApplication
public class JournalController {

    private static final int ON_A_LEAF = 100;

    private final Journal journal;
    private final Today today;
    private final Rounds rounds;
    private final Practices practices;
    private final Clock clock;

    JournalController(Journal journal, Today today, Rounds rounds, Practices practices, Clock clock) {
        this.journal = journal;
        this.today = today;
        this.rounds = rounds;
        this.practices = practices;
        this.clock = clock;
    }

    /**
     * Everything the page shows.
     *
     * @param kind the one kind that is shown; null for all
     * @param older where the next leaf begins; null on the last
     */
    public record Page(
            List<JournalEntry> entries,
            JournalEntry.@Nullable Kind kind,
            @Nullable Instant older,
            Map<String, String> promises,
            ZoneId zone) {

        public String at(Instant instant) {
            return Words.moment(instant, zone);
        }

        public String promise(JournalEntry entry) {
            return promises.getOrDefault(entry.duty(), "");
        }

        public List<JournalEntry.Kind> kinds() {
            return List.of(JournalEntry.Kind.values());
        }

        public boolean shows(JournalEntry.Kind other) {
            return other == kind;
        }

        public static String word(JournalEntry.Kind kind) {
            return switch (kind) {
                case DID -> "Done";
                case PROPOSED -> "Proposed";
                case ASKED -> "Asked";
                case FAILED -> "Did not work";
                case SETTLED -> "Settled";
            };
        }

        public static Tone tone(JournalEntry.Kind kind) {
            return switch (kind) {
                case DID -> Tone.GOOD;
                case PROPOSED -> Tone.WAIT;
                case ASKED -> Tone.CALM;
                case FAILED -> Tone.BAD;
                case SETTLED -> Tone.NONE;
            };
        }

        public static String who(JournalEntry entry) {
            boolean agreed =
                    entry.kind() == JournalEntry.Kind.DID && !entry.actor().equals("Circlekeeper");
            return agreed ? entry.actor() + " agreed" : entry.actor();
        }
    }

    @Bean
    static NavEntry journalEntry() {
        return new NavEntry(800, "Journal", "/journal", "j", Permission.SEE_JOURNAL);
    }

    @Needs(Permission.SEE_JOURNAL)
    @GetMapping("/journal")
    ModelAndView show(
            SignedIn who,
            @RequestParam(required = false) JournalEntry.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable Instant before) {
        var until = before == null ? clock.instant().plusMillis(1) : before;
        var leaf = Leaf.of(journal.before(until, ON_A_LEAF), ON_A_LEAF);
        var shown = leaf.entries().stream()
                .filter(entry -> today.sees(who, entry))
                .filter(entry -> kind == null || entry.kind() == kind)
                .toList();
        var promises = rounds.duties().stream().collect(Collectors.toMap(Duty::id, Duty::promise));
        var page = new Page(
                shown, kind, leaf.older(), promises, practices.current().zone());
        return new ModelAndView("org/circlekeeper/console/web/journal", "page", page);
    }
}
