package org.circlekeeper.waitlist;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.calls.WorkingDays;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks about people whom nobody called back, whose entry nobody touched, about whom a therapist has not decided, and
 * who said yes to a seat that nobody made theirs.
 */
@Component
class ReviewWaitlist implements Duty<Void> {

    static final Duration UNTOUCHED = Duration.ofDays(14);
    static final Duration KEPT_SINCE_YES = Duration.ofDays(7);
    private static final int IN_VAIN = 3;
    private static final int MOST = 5_000;

    private final EntryStore entries;
    private final OfferStore offers;
    private final Calls calls;
    private final Groups groups;
    private final PracticeRules rules;

    ReviewWaitlist(EntryStore entries, OfferStore offers, Calls calls, Groups groups, PracticeRules rules) {
        this.entries = entries;
        this.offers = offers;
        this.calls = calls;
        this.groups = groups;
        this.rules = rules;
    }

    /** Why somebody asks about an entry. */
    private enum Nudge {
        NO_CALL_BACK("no-call-back", "asked, and nobody has called back within a working day", "Call them."),
        UNDECIDED("undecided", "screened, and no therapist has decided", "Fit, another group, not now, or talk?"),
        TALK("talk", "the therapist wants to talk before deciding", "Speak with the therapist."),
        BACK("back", "“not now” was until today", "Look again."),
        SAID_YES(
                "said-yes",
                "said yes, and the seat that is kept is not theirs yet",
                "Give it to them, or take the offer back."),
        IN_VAIN("in-vain", "not reached in three tries", "Try another way, or close it."),
        UNTOUCHED("untouched", "nothing said for 14 days", "Tell them where they stand.");

        private final String key;
        private final String says;
        private final String does;

        Nudge(String key, String says, String does) {
            this.key = key;
            this.says = says;
            this.does = does;
        }
    }

    @Override
    public String id() {
        return "review-waitlist";
    }

    @Override
    public String promise() {
        return "Whoever asks for a seat is called back within a working day, and nobody who waits is forgotten.";
    }

    @Override
    public Manner manner() {
        return Manner.asking(Permission.SEE_WAITLIST);
    }

    @Override
    public int place() {
        return 17;
    }

    @Override
    public List<Step<Void>> plan(Work work) {
        var facts = new Facts(
                calls.tried(),
                offers.standingOrAfter(work.now()).stream()
                        .filter(offer -> offer.status().keepsSeat())
                        .collect(toMap(Offer::entry, Offer::firstDay)),
                rules.holidays().keySet());
        var kinds = groups.types().stream().collect(toMap(Groups.Type::id, Groups.Type::name));
        var steps = new ArrayList<Step<Void>>();
        var waiting = entries.since(work.now(), MOST).stream().collect(groupingBy(Entry::type, TreeMap::new, toList()));
        waiting.forEach((type, those) -> {
            var nudges = those.stream()
                    .filter(entry -> nudge(entry, facts, work) != null)
                    .collect(groupingBy(
                            entry -> Objects.requireNonNull(nudge(entry, facts, work)), TreeMap::new, toList()));
            nudges.forEach((nudge, about) -> steps.add(ask(nudge, type, kinds.getOrDefault(type, ""), about, work)));
        });
        return steps;
    }

    @Override
    public void perform(Work work, Void nothing) {
        throw new IllegalStateException("People are called and decided about by people");
    }

    private static Collector<Entry, ?, List<Entry>> toList() {
        return Collectors.toList();
    }

    /**
     * What an entry is looked at with.
     *
     * @param firstDays when whoever is kept a seat would first sit in it
     */
    private record Facts(Map<UUID, Calls.Tried> tried, Map<EntryId, LocalDate> firstDays, Set<LocalDate> holidays) {

        Calls.@Nullable Tried tried(Entry entry) {
            return tried.get(entry.id().value());
        }

        /** The first day of a family that has one seat is that of the entry which the others come with. */
        @Nullable
        LocalDate firstDay(Entry entry) {
            var own = firstDays.get(entry.id());
            var head = entry.comesWith();
            return own == null && head != null ? firstDays.get(head) : own;
        }

        /** Whether a working day has gone by since an entry came to stand where it stands. */
        boolean isWorkingDayOver(Entry entry, Work work) {
            var moved = LocalDate.ofInstant(entry.movedAt(), work.zone());
            return work.today().isAfter(WorkingDays.after(moved, holidays));
        }
    }

    /** The first thing that is wrong with how an entry is kept; null when nothing is. */
    private static @Nullable Nudge nudge(Entry entry, Facts facts, Work work) {
        var last = facts.tried(entry);
        if (entry.status() == WaitStatus.INQUIRY && last == null && facts.isWorkingDayOver(entry, work)) {
            return Nudge.NO_CALL_BACK;
        }
        if (entry.status().isUndecided() && entry.decision() == FitDecision.TALK) {
            return Nudge.TALK;
        }
        if (entry.status() == WaitStatus.SCREEN_SCHEDULED && isPast(entry.screenAt(), work)) {
            return Nudge.UNDECIDED;
        }
        var back = entry.backOn();
        if (entry.status() == WaitStatus.DEFERRED && back != null && !back.isAfter(work.today())) {
            return Nudge.BACK;
        }
        if (entry.status().keepsSeat()) {
            return isSeatOverdue(entry, facts, work) ? Nudge.SAID_YES : null;
        }
        if (last != null && last.inVain() >= IN_VAIN) {
            return Nudge.IN_VAIN;
        }
        boolean quiet = !hasDayOfItsOwn(entry) && isOld(entry.movedAt(), work);
        return quiet && (last == null || isOld(last.last(), work)) ? Nudge.UNTOUCHED : null;
    }

    /** An offer that waits for an answer ends by itself; one that was accepted keeps its seat until somebody acts. */
    private static boolean isSeatOverdue(Entry entry, Facts facts, Work work) {
        var first = facts.firstDay(entry);
        boolean begun = first != null && !first.isAfter(work.today()) && facts.isWorkingDayOver(entry, work);
        return entry.status() == WaitStatus.CLEARING
                && (begun || entry.movedAt().plus(KEPT_SINCE_YES).isBefore(work.now()));
    }

    /** Whether it comes up by itself on a day that somebody named: when that day is past, it has come up. */
    private static boolean hasDayOfItsOwn(Entry entry) {
        return switch (entry.status()) {
            case SCREEN_SCHEDULED -> entry.screenAt() != null;
            case DEFERRED -> entry.backOn() != null;
            default -> false;
        };
    }

    private static boolean isPast(@Nullable Instant at, Work work) {
        return at != null && at.isBefore(work.now());
    }

    private static boolean isOld(Instant at, Work work) {
        return at.plus(UNTOUCHED).isBefore(work.now());
    }

    /** One question for a kind of group; while the one who has waited longest is the same, so is the question. */
    private static Step<Void> ask(Nudge nudge, UUID type, String kind, List<Entry> about, Work work) {
        var longest = about.getFirst();
        var counted = Words.count(about.size(), "person", "people");
        var href = about.size() == 1 ? longest.href() : "/waitlist?type=" + type;
        return new Step.Ask<>(
                nudge.key + ":" + longest.id(),
                kind + ", " + counted + ": " + nudge.says + ". " + nudge.does,
                href,
                Because.of(
                        "The longest has waited "
                                + Words.count(longest.waitedDays(work.today(), work.zone()), "day", "days") + ".",
                        new Evidence("The entry on the waitlist.", longest.href(), work.now())));
    }
}
