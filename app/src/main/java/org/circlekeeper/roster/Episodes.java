package org.circlekeeper.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins and ends memberships, and writes down who did so and why. */
@Component
class Episodes {

    private final MembershipStore store;
    private final HoldStore holds;
    private final MoveStore moves;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    Episodes(
            MembershipStore store,
            HoldStore holds,
            MoveStore moves,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.holds = holds;
        this.moves = moves;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    boolean isSeated(GroupId group, PatientId patient, DateRange days) {
        return store.of(group).stream().anyMatch(m -> m.patient().equals(patient) && Chairs.touch(m.days(), days));
    }

    /** {@code despite} says past what they were let in and why; empty when nothing stood against it. */
    void begin(Membership membership, String despite, Actor actor) {
        store.add(membership);
        var day = membership.days().first();
        wrote(membership.id(), membership.statusOn(practices.today()), day, despite, actor);
        audit.did(
                actor,
                "gave a seat",
                "group " + membership.group(),
                List.of(membership.patient().value()),
                "membership from " + day + (despite.isEmpty() ? "" : ", " + despite));
    }

    /** Ends it after this day; a pause that reaches further ends with it. */
    void end(
            Membership episode,
            LocalDate lastDay,
            Ending ending,
            String reason,
            @Nullable MembershipId next,
            Actor actor) {
        var id = episode.id();
        store.end(id, lastDay, ending, reason, next);
        holds.cut(id, lastDay);
        wrote(id, becomes(ending), lastDay, ending.onScreen() + ": " + reason, actor);
        audit.did(
                actor,
                "ended a membership",
                "membership " + id,
                List.of(episode.patient().value()),
                "after " + lastDay + ", " + ending.onScreen());
    }

    /** Going to another group, graduating and ending are told apart from the day they are known. */
    private static MembershipStatus becomes(Ending ending) {
        return switch (ending) {
            case TRANSFERRED -> MembershipStatus.TRANSITIONING;
            case GRADUATED -> MembershipStatus.GRADUATING;
            case DROPPED, ADMINISTRATIVE, MOVED, HIGHER_CARE, FINANCIAL, INSURANCE, DECEASED -> MembershipStatus.ENDED;
        };
    }

    void wrote(MembershipId id, MembershipStatus status, LocalDate day, String reason, Actor actor) {
        moves.moved(NewId.at(clock.instant()), id, status, day, reason, actor.label(), clock.instant());
    }
}
