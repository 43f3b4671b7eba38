package org.circlekeeper.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** Who has a seat in which group, from when to when. */
@Component
public class Rosters {

    private final MembershipStore store;
    private final Episodes episodes;
    private final Seats seats;
    private final Admissions admissions;
    private final AuditTrail audit;
    private final Clock clock;

    Rosters(
            MembershipStore store,
            Episodes episodes,
            Seats seats,
            Admissions admissions,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.episodes = episodes;
        this.seats = seats;
        this.admissions = admissions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of an attempt to join. */
    public sealed interface Joined {
        /** The seat is theirs. */
        record Seated(MembershipId membership) implements Joined {}

        /** No seat is free on some day of the episode. */
        record Full(int capacity) implements Joined {}

        /** They have a seat in this group then already. */
        record AlreadySeated() implements Joined {}

        /** Something holds that nobody let them past. */
        record NotAdmitted(List<Finding> findings) implements Joined {}
    }

    /** Chairs of a group that are given, and that are offered, on some day from now on. */
    public record Taken(GroupId group, int held, int offered) {}

    /** Every episode of the group, past ones too. */
    public List<Membership> of(GroupId group) {
        return store.of(group);
    }

    /** Every episode of a patient. */
    public List<Membership> of(PatientId patient) {
        return store.of(patient);
    }

    /** Every episode of the practice that touches the day. */
    public List<Membership> on(LocalDate day) {
        return store.on(day);
    }

    /** Everyone's episodes, in one question. */
    public List<Membership> all() {
        return store.all();
    }

    public Optional<Membership> find(MembershipId id) {
        return store.find(id);
    }

    /** What is taken from a day on, for each group of which anything is. */
    public List<Taken> takenFrom(LocalDate day) {
        return seats.takenFrom(day);
    }

    /** The first day from which a seat stays free for good; empty when every seat is given for good. */
    public Optional<LocalDate> freeFrom(GroupId group, LocalDate from) {
        return seats.freeFrom(group, from);
    }

    /**
     * What stands against seating somebody, from the roster and from every feature above it; empty when nothing does.
     */
    public List<Finding> clearance(Admission asked) {
        return admissions.clearance(asked);
    }

    /** Seats somebody, unless something holds that no reason is given to pass. */
    public Joined admit(Admission asked, Actor actor) {
        var holding = admissions.holding(asked);
        return holding.isEmpty()
                ? join(asked.group(), asked.patient(), asked.days(), actor)
                : new Joined.NotAdmitted(holding);
    }

    /** Seats somebody as a fact of the system before this one: whoever sat there was admitted there. */
    public Joined join(GroupId group, PatientId patient, DateRange days, Actor actor) {
        if (seats.isFull(group, days)) {
            return episodes.isSeated(group, patient, days)
                    ? new Joined.AlreadySeated()
                    : new Joined.Full(seats.capacity(group));
        }
        seats.lock(group);
        if (episodes.isSeated(group, patient, days)) {
            return new Joined.AlreadySeated();
        }
        var membership = new MembershipId(NewId.at(clock.instant()));
        if (!seats.give(membership.value(), group, days, false)) {
            return new Joined.Full(seats.capacity(group));
        }
        episodes.begin(new Membership(membership, group, patient, days), actor);
        return new Joined.Seated(membership);
    }

    /** Ends an episode after its last day; the seat is free from then on. */
    public void leave(MembershipId membership, LocalDate lastDay, Ending ending, String reason, Actor actor) {
        episodes.end(membership, lastDay, ending, reason, null, actor);
    }

    /** Takes back that an episode ends. False when somebody else has the seat after its last day by now. */
    public boolean goOn(MembershipId id, String reason, Actor actor) {
        var episode = store.find(id).orElseThrow();
        seats.lock(episode.group());
        if (!seats.goOn(episode)) {
            return false;
        }
        store.goOn(id);
        episodes.wrote(id, MembershipStatus.ACTIVE, episode.days().first(), reason, actor);
        audit.did(actor, "took back that a membership ends", "membership " + id, reason);
        return true;
    }

    /** Pauses a membership. False when it pauses on some of these days already, or does not reach over them. */
    public boolean hold(MembershipId id, LocalDate first, LocalDate last, String reason, Actor actor) {
        var episode = store.find(id).orElseThrow();
        boolean pauses = episode.holds().stream()
                .anyMatch(hold -> !hold.last().isBefore(first) && !hold.first().isAfter(last));
        if (pauses || !episode.days().includes(first) || !episode.days().includes(last)) {
            return false;
        }
        store.hold(id, new Membership.Hold(new HoldId(NewId.at(clock.instant())), first, last, reason));
        episodes.wrote(id, MembershipStatus.ON_HOLD, first, "until " + last + ": " + reason, actor);
        audit.did(actor, "paused a membership", "membership " + id, "from " + first + " to " + last);
        return true;
    }

    /** Ends a pause after this day; one that had not begun by then never was. */
    public void endHold(MembershipId id, HoldId hold, LocalDate last, Actor actor) {
        store.endHold(hold, last);
        episodes.wrote(id, MembershipStatus.ACTIVE, last.plusDays(1), "back from a pause", actor);
        audit.did(actor, "ended a pause", "membership " + id, "after " + last);
    }

    /**
     * Moves a member to another group from a day on: the target seat is theirs before the source's is given up, and
     * both groups are locked in one order, so that two who change places at once wait for each other and never in a
     * circle.
     */
    public Joined transfer(MembershipId id, Admission to, String reason, Actor actor) {
        var episode = store.find(id).orElseThrow();
        Stream.of(episode.group(), to.group())
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .forEach(seats::lock);
        var joined = admit(to, actor);
        if (joined instanceof Joined.Seated(var next)) {
            var last = to.days().first().minusDays(1);
            episodes.end(id, last, Ending.TRANSFERRED, reason, next, actor);
        }
        return joined;
    }

    /** Those of the ids that somebody has worked on since they came. */
    public List<MembershipId> workedOn(Collection<MembershipId> ids) {
        return store.workedOn(ids);
    }

    /** Takes back episodes that an import added and nobody worked on. */
    public void takeBack(Collection<MembershipId> ids) {
        var worked = store.workedOn(ids);
        var gone = new ArrayList<>(ids);
        gone.removeAll(worked);
        store.remove(gone);
        seats.free(gone.stream().map(MembershipId::value).toList());
    }
}
