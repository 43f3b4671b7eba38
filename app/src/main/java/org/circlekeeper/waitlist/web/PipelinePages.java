package org.circlekeeper.waitlist.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Joining;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.waitlist.Candidate;
import org.circlekeeper.waitlist.Entry;
import org.circlekeeper.waitlist.FitDecision;
import org.circlekeeper.waitlist.Interest;
import org.circlekeeper.waitlist.Place;
import org.circlekeeper.waitlist.Pool;
import org.circlekeeper.waitlist.Pools;
import org.circlekeeper.waitlist.Sight;
import org.circlekeeper.waitlist.WaitStatus;
import org.circlekeeper.waitlist.Waitlist;
import org.springframework.stereotype.Component;

/** Puts the pipeline together for whoever looks. */
@Component
class PipelinePages {

    private final Waitlist waitlist;
    private final Pools pools;
    private final Sight sight;
    private final Groups groups;
    private final Interest interest;

    PipelinePages(Waitlist waitlist, Pools pools, Sight sight, Groups groups, Interest interest) {
        this.waitlist = waitlist;
        this.pools = pools;
        this.sight = sight;
        this.groups = groups;
        this.interest = interest;
    }

    PipelinePage of(SignedIn who, String chosen, String base) {
        var pool = pools.gathered();
        boolean keeps = who.may(Permission.KEEP_WAITLIST);
        var mine = waitlist.pipeline().stream().filter(sight.entries(who)).toList();
        var types = groups.types().stream()
                .filter(type -> sight.types(who).test(type.id()))
                .toList();
        var links = new HashMap<UUID, String>();
        if (keeps) {
            interest.open().forEach((type, token) -> links.put(type, base + "/interest/" + token));
        }
        var names = types.stream().collect(toMap(Groups.Type::id, Groups.Type::name));
        var byType = mine.stream().collect(groupingBy(Entry::type));
        var lanes = types.stream()
                .filter(type -> chosen.isEmpty() || type.id().toString().equals(chosen))
                .map(type -> lane(type, byType.getOrDefault(type.id(), List.of()), pool, keeps, links))
                .sorted(Comparator.comparing((PipelinePage.Lane lane) -> isEmpty(lane)))
                .toList();
        var undecided = who.may(Permission.DECIDE_FIT)
                ? mine.stream()
                        .filter(Entry::waitsForWord)
                        .map(entry -> card(entry, names.getOrDefault(entry.type(), ""), pool, keeps))
                        .toList()
                : List.<PipelinePage.Card>of();
        return new PipelinePage(
                undecided,
                lanes,
                types.stream()
                        .map(type -> new Choice(type.id().toString(), type.name()))
                        .toList(),
                chosen,
                keeps,
                mine.isEmpty(),
                mine.stream()
                        .map(Entry::patient)
                        .filter(Objects::nonNull)
                        .map(PatientId::value)
                        .toList());
    }

    private static boolean isEmpty(PipelinePage.Lane lane) {
        return lane.columns().stream().allMatch(column -> column.cards().isEmpty());
    }

    private static PipelinePage.Lane lane(
            Groups.Type type, List<Entry> entries, Pool pool, boolean keeps, Map<UUID, String> links) {
        var columns = Arrays.stream(WaitStatus.Column.values())
                .map(column -> new PipelinePage.Column(
                        column.onScreen(),
                        column == WaitStatus.Column.CLOSED,
                        entries.stream()
                                .filter(entry -> entry.status().column() == column)
                                .map(entry -> card(entry, type.name(), pool, keeps))
                                .toList()))
                .toList();
        return new PipelinePage.Lane(
                type.id().toString(),
                type.name(),
                type.part2(),
                type.joining() == Joining.DROP_IN,
                columns,
                links.get(type.id()));
    }

    private static PipelinePage.Card card(Entry entry, String kind, Pool pool, boolean keeps) {
        var moves = keeps ? entry.status().byHand(entry.fits()) : List.<WaitStatus>of();
        int here = entry.status().column().ordinal();
        return new PipelinePage.Card(
                entry.id().toString(),
                entry.who().shortName(),
                kind,
                entry.who().ageBand(pool.today()),
                entry.who().times().onScreen(),
                waited(entry, pool),
                flags(entry, pool),
                moves.stream().map(to -> new Choice(to.name(), to.onScreen())).toList(),
                nearest(moves, here, 1),
                nearest(moves, here, -1));
    }

