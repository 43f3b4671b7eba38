package org.circlekeeper.scheduling.web;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.NavEntry;
import org.circlekeeper.frame.Ring;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.roster.Caseloads;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Series;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.scheduling.Weekdays;
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

    private final Caseloads caseloads;
    private final Rosters rosters;
    private final Sessions sessions;
    private final Practices practices;
    private final Clock clock;

    GroupsController(Caseloads caseloads, Rosters rosters, Sessions sessions, Practices practices, Clock clock) {
        this.caseloads = caseloads;
        this.rosters = rosters;
        this.sessions = sessions;
        this.practices = practices;
        this.clock = clock;
    }

    /** Everything the page shows: groups that go on or are to come, and those that have ended. */
    public record Page(List<Card> cards, List<Card> ended) {}

    /** One group. {@code next} is its next session in words. */
    public record Card(String href, String name, String kind, Ring ring, String weekly, String leader, String next) {}

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
                        .filter(group -> !hasEnded(group, today))
                        .map(gather::card)
                        .toList(),
                all.stream()
                        .filter(group -> hasEnded(group, today))
                        .map(gather::card)
                        .toList());
        return new ModelAndView("org/circlekeeper/scheduling/web/groups", "page", page);
    }

    private static boolean hasEnded(Group group, LocalDate today) {
        var last = group.days().last();
        return last != null && last.isBefore(today);
    }

    private Gathered gathered(ZoneId zone, LocalDate today) {
        var next = sessions.between(today, today.plusWeeks(WEEKS_LOOKED_AHEAD)).stream()
                .filter(session -> session.startsAt().isAfter(clock.instant()))
                .filter(session -> session.status() == Session.Status.PLANNED)
                .collect(toMap(session -> session.group().toString(), session -> session, (first, _) -> first));
        return new Gathered(
                rosters.on(today).stream()
                        .collect(groupingBy(seat -> seat.group().toString(), counting())),
                sessions.series().stream()
                        .filter(series -> goesOn(series, today))
                        .collect(groupingBy(series -> series.group().toString())),
                next,
                practices.practitioners().stream()
                        .collect(toMap(leader -> leader.id().toString(), Practitioner::signature)),
                zone);
    }

    private static boolean goesOn(Series series, LocalDate today) {
        var last = series.days().last();
        return last == null || !last.isBefore(today);
    }

    /** What the cards are made of, by group or by leader, each from one question. */
    private record Gathered(
            Map<String, Long> seated,
            Map<String, List<Series>> series,
            Map<String, Session> next,
            Map<String, String> leaders,
            ZoneId zone) {

        Card card(Group group) {
            var id = group.id().toString();
            int filled = seated.getOrDefault(id, 0L).intValue();
            var words = filled + " of " + group.capacity();
            var weekly = series.getOrDefault(id, List.of()).stream()
                    .sorted(Comparator.comparing(
                                    (Series time) -> time.rule().on().getFirst().day())
                            .thenComparing(Series::start))
                    .map(Weekdays::words)
                    .collect(joining(", "));
            var coming = next.get(id);
            return new Card(
                    "/groups/" + id,
                    group.name(),
                    group.typeName(),
                    Ring.of(filled, 0, 0, group.capacity(), words),
                    weekly.isEmpty() ? "No regular time yet" : weekly,
                    leaders.getOrDefault(group.leader().toString(), ""),
                    coming == null ? "Nothing planned" : "Next: " + Words.moment(coming.startsAt(), zone));
        }
    }
}
