package org.circlekeeper.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.springframework.stereotype.Component;

/**
 * When somebody new comes into a group, its leader talks with everyone about confidentiality again: consent is a
 * conversation that is opened anew, and not a sheet that was signed once.
 */
@Component
public class Talks {

    /** So many days after somebody's first one it is still asked for. */
    private static final int ASKED_FOR = 21;

    private final TalkStore store;
    private final Rosters rosters;
    private final AuditTrail audit;
    private final Clock clock;

    Talks(TalkStore store, Rosters rosters, AuditTrail audit, Clock clock) {
        this.store = store;
        this.rosters = rosters;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Seats of people who came within the last three weeks into a group where somebody sat before, and for whose coming
     * no talk was held.
     */
    public List<Membership> due(LocalDate today) {
        var all = rosters.on(today);
        var fresh = all.stream()
                .filter(seat -> seat.days().first().isAfter(today.minusDays(ASKED_FOR)))
                .filter(seat -> all.stream().anyMatch(other -> satBefore(other, seat)))
                .toList();
        var held = store.held(fresh.stream().map(Membership::id).toList());
        return fresh.stream().filter(seat -> !held.contains(seat.id())).toList();
    }

    private static boolean satBefore(Membership other, Membership seat) {
        return other.group().equals(seat.group())
                && other.days().first().isBefore(seat.days().first());
    }

    /** The leader says that the group was talked to; it counts for everyone who came lately. */
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
