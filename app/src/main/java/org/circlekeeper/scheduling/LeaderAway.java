package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.springframework.stereotype.Component;

/** What a leader who cannot come has on a day, and who could take each session. */
@Component
public class LeaderAway {

    private final SessionStore sessions;
    private final AppointmentStore appointments;
    private final BookingStore bookings;
    private final ClashWords clashes;
    private final Practices practices;
    private final PracticeRules rules;
    private final Payers payers;
    private final List<PayersOfMembers> insurance;
    private final Clock clock;

    LeaderAway(
            SessionStore sessions,
            AppointmentStore appointments,
            BookingStore bookings,
            ClashWords clashes,
            Practices practices,
            PracticeRules rules,
            Payers payers,
            List<PayersOfMembers> insurance,
            Clock clock) {
        this.sessions = sessions;
        this.appointments = appointments;
        this.bookings = bookings;
        this.clashes = clashes;
        this.practices = practices;
        this.rules = rules;
        this.payers = payers;
        this.insurance = insurance;
        this.clock = clock;
    }

    /** One session of the day. */
    public record Led(Session session, int expected, List<Substitutes.Candidate> candidates) {}

    /** What they lead on that day and has not begun, by time. */
    public List<Led> sessions(PractitionerId away, LocalDate day) {
        var now = clock.instant();
        var led = sessions.between(day, day).stream()
                .filter(session -> session.leader().equals(away))
                .filter(session -> session.status() == Session.Status.PLANNED && !session.hasBegun(now))
                .toList();
        return candidates(away, led);
    }

    /** The appointments they have on that day. */
    public List<Appointment> appointments(PractitionerId away, LocalDate day) {
        return appointments.between(day, day).stream()
                .filter(one -> one.leader().equals(away) && one.status() == Appointment.Status.PLANNED)
                .toList();
    }

    /** Who could lead one session in its leader's place. */
    public List<Substitutes.Candidate> candidates(Session session) {
        return candidates(session.leader(), List.of(session)).getFirst().candidates();
    }

    private List<Led> candidates(PractitionerId away, List<Session> led) {
        Map<SessionId, Set<PatientId>> expected = new HashMap<>();
        sessions.expected(led).stream()
                .collect(groupingBy(SessionStore.Expected::session))
                .forEach((id, of) -> expected.put(
                        id, of.stream().map(SessionStore.Expected::patient).collect(toSet())));
        var names = payers.all().stream().collect(toMap(Payer::id, Payer::name));
        var enrolments = rules.enrolments();
        var leaders = practices.practitioners();
        var found = new ArrayList<Led>();
        for (var session : led) {
            var members = expected.getOrDefault(session.id(), Set.of());
            var asked = new Substitutes.Asked(
                    away,
                    session.serviceDate(),
                    leaders,
                    payersOf(session, members, names),
                    enrolments,
                    elsewhere(
                            session,
                            leaders.stream().map(one -> one.id().value()).toList()));
            found.add(new Led(session, members.size(), Substitutes.of(asked)));
        }
        return found;
    }

    private Map<UUID, String> payersOf(Session session, Set<PatientId> members, Map<UUID, String> names) {
        var paying = new HashMap<UUID, String>();
        for (var asked : insurance) {
            Substitutes.together(asked.on(session.serviceDate(), members))
                    .forEach(payer -> paying.put(payer, names.getOrDefault(payer, "A payer")));
        }
        return paying;
    }

    private Map<PractitionerId, String> elsewhere(Session session, List<UUID> leaders) {
        var there = bookings.of(leaders, session.startsAt(), session.endsAt()).stream()
                .filter(booking -> !booking.holder().id().equals(session.id().value()))
                .toList();
        var sentences = clashes.sentences(there);
        return there.stream()
                .collect(toMap(
                        booking -> new PractitionerId(booking.resource()),
                        booking -> "with " + sentences.what(booking) + " then",
                        (first, _) -> first));
    }
}
