package org.circlekeeper.finance;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.circlekeeper.finance.OpenEstimates.Watched;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;

/**
 * What was charged under estimates whose time runs, for the visits since their first day that no plan pays for. Pure.
 */
final class MeasuredEstimates {

    private final Map<GroupId, Group> groups;
    private final WhoPays who;
    private final LocalDate today;
    private final Map<PatientId, Map<GroupId, List<SelfPayStore.Visit>>> visits;

    MeasuredEstimates(Map<GroupId, Group> groups, WhoPays who, List<SelfPayStore.Visit> visits, LocalDate today) {
        this.groups = Map.copyOf(groups);
        this.who = who;
        this.today = today;
        this.visits =
                visits.stream().collect(groupingBy(SelfPayStore.Visit::patient, groupingBy(SelfPayStore.Visit::group)));
    }

    /** @param estimates those of each member, the latest first */
    List<Watched> of(Collection<List<Estimate>> estimates) {
        return estimates.stream().flatMap(this::ofMember).toList();
    }

    private Stream<Watched> ofMember(List<Estimate> theirs) {
        var given = theirs.stream().filter(Estimate::isGiven).collect(groupingBy(Estimate::group));
        return theirs.stream()
                .filter(Estimate::isGiven)
                .filter(one -> groups.containsKey(one.group()))
                .filter(one -> isMeasured(one, Objects.requireNonNull(given.get(one.group()))))
                .map(one -> watched(one, Objects.requireNonNull(given.get(one.group()))));
    }

    /** Until its twelve months are over, or a later one tells of days of its own. */
    private boolean isMeasured(Estimate estimate, List<Estimate> given) {
        return year(estimate).isAfter(today)
                && given.stream()
                        .takeWhile(one -> !one.id().equals(estimate.id()))
                        .noneMatch(estimate::meets);
    }

    /** Visits from the first day of the next one on are measured by that one. */
    private static LocalDate end(Estimate estimate, List<Estimate> given) {
        return given.stream()
                .map(Estimate::firstDay)
                .filter(day -> day.isAfter(estimate.lastDay()))
                .min(LocalDate::compareTo)
                .filter(day -> day.isBefore(year(estimate)))
                .orElseGet(() -> year(estimate));
    }

    private static LocalDate year(Estimate estimate) {
        return estimate.firstDay().plusMonths(GroupEstimate.MONTHS);
    }

    private Watched watched(Estimate estimate, List<Estimate> given) {
        var group = Objects.requireNonNull(groups.get(estimate.group()));
        var end = end(estimate, given);
        var since = visits.getOrDefault(estimate.patient(), Map.of()).getOrDefault(group.id(), List.of()).stream()
                .filter(visit -> !visit.day().isBefore(estimate.firstDay())
                        && visit.day().isBefore(end))
                .toList();
        var charged = who.charged(group, since);
        return new Watched(
                estimate,
                charged,
                EstimateWatch.of(charged, estimate.contents().sessions().total()));
    }
}
