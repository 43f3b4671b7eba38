package org.circlekeeper.roster;

import java.time.Clock;
import java.util.List;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.NewId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Seats that are kept for an offer: nobody else gets them until the offer is taken up or let go. */
@Component
public class KeptSeats {

    private final Seats seats;
    private final Episodes episodes;
    private final Admissions admissions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeptSeats(Seats seats, Episodes episodes, Admissions admissions, ApplicationEventPublisher events, Clock clock) {
        this.seats = seats;
        this.episodes = episodes;
        this.admissions = admissions;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps a seat. False when none is free on some of the days. */
    public boolean keep(OfferId offer, GroupId group, DateRange days) {
        if (seats.isFull(group, days)) {
            return false;
        }
        seats.lock(group);
        return seats.give(offer.value(), group, days, true);
    }

    /** Lets go of what was kept. */
    public void release(OfferId offer) {
        seats.free(List.of(offer.value()));
    }

    /**
     * What would keep the door shut, were the kept seat taken up now; empty when nothing would. Until the transaction
     * ends nobody changes what that rests on.
     */
    public List<Finding> against(Admission asked) {
        seats.lock(asked.group());
        admissions.seating(asked);
        return admissions.verdict(asked).holding();
    }

    /**
     * Makes the seat that was kept the patient's own. The seat is there; whether they may sit in it is asked once more,
     * because days have passed.
     */
    public Rosters.Joined takeUp(OfferId offer, Admission asked, Actor actor) {
        seats.lock(asked.group());
        admissions.seating(asked);
        var verdict = admissions.verdict(asked);
        if (!verdict.holding().isEmpty()) {
            return new Rosters.Joined.NotAdmitted(verdict.holding());
        }
        var days = admissions.days(asked);
        if (episodes.isSeated(asked.group(), asked.patient(), days)) {
            return new Rosters.Joined.AlreadySeated();
        }
        var membership = new MembershipId(NewId.at(clock.instant()));
        if (!seats.takeUp(offer.value(), membership.value(), asked.group(), days)) {
            return new Rosters.Joined.Full(seats.capacity(asked.group()));
        }
        episodes.begin(new Membership(membership, asked.group(), asked.patient(), days), verdict.words(asked), actor);
        events.publishEvent(new SeatGiven(membership));
        return new Rosters.Joined.Seated(membership);
    }
}
