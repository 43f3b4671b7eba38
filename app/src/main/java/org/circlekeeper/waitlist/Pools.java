package org.circlekeeper.waitlist;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Apart;
import org.circlekeeper.roster.Compositions;
import org.circlekeeper.roster.EnrolmentWindow;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Joining;
import org.circlekeeper.roster.Kinds;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.scheduling.TakenTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers who waits and which seats are or become free: sets, in a fixed number of questions. */
@Component
public class Pools {

    /** A seat that becomes free later than this is nobody's business yet. */
    static final int DAYS_AHEAD = 28;

    /** How long somebody who let a seat go is not proposed for the same group again. */
    static final int LET_GO_DAYS = 14;

    private static final int MOST = 5_000;

    private final EntryStore entries;
    private final ScreeningStore screening;
    private final OfferStore offers;
    private final Groups groups;
    private final Kinds kinds;
    private final Compositions compositions;
    private final Rosters rosters;
    private final Sessions sessions;
    private final Records records;
    private final TakenTimes times;
    private final Practices practices;
    private final Clock clock;

    Pools(
            EntryStore entries,
            ScreeningStore screening,
            OfferStore offers,
            Groups groups,
            Kinds kinds,
            Compositions compositions,
            Rosters rosters,
            Sessions sessions,
            Records records,
            TakenTimes times,
            Practices practices,
            Clock clock) {
        this.entries = entries;
        this.screening = screening;
        this.offers = offers;
        this.groups = groups;
        this.kinds = kinds;
        this.compositions = compositions;
        this.rosters = rosters;
        this.sessions = sessions;
        this.records = records;
        this.times = times;
        this.practices = practices;
        this.clock = clock;
    }

    public Pool gathered() {
        return gathered(clock.instant(), practices.current().zone());
    }

    Pool gathered(Instant now, ZoneId zone) {
        var today = LocalDate.ofInstant(now, zone);
        var episodes = rosters.all();
        var known = groups.all().stream().collect(toMap(Group::id, Function.identity()));
        var makePlace = places(episodes, today);
        var horizon = today.plusDays(DAYS_AHEAD);
        var places = compositions.openings(today, horizon).stream()
                .map(opening -> makePlace.at(Objects.requireNonNull(known.get(opening.group())), opening.from()))
                .filter(place -> place.joining() != Joining.DROP_IN)
                .map(place -> place.from(enterable(place, horizon)))
                .toList();
        var all = new HashMap<GroupId, Place>();
        known.values().forEach(group -> all.put(group.id(), makePlace.at(group, today)));
        return new Pool(candidates(episodes, now, zone), places, all, now, zone);
    }

    /** A group that takes members in windows alone is entered on the first day of the next one. */
    static LocalDate enterable(Place place, LocalDate horizon) {
        boolean closed = place.joining() != Joining.OPEN
                && place.windows().stream().noneMatch(window -> window.includes(place.from()));
        return closed
                ? place.windows().stream()
                        .map(EnrolmentWindow::first)
                        .filter(first -> first.isAfter(place.from()) && !first.isAfter(horizon))
                        .min(LocalDate::compareTo)
                        .orElse(place.from())
                : place.from();
    }

    private interface PlaceAt {
        Place at(Group group, LocalDate from);
    }

    private PlaceAt places(List<Membership> episodes, LocalDate today) {
        var kindOf = groups.types().stream().collect(toMap(Groups.Type::id, Function.identity()));
        var series = sessions.series().stream().collect(groupingBy(one -> one.group()));
        var windows = compositions.windows().stream().collect(groupingBy(one -> one.group()));
        var criteria = kinds.criteria().stream().collect(groupingBy(one -> one.type()));
        var promised = offers.promised();
        var seated = episodes.stream()
                .filter(episode ->
                        episode.days().last() == null || !episode.days().last().isBefore(today))
                .collect(groupingBy(Membership::group));
        return (group, from) -> new Place(
                group,
                Objects.requireNonNull(kindOf.get(group.type())).joining(),
                Objects.requireNonNull(kindOf.get(group.type())).families(),
                from,
                series.getOrDefault(group.id(), List.of()),
                windows.getOrDefault(group.id(), List.of()),
                criteria.getOrDefault(group.type(), List.of()),
                sitting(seated.getOrDefault(group.id(), List.of()), from),
                promised.getOrDefault(group.id(), Set.of()));
    }

    private static Set<PatientId> sitting(List<Membership> episodes, LocalDate from) {
        return episodes.stream()
                .filter(episode ->
                        episode.days().last() == null || !episode.days().last().isBefore(from))
                .map(Membership::patient)
                .collect(toSet());
    }

    private List<Candidate> candidates(List<Membership> episodes, Instant now, ZoneId zone) {
        var answers = screening.answers();
        var apart = compositions.apart();
        var members = episodes.stream().map(Membership::patient).collect(toSet());
        var letGo = letGo(now, zone);
        var fitIn = screening.fitIn();
        var waiting = entries.since(now, MOST);
        var linked = waiting.stream()
                .flatMap(entry -> Stream.ofNullable(entry.patient()))
                .toList();
        var files = records.of(linked);
        var taken = times.of(linked);
        return together(waiting.stream()
                .map(entry -> new Candidate(
                        entry,
                        answers.getOrDefault(entry.id(), Map.of()),
                        pairs(apart, entry.patient()),
                        entry.patient() != null && members.contains(entry.patient()),
                        fitIn.getOrDefault(entry.id(), Set.of()),
                        letGo.getOrDefault(entry.id(), Map.of()),
                        Family.NONE,
                        file(files, entry.patient()),
                        entry.patient() == null ? List.of() : taken.getOrDefault(entry.patient(), List.of())))
                .toList());
    }

    private static OnFile file(Map<PatientId, OnFile> files, @Nullable PatientId patient) {
        return patient == null ? OnFile.NOTHING : files.getOrDefault(patient, OnFile.NOTHING);
    }

    /** Whoever comes with somebody that waits too is told so, and that one whom they bring. */
    private static List<Candidate> together(List<Candidate> alone) {
        var open = alone.stream().map(one -> one.entry().id()).collect(toSet());
        var brought = alone.stream()
                .filter(one -> one.entry().comesWith() != null
                        && open.contains(one.entry().comesWith()))
                .collect(groupingBy(one -> Objects.requireNonNull(one.entry().comesWith())));
        return alone.stream()
                .map(one -> {
                    var head = one.entry().comesWith();
                    return one.with(new Family(
                            head != null && open.contains(head) ? head : null,
                            brought.getOrDefault(one.entry().id(), List.of())));
                })
                .toList();
    }

    private static List<Apart> pairs(List<Apart> apart, @Nullable PatientId patient) {
        return apart.stream()
                .filter(pair -> pair.one().equals(patient) || pair.other().equals(patient))
                .toList();
    }

    private Map<EntryId, Map<GroupId, LocalDate>> letGo(Instant now, ZoneId zone) {
        return offers.standingOrAfter(now.minus(LET_GO_DAYS, ChronoUnit.DAYS)).stream()
                .filter(offer -> offer.status() == Offer.Status.DECLINED || offer.status() == Offer.Status.EXPIRED)
                .collect(groupingBy(
                        Offer::entry,
                        mapping(
                                Function.identity(),
                                toMap(
                                        Offer::group,
                                        offer -> LocalDate.ofInstant(offer.expiresAt(), zone),
                                        (one, other) -> other))));
    }
}
