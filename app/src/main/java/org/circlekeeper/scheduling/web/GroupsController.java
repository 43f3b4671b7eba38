package org.circlekeeper.scheduling.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.NavEntry;
import org.circlekeeper.frame.Ring;
import org.circlekeeper.frame.Spark;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Caseloads;
import org.circlekeeper.roster.ExpectedMembers;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.GroupLeader;
import org.circlekeeper.roster.GroupLeaders;
import org.circlekeeper.roster.Occupied;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.roster.Size;
import org.circlekeeper.roster.Waiting;
import org.circlekeeper.scheduling.Attended;
import org.circlekeeper.scheduling.Series;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.scheduling.Weekdays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The groups of the practice, or those a person leads, each as its circle of seats. */
@Controller
@ConditionalOnWebApplication
public class GroupsController {

    private static final int WEEKS_LOOKED_AHEAD = 5;
    private static final int SESSIONS_LOOKED_BACK = 8;

    private final Caseloads caseloads;
    private final Rosters rosters;
    private final ExpectedMembers expected;
    private final Sessions sessions;
    private final Practices practices;
    private final GroupLeaders leaders;
    private final List<Waiting> waiting;
    private final List<Attended> attended;
    private final Clock clock;

    GroupsController(
            Caseloads caseloads,
            Rosters rosters,
            ExpectedMembers expected,
            GroupLeaders leaders,
            List<Waiting> waiting,
            List<Attended> attended,
            Sessions sessions,
            Practices practices,
            Clock clock) {
        this.caseloads = caseloads;
        this.rosters = rosters;
        this.expected = expected;
        this.leaders = leaders;
        this.waiting = waiting;
        this.attended = attended;
        this.sessions = sessions;
        this.practices = practices;
        this.clock = clock;
    }

    /** Everything the page shows: groups that go on or are to come, and those that have ended. */
    public record Page(List<Card> cards, List<Card> ended) {}

    /**
     * One group.
     *
     * @param part2 whether 42 CFR Part 2 applies
     * @param next its next session in words
     * @param risk why that one could fall through, in words; empty when nothing speaks for it
     * @param came how many came to the last sessions; null when none was closed yet
     * @param waiting how many wait for a group of its kind, in words; empty when nobody does
     */
    public record Card(
            String href,
            String name,
            String kind,
            boolean part2,
            Ring ring,
            String weekly,
            String leader,
            String next,
            String risk,
            @Nullable Spark came,
            String waiting) {}

    @Bean
    static NavEntry groupsEntry() {
        return new NavEntry(200, "Groups", "/groups", "g", Permission.SEE_GROUPS);
    }

    @Needs(Permission.SEE_GROUPS)
    @GetMapping("/groups")
    ModelAndView show(SignedIn who) {
        var zone = practices.current().zone();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var all = caseloads.groups(who);
        var gather = gathered(zone, today);
        var page = new Page(
                all.stream()
                        .filter(group -> !group.hasEnded(today))
                        .map(gather::card)
                        .toList(),
                all.stream()
                        .filter(group -> group.hasEnded(today))
                        .map(gather::card)
                        .toList());
        return new ModelAndView("org/circlekeeper/scheduling/web/groups", "page", page);
    }

    private Gathered gathered(ZoneId zone, LocalDate today) {
        var next = sessions.between(today, today.plusWeeks(WEEKS_LOOKED_AHEAD)).stream()
                .filter(session -> session.startsAt().isAfter(clock.instant()))
                .filter(session -> session.status() == Session.Status.PLANNED)
                .collect(toMap(Session::group, session -> session, (first, _) -> first));
        var days = next.values().stream().collect(toMap(Session::group, Session::serviceDate));
        var wait = new HashMap<UUID, Integer>();
        waiting.forEach(list -> list.byKind().forEach((kind, people) -> wait.merge(kind, people, Integer::sum)));
        return new Gathered(
                rosters.occupied(today),
                sessions.series().stream()
                        .filter(series -> goesOn(series, today))
                        .collect(groupingBy(Series::group)),
                next,
                expected.of(days),
                leaders.all().stream()
                        .filter(beside -> beside.part() == GroupLeader.Part.CO_LEADING)
                        .filter(beside -> beside.days().includes(today))
                        .collect(groupingBy(GroupLeader::group)),
                practices.practitioners().stream().collect(toMap(Practitioner::id, Practitioner::signature)),
                wait,
                attended.stream()
                        .flatMap(one -> one.last(SESSIONS_LOOKED_BACK).entrySet().stream())
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one)),
                zone);
    }

    private static boolean goesOn(Series series, LocalDate today) {
        var last = series.days().last();
        return last == null || !last.isBefore(today);
    }

    /** What the cards are made of, by group or by leader, each from one question. */
    private record Gathered(
            Map<GroupId, Occupied> occupied,
            Map<GroupId, List<Series>> series,
            Map<GroupId, Session> next,
            Map<GroupId, Integer> expected,
            Map<GroupId, List<GroupLeader>> beside,
            Map<PractitionerId, String> names,
            Map<UUID, Integer> waiting,
            Map<GroupId, List<Attended.Came>> attended,
            ZoneId zone) {

        Card card(Group group) {
            var id = group.id();
            var seats = occupied.getOrDefault(id, Occupied.none(id));
            var weekly = series.getOrDefault(id, List.of()).stream()
                    .sorted(Comparator.comparing(
                                    (Series time) -> time.rule().on().getFirst().day())
                            .thenComparing(Series::start))
                    .map(Weekdays::words)
                    .collect(joining(", "));
            int waits = waiting.getOrDefault(group.type(), 0);
            return new Card(
                    "/groups/" + id,
                    group.name(),
                    group.typeName(),
                    group.part2(),
                    Ring.of(
                            seats.filled(),
                            seats.half(),
                            seats.offered(),
                            group.capacity(),
                            seats.words(group.capacity())),
                    weekly.isEmpty() ? "No regular time yet" : weekly,
                    leaders(group),
                    next(id),
                    risk(group),
                    came(id),
                    waits == 0 ? "" : Words.count(waits, "waits", "wait") + " for a group of this kind");
        }

        private String leaders(Group group) {
            var together = new ArrayList<String>();
            together.add(names.getOrDefault(group.leader(), ""));
            beside.getOrDefault(group.id(), List.of())
                    .forEach(one -> together.add(names.getOrDefault(one.practitioner(), "")));
            return Words.list(together);
        }

        private String next(GroupId id) {
            var coming = next.get(id);
            return coming == null ? "Nothing planned" : "Next: " + Words.moment(coming.startsAt(), zone);
        }

        private @Nullable Spark came(GroupId id) {
            var sessions = attended.getOrDefault(id, List.of());
            return sessions.isEmpty()
                    ? null
                    : Spark.of(
                            sessions.stream().map(Attended.Came::came).toList(),
                            sessions.stream()
                                    .mapToInt(Attended.Came::expected)
                                    .max()
                                    .orElse(0),
                            sessions.size() == 1 ? "Came last:" : "Came to the last " + sessions.size() + ":");
        }

        private String risk(Group group) {
            int members = expected.getOrDefault(group.id(), 0);
            return next.containsKey(group.id()) && members < group.minimum()
                    ? Size.atRisk(members, group.minimum())
                    : "";
        }
    }
}