    private static String waited(Entry entry, Pool pool) {
        int days = entry.waitedDays(pool.today(), pool.zone());
        return days == 0 ? "since today" : Words.count(days, "day", "days");
    }

    /** Where one key leads: the next column in that direction, never out of the list. */
    private static String nearest(List<WaitStatus> moves, int here, int way) {
        return moves.stream()
                .filter(to -> !to.isClosed() && (to.column().ordinal() - here) * way > 0)
                .min(Comparator.comparing(to -> Math.abs(to.column().ordinal() - here)))
                .map(WaitStatus::name)
                .orElse("");
    }

    private static List<PipelinePage.Flag> flags(Entry entry, Pool pool) {
        var flags = new ArrayList<PipelinePage.Flag>();
        if (entry.status() == WaitStatus.DEFERRED
                || entry.status() == WaitStatus.CLEARING
                || entry.status().isClosed()) {
            flags.add(new PipelinePage.Flag(Tone.NONE, entry.status().onScreen()));
        }
        if (!entry.urgent().isEmpty()) {
            flags.add(new PipelinePage.Flag(Tone.BAD, "urgent"));
        }
        if (entry.decision() == FitDecision.TALK) {
            flags.add(new PipelinePage.Flag(Tone.WAIT, "talk first"));
        }
        if (!entry.status().isClosed()) {
            pool.of(entry.id()).ifPresent(candidate -> {
                flags.addAll(together(candidate));
                flags.addAll(fit(candidate, pool));
            });
        }
        return flags;
    }

    private static List<PipelinePage.Flag> together(Candidate candidate) {
        int others = candidate.family().with().size();
        if (candidate.family().head() != null) {
            return List.of(new PipelinePage.Flag(Tone.CALM, "comes along"));
        }
        return others == 0 ? List.of() : List.of(new PipelinePage.Flag(Tone.CALM, "with " + others + " more"));
    }

    /** Where a seat would suit them best, and what is not known yet or not so. */
    private static List<PipelinePage.Flag> fit(Candidate candidate, Pool pool) {
        var places = pool.groups().values().stream()
                .filter(place -> place.group().type().equals(candidate.entry().type()))
                .toList();
        var best = places.stream()
                .map(place -> against(candidate, place, pool))
                .min(Comparator.comparing((List<Finding> found) ->
                                found.stream().filter(Finding::holds).count())
                        .thenComparing(List::size));
        if (best.isEmpty()) {
            return List.of();
        }
        var holding = best.get().stream().filter(Finding::holds).toList();
        var toAsk = best.get().stream()
                .filter(finding -> finding.code().equals("criterion-not-known"))
                .count();
        var flags = new ArrayList<PipelinePage.Flag>();
        holding.stream()
                .map(finding -> new PipelinePage.Flag(Tone.BAD, word(finding.code())))
                .distinct()
                .forEach(flags::add);
        if (toAsk > 0) {
            flags.add(new PipelinePage.Flag(Tone.WAIT, toAsk + " to ask"));
        }
        if (holding.isEmpty() && toAsk == 0 && candidate.entry().fits()) {
            flags.add(new PipelinePage.Flag(Tone.GOOD, "fits"));
        }
        return flags;
    }

    private static List<Finding> against(Candidate candidate, Place place, Pool pool) {
        return pool.ranked(candidate, place).findings().stream()
                .filter(finding -> !finding.code().equals("fit-undecided"))
                .filter(finding -> !finding.code().equals("enrolment-closed"))
                .filter(finding -> !finding.code().equals("open-to-whoever-comes"))
                .filter(finding -> !finding.code().equals("comes-with-another"))
                .filter(finding -> !finding.code().equals("seats-for-all"))
                .toList();
    }

    /** In two words, without a reason that a passer-by may read. */
    private static String word(String code) {
        return switch (code) {
            case "time-unsuitable" -> "other times";
            case "let-go-lately" -> "let a seat go";
            case "not-for-them-age-from", "not-for-them-age-to" -> "age";
            case "not-for-them-level" -> "level";
            case "not-for-them-language" -> "language";
            case "seated-already" -> "has a seat";
            case "fits-another-group" -> "another group";
            case "others-not-ready" -> "others not ready";
            default -> "not for them";
        };
    }
}
