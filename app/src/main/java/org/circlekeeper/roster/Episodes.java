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
    private final Seats seats;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    Episodes(MembershipStore store, Seats seats, Practices practices, AuditTrail audit, Clock clock) {
        this.store = store;
        this.seats = seats;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    boolean isSeated(GroupId group, PatientId patient, DateRange days) {
        return store.of(group).stream().anyMatch(m -> m.patient().equals(patient) && Chairs.touch(m.days(), days));
    }

    void begin(Membership membership, Actor actor) {
        store.add(membership);
        var day = membership.days().first();
        wrote(membership.id(), membership.statusOn(practices.today()), day, "", actor);
        audit.did(
                actor,
                "gave a seat",
                "group " + membership.group(),
                List.of(membership.patient().value()),
                "membership from " + day);
    }

    void end(
            MembershipId membership,
            LocalDate lastDay,
            Ending ending,
            String reason,
            @Nullable MembershipId next,
            Actor actor) {
        store.end(membership, lastDay, ending, reason, next);
        seats.last(membership.value(), lastDay);
        wrote(membership, MembershipStatus.ENDED, lastDay, ending.onScreen() + ": " + reason, actor);
        audit.did(actor, "ended a membership", "membership " + membership, reason);
    }

    void wrote(MembershipId id, MembershipStatus status, LocalDate day, String reason, Actor actor) {
        store.moved(NewId.at(clock.instant()), id, status, day, reason, actor.label(), clock.instant());
    }
}
