package org.circlekeeper.movein.plan;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.circlekeeper.movein.plan.GroupSeen.Planned;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.roster.Group;
import org.circlekeeper.scheduling.Series;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Npi;
import org.jspecify.annotations.Nullable;

/**
 * Finds the weekly groups in a heap of meetings. A new group has as many seats as were ever taken at once, and never
 * fewer than eight: the export does not say how many chairs there are, and a group that met is not thereby full.
 */
final class Inference {

    private static final int FEWEST_SEATS = 8;
    private static final int MOST_SEATS = 40;

    /** Missed this many times in a row up to the last session, a member is taken to have left after the last seen. */
    private static final int MISSED = 3;

    private final Known known;
    private final Function<Npi, String> leaderName;
    private final Function<Slot, @Nullable Session> held;
    private final Predicate<Seat> part2;
    private final Set<String> names = new HashSet<>();

    Inference(
            Known known,
            Function<Npi, String> leaderName,
            Function<Slot, @Nullable Session> held,
            Predicate<Seat> part2) {
        this.known = known;
        this.leaderName = leaderName;
        this.held = held;
        this.part2 = part2;
        known.groups().forEach(group -> names.add(group.name().toLowerCase(Locale.ROOT)));
    }

    /**
     * Meetings that repeat by the week, those to come too; {@code alone} receives those with never more than one
     * client.
     *
     * @param spokenOf the last day that the file of bookings speaks of
     */
    List<GroupSeen> groups(Collection<Meeting> meetings, Collection<Meeting> alone, LocalDate spokenOf) {
        var patterns = new LinkedHashMap<Pattern, List<Meeting>>();
        meetings.stream()
                .sorted(Comparator.comparing((Meeting m) -> m.slot().date())
                        .thenComparing(m -> m.slot().start()))
                .forEach(m -> patterns.computeIfAbsent(Pattern.of(m), _ -> new ArrayList<>())
                        .add(m));
        var goingOn = new GoingOn(known, patterns, spokenOf);
        var groups = new ArrayList<GroupSeen>();
        patterns.forEach((pattern, met) -> {
            var here = here(pattern, met);
            if (here == null && met.stream().allMatch(meeting -> meeting.seats().size() < 2)) {
                alone.addAll(met);
            } else {
                group(pattern, here, met, planned(pattern, here, goingOn)).ifPresent(groups::add);
            }
        });
        return groups;
    }

    /** A group here that has ended is not taken up again by a later file. */
    private Planned planned(Pattern pattern, @Nullable Group here, GoingOn goingOn) {
        if (here == null) {
            return goingOn.ofNew(pattern);
        }
        return here.hasEnded(known.today()) ? Planned.BESIDE : goingOn.of(pattern);
    }

    /** The group here that this leader already leads at that time of the week. */
    private @Nullable Group here(Pattern pattern, List<Meeting> met) {
        for (var meeting : met) {
            var session = held.apply(meeting.slot());
            if (session != null) {
                return known.groups().stream()
                        .filter(group -> group.id().equals(session.group()))
                        .findFirst()
                        .orElse(null);
            }
        }
        var leader = known.practitioners().stream()
                .filter(practitioner -> practitioner.npi().equals(pattern.leader()))
                .map(Practitioner::id)
                .findFirst();
        return known.series().stream()
                .filter(series -> series.rule().meetsOn(pattern.weekday())
                        && series.start().equals(pattern.start()))
                .sorted(Comparator.comparing(
                        (Series series) -> Math.abs(series.length().toMinutes() - pattern.minutes())))
                .flatMap(series ->
                        known.groups().stream().filter(group -> group.id().equals(series.group())))
                .filter(group -> leader.isPresent() && group.leader().equals(leader.get()))
                .findFirst()
                .orElse(null);
    }

    /** Empty for what met, or is to meet, in the place of another group and has not begun. */
    private Optional<GroupSeen> group(Pattern pattern, @Nullable Group here, List<Meeting> met, Planned planned) {
        var begun = met.stream()
                .filter(m -> !m.slot().startsAt(known.zone()).isAfter(known.now()))
                .toList();
        if (planned == Planned.BESIDE && begun.isEmpty()) {
            return Optional.empty();
        }
        var seated = memberships(met, begun, planned);
        var first = met.getFirst().slot().date();
        return Optional.of(new GroupSeen(
                pattern.leader(),
                pattern.weekday(),
                pattern.start(),
                pattern.minutes(),
                met.getLast().placeOfService(),
                here,
                here == null ? name(pattern) : here.name(),
                Math.clamp(mostAtOnce(seated), FEWEST_SEATS, MOST_SEATS),
                met.stream().flatMap(m -> m.seats().stream()).anyMatch(part2),
                planned,
                first,
                begun,
                seated));
    }

    private String name(Pattern pattern) {
        var name = pattern.weekday().getDisplayName(TextStyle.FULL, Locale.US) + " " + pattern.start() + ", "
                + leaderName.apply(pattern.leader());
        var longer = name + " (" + pattern.minutes() + " minutes)";
        return Stream.concat(
                        Stream.of(name, longer),
                        IntStream.iterate(2, number -> number + 1).mapToObj(number -> longer + " " + number))
                .filter(one -> names.add(one.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }

    private static List<GroupSeen.Seated> memberships(List<Meeting> met, List<Meeting> begun, Planned planned) {
        boolean over = planned == Planned.OVER || planned == Planned.BESIDE;
        var last = over ? begun.getLast().slot().date() : null;
        var seen = new TreeMap<String, TreeSet<LocalDate>>();
        met.forEach(meeting -> meeting.seats()
                .forEach(seat -> seen.computeIfAbsent(seat.client(), _ -> new TreeSet<>())
                        .add(meeting.slot().date())));
        var seated = new ArrayList<GroupSeen.Seated>();
        seen.forEach((client, days) -> {
            long missed = begun.stream()
                    .filter(m -> m.slot().date().isAfter(days.last()))
                    .count();
            if (last == null || !days.first().isAfter(last)) {
                seated.add(new GroupSeen.Seated(
                        client, new DateRange(days.first(), missed >= MISSED ? days.last() : last)));
            }
        });
        return seated;
    }

    private static int mostAtOnce(List<GroupSeen.Seated> seated) {
        return seated.stream()
                .map(one -> one.days().first())
                .mapToInt(day -> (int) seated.stream()
                        .filter(other -> other.days().includes(day))
                        .count())
                .max()
                .orElse(0);
    }

    /** What most of the rows say. */
    static <T> T usual(List<T> values) {
        Map<T, Long> counts = values.stream().collect(groupingBy(value -> value, LinkedHashMap::new, counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }
}
