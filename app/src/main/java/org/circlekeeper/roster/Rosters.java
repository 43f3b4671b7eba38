package org.circlekeeper.roster;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.NewId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who has a seat in which group, from when to when. */
@Component
public class Rosters {

    private final MembershipStore store;
    private final HoldStore holds;
    private final MoveStore moves;
    private final Episodes episodes;
    private final Seats seats;
    private final Admissions admissions;
    private final ApplicationEventPublisher events;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    Rosters(
            MembershipStore store,
            HoldStore holds,
            MoveStore moves,
            Episodes episodes,
            Seats seats,
            Admissions admissions,
            ApplicationEventPublisher events,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.holds = holds;
        this.moves = moves;
        this.episodes = episodes;
        this.seats = seats;
        this.admissions = admissions;
        this.events = events;
        this.practices = practices;
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

    /** Every episode of the group, past ones too. */
    public List<Membership> of(GroupId group) {
        return store.of(group);
    }

    /** The same, and until the transaction ends nobody else changes a seat of the group. */
    public List<Membership> held(GroupId group) {
        seats.lock(group);
        return store.of(group);
    }

    /** Until the transaction ends nobody else changes a seat of these groups. */
    public void hold(Collection<GroupId> groups) {
        lock(groups.stream());
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

    /** What became of each episode of a group, oldest first. */
    public List<Move> moves(GroupId group) {
        return moves.of(group);
    }

    /** What the rings of all groups show on a day; a group that is not named has nobody and offers nothing. */
    public Map<GroupId, Occupied> occupied(LocalDate day) {
        return seats.occupied(day).stream().collect(toMap(Occupied::group, occupied -> occupied));
    }

    /** How many offers of a seat stand in the group. */
    public int offered(GroupId group) {
        return Optional.ofNullable(occupied(practices.today()).get(group))
                .map(Occupied::offered)
                .orElse(0);
    }

    /** The first day from which a seat stays free for good; empty when every seat is given for good. */
    public Optional<LocalDate> freeFrom(GroupId group, LocalDate from) {
        return seats.freeFrom(group, from);
    }

    /** How many more could sit there on every one of the days. */
    public int freeSeats(GroupId group, DateRange days) {
        return seats.free(group, days);
    }

    /**
     * What stands against seating somebody, from the roster and from every feature above it; empty when nothing does.
     */
    public List<Finding> clearance(Admission asked) {
        return admissions.clearance(asked);
    }

    /** What of it holds them off a seat; what only warns is not looked up. */
    public List<Finding> holding(Admission asked) {
        return admissions.verdict(asked).holding();
    }

    /** Seats somebody, unless something holds that no reason is given to pass. */
    public Joined admit(Admission asked, Actor actor) {
        seats.lock(asked.group());
        admissions.seating(asked);
        var verdict = admissions.verdict(asked);
        if (!verdict.holding().isEmpty()) {
            return new Joined.NotAdmitted(verdict.holding());
        }
        var joined = seat(asked.group(), asked.patient(), admissions.days(asked), verdict.words(asked), actor);
        if (joined instanceof Joined.Seated(var membership)) {
            events.publishEvent(new SeatGiven(membership));
        }
        return joined;
    }

    /** Seats somebody as a fact of the system before this one: whoever sat there was admitted there. */
    public Joined join(GroupId group, PatientId patient, DateRange days, Actor actor) {
        return seat(group, patient, days, "", actor);
    }

    private Joined seat(GroupId group, PatientId patient, DateRange days, String despite, Actor actor) {
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
        episodes.begin(new Membership(membership, group, patient, days), despite, actor);
        return new Joined.Seated(membership);
    }

    /**
     * Ends an episode after its last day; the seat is free from then on. False when that day is later than the one it
     * was to end on, and somebody else has the seat by then.
     */
    public boolean leave(MembershipId id, LocalDate lastDay, Ending ending, String reason, Actor actor) {
        var episode = locked(id);
        boolean kept = seats.until(episode, lastDay);
        if (kept) {
            episodes.end(episode, lastDay, ending, reason, null, actor);
        }
        return kept;
    }

    /**
     * Takes back that an episode ends. Whoever was to go on in another group stays here, and the seat there is free
     * again. False when they have begun there, when somebody else has the seat here after the last day by now, or when
     * the group ends.
     */
    public boolean goOn(MembershipId id, String reason, Actor actor) {
        var asked = store.find(id).orElseThrow();
        var next = Optional.ofNullable(asked.next()).flatMap(store::find);
        lock(Stream.concat(Stream.of(asked), next.stream()).map(Membership::group));
        var episode = store.find(id).orElseThrow();
        if (next.filter(this::hasBegun).isPresent() || !seats.goOn(episode)) {
            return false;
        }
        store.goOn(id);
        next.ifPresent(there -> remove(there, "stays in group " + episode.group(), actor));
        episodes.wrote(id, MembershipStatus.ACTIVE, practices.today(), "goes on: " + reason, actor);
        audit.did(
                actor,
                "took back that a membership ends",
                "membership " + id,
                List.of(episode.patient().value()),
                reason);
        return true;
    }

    /**
     * Takes back a seat whose first day is still to come. False when it has come, or when it is where somebody goes on
     * from another group: then that is taken back there.
     */
    public boolean withdraw(MembershipId id, String reason, Actor actor) {
        var episode = locked(id);
        if (!isWithdrawable(episode)) {
            return false;
        }
        remove(episode, reason, actor);
        return true;
    }

    /** Whether it is still to come and nobody goes on in it from another group. */
    public boolean isWithdrawable(Membership episode) {
        return !hasBegun(episode) && store.before(episode.id()).isEmpty();
    }

    /** Whether a member goes on in this episode from another group. */
    public boolean goesOnFromAnother(MembershipId id) {
        return store.before(id).isPresent();
    }

    private boolean hasBegun(Membership episode) {
        return !episode.days().first().isAfter(practices.today());
    }

    private void remove(Membership episode, String reason, Actor actor) {
        store.withdraw(episode.id());
        seats.free(List.of(episode.id().value()));
        audit.did(
                actor,
                "took back a seat",
                "group " + episode.group(),
                List.of(episode.patient().value()),
                "from " + episode.days().first() + ": " + reason);
    }

    /** Pauses a membership. False when it pauses on some of these days already, or does not reach over them. */
    public boolean hold(MembershipId id, LocalDate first, LocalDate last, String reason, Actor actor) {
        var episode = locked(id);
        boolean pauses = episode.holds().stream()
                .anyMatch(hold -> !hold.last().isBefore(first) && !hold.first().isAfter(last));
        if (pauses || !episode.days().includes(first) || !episode.days().includes(last)) {
            return false;
        }
        holds.hold(id, new Membership.Hold(new HoldId(NewId.at(clock.instant())), first, last, reason));
        episodes.wrote(id, MembershipStatus.ON_HOLD, first, "until " + last + ": " + reason, actor);
        audit.did(
                actor,
                "paused a membership",
                "membership " + id,
                List.of(episode.patient().value()),
                "from " + first + " to " + last);
        return true;
    }

    /** Ends a pause after this day; one that had not begun by then never was. */
    public void endHold(MembershipId id, HoldId hold, LocalDate last, Actor actor) {
        var episode = locked(id);
        holds.end(id, hold, last);
        episodes.wrote(id, MembershipStatus.ACTIVE, last.plusDays(1), "back from a pause", actor);
        audit.did(
                actor,
                "ended a pause",
                "membership " + id,
                List.of(episode.patient().value()),
                "after " + last);
    }

    /**
     * Moves a member to another group from a day on: the target seat is theirs before the source's is given up, and
     * both groups are locked in one order, so that two who change places at once wait for each other and never in a
     * circle. Empty when they have no seat in the source on the day before, or none any more, or go on from it in
     * another group already: then nothing is moved.
     */
    public Optional<Joined> transfer(MembershipId id, Admission to, String reason, Actor actor) {
        var source = store.find(id).map(Membership::group);
        lock(Stream.concat(source.stream(), Stream.of(to.group())));
        var last = to.days().first().minusDays(1);
        return store.find(id)
                .filter(episode -> episode.next() == null && episode.days().includes(last))
                .map(episode -> transfer(episode, last, to, reason, actor));
    }

    private Joined transfer(Membership episode, LocalDate last, Admission to, String reason, Actor actor) {
        var joined = admit(to.leaving(episode.id()), actor);
        if (joined instanceof Joined.Seated(var next)) {
            seats.until(episode, last);
            episodes.end(episode, last, Ending.TRANSFERRED, reason, next, actor);
        }
        return joined;
    }

    /** The episode as it is once nobody else changes a seat of its group. */
    private Membership locked(MembershipId id) {
        seats.lock(store.find(id).orElseThrow().group());
        return store.find(id).orElseThrow();
    }

    private void lock(Stream<GroupId> groups) {
        groups.distinct().sorted(Comparator.comparing(GroupId::value)).forEach(seats::lock);
    }

    /** Those of the ids that somebody has worked on since they came. */
    public List<MembershipId> workedOn(Collection<MembershipId> ids) {
        return store.workedOn(ids);
    }

    /** Takes back episodes that an import added and nobody worked on. */
    public void takeBack(Collection<MembershipId> ids) {
        var gone = new ArrayList<>(ids);
        gone.removeAll(store.workedOn(ids));
        store.remove(gone);
        seats.free(gone.stream().map(MembershipId::value).toList());
    }
}
