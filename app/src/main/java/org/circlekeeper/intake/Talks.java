package org.circlekeeper.intake;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.springframework.stereotype.Component;

/**
 * When somebody new gets a seat in a group, its leader talks with everyone about confidentiality again, before they
 * come or when they are there: consent is a conversation that is opened anew, and not a sheet that was signed once.
 */
@Component
public class Talks {

    /** Who came longer than so many days before the papers were chosen was spoken of before anybody asked. */
    private static final int BEFORE_PAPERS = 21;

    private final TalkStore store;
    private final SeatPapers papers;
    private final Groups groups;
    private final Rosters rosters;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    Talks(
            TalkStore store,
            SeatPapers papers,
            Groups groups,
            Rosters rosters,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.papers = papers;
        this.groups = groups;
        this.rosters = rosters;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Seats of people who came or will come into a group where somebody sits before them, since it has papers, and for
     * whose coming no talk was held. One stays due until it was, or until the seat ends.
     */
    public List<Membership> due(LocalDate today) {
        var since = since();
        var fresh = rosters.all().stream()
                .filter(seat -> !seat.days().hasEnded(today))
                .collect(groupingBy(Membership::group))
                .entrySet()
                .stream()
                .filter(entry -> since.containsKey(entry.getKey()))
                .flatMap(entry -> fresh(entry.getValue(), Objects.requireNonNull(since.get(entry.getKey()))))
                .toList();
        var held = store.held(fresh.stream().map(Membership::id).toList());
        return fresh.stream()
                .filter(seat -> !held.contains(seat.id()))
                .sorted(comparing((Membership seat) -> seat.days().first())
                        .thenComparing(seat -> seat.id().value()))
                .toList();
    }

    private static Stream<Membership> fresh(List<Membership> seats, LocalDate since) {
        return seats.stream()
                .filter(seat -> seat.days().first().isAfter(since))
                .filter(seat -> seats.stream().anyMatch(other -> sitsBefore(other, seat)));
    }

    /** Somebody who has gone by then hears nothing of it. */
    private static boolean sitsBefore(Membership other, Membership seat) {
        var first = seat.days().first();
        return other.days().first().isBefore(first) && !other.days().hasEnded(first);
    }

    /** From which day on newcomers are talked about, by group; groups without papers are left out. */
    private Map<GroupId, LocalDate> since() {
        var zone = practices.current().zone();
        var byType = groups.types().stream()
                .filter(type -> papers.hasPacket(type.id()))
                .collect(toMap(
                        Groups.Type::id,
                        type -> LocalDate.ofInstant(papers.since(type.id()).orElseThrow(), zone)
                                .minusDays(BEFORE_PAPERS)));
        return groups.all().stream()
                .filter(group -> byType.containsKey(group.type()))
                .collect(toMap(Group::id, group -> Objects.requireNonNull(byType.get(group.type()))));
    }

    /** The leader says that the group was talked to; it counts for everyone who came, or has a seat to come. */
    public void held(GroupId group, LocalDate on, Actor actor) {
        var seats = due(on).stream().filter(seat -> seat.group().equals(group)).toList();
        seats.forEach(seat -> store.add(seat.id(), on, actor.label(), clock.instant()));
        if (!seats.isEmpty()) {
            audit.did(
                    actor,
                    "talked with a group about confidentiality",
                    "group " + group,
                    seats.stream().map(seat -> seat.patient().value()).toList(),
                    "somebody new came");
        }
    }
}
