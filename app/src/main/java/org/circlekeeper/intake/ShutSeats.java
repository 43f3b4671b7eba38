package org.circlekeeper.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.roster.SeatGiven;
import org.circlekeeper.roster.UnexpectedSeats;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Seats in which nobody is expected because papers are missing. A seat that asks for papers is shut from the moment it
 * is given, whether or not a packet could be given by then. Seats from before the papers were chosen, and those that an
 * import brought, were admitted elsewhere: they are shut by a packet alone.
 */
@Component
public class ShutSeats implements UnexpectedSeats {

    private final ShutStore store;
    private final SeatPapers asked;
    private final MemberPackets packets;
    private final Rosters rosters;
    private final Groups groups;
    private final Sessions sessions;
    private final ShutDay day;
    private final Practices practices;
    private final Clock clock;

    ShutSeats(
            ShutStore store,
            SeatPapers asked,
            MemberPackets packets,
            Rosters rosters,
            Groups groups,
            Sessions sessions,
            ShutDay day,
            Practices practices,
            Clock clock) {
        this.store = store;
        this.asked = asked;
        this.packets = packets;
        this.rosters = rosters;
        this.groups = groups;
        this.sessions = sessions;
        this.day = day;
        this.practices = practices;
        this.clock = clock;
    }

    @EventListener
    void given(SeatGiven event) {
        rosters.find(event.membership())
                .filter(this::hasPacket)
                .filter(this::isFirstSessionToCome)
                .filter(this::lacksPapers)
                .ifPresent(seat -> store.shut(
                        seat.id(), seat.patient(), later(seat.days().first(), practices.today()), clock.instant()));
    }

    /** Of these seats, those that are shut until somebody opens them. */
    public Set<MembershipId> of(Collection<MembershipId> seats) {
        return store.open(seats);
    }

    @Override
    public List<Unexpected> from(LocalDate day) {
        return store.from(day);
    }

    /** Those for which no packet was given, and that ask for no papers any more. */
    List<Membership> asksForNothing() {
        var waiting = store.withoutPacket();
        var seats = rosters.all().stream()
                .filter(seat -> waiting.contains(seat.id()))
                .toList();
        if (seats.isEmpty()) {
            return List.of();
        }
        var offers = asked.of(seats);
        return seats.stream()
                .filter(seat -> asksForNothing(offers.get(seat.id())))
                .toList();
    }

    private static boolean asksForNothing(SeatPapers.@Nullable Offer offer) {
        return offer != null && offer.papers().isEmpty();
    }

    /** They are expected from today on, or from tomorrow when they could not come to today's session any more. */
    void open(MembershipId seat) {
        rosters.find(seat).ifPresent(known -> store.open(seat, day.open(known)));
    }

    private boolean hasPacket(Membership seat) {
        return groups.find(seat.group())
                .filter(group -> asked.hasPacket(group.type()))
                .isPresent();
    }

    private boolean isFirstSessionToCome(Membership seat) {
        var today = practices.today();
        return !seat.days().first().isBefore(today)
                || sessions.between(seat.days().first(), today.minusDays(1)).stream()
                        .noneMatch(session ->
                                session.group().equals(seat.group()) && session.status() == Session.Status.PLANNED);
    }

    private boolean lacksPapers(Membership seat) {
        return !packets.missing(seat.patient(), asked.of(seat).papers()).isEmpty();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
