package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Enrolment;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.practice.PractitionerId;
import org.springframework.stereotype.Component;

/** What somebody who leads and cannot come has on a day, and who could take each session and appointment. */
@Component
public class LeaderAway {

    private final SessionStore sessions;
    private final SessionRosters rosters;
    private final AppointmentStore appointments;
    private final BesideStore beside;
    private final BookingStore bookings;
    private final ClashWords clashes;
    private final Practices practices;
    private final PracticeRules rules;
    private final Payers payers;
    private final List<PayersOfMembers> insurance;
    private final Clock clock;

    LeaderAway(
            SessionStore sessions,
            SessionRosters rosters,
            AppointmentStore appointments,
            BesideStore beside,
            BookingStore bookings,
            ClashWords clashes,
            Practices practices,
            PracticeRules rules,
            Payers payers,
            List<PayersOfMembers> insurance,
            Clock clock) {
        this.sessions = sessions;
        this.rosters = rosters;
        this.appointments = appointments;
        this.beside = beside;
        this.bookings = bookings;
        this.clashes = clashes;
        this.practices = practices;
        this.rules = rules;
        this.payers = payers;
        this.insurance = insurance;
        this.clock = clock;
    }

    /**
     * One session of the day.
     *
     * @param part whether they lead it or co-lead it
     * @param expected how many members; whoever lacks papers is not among them, and is told of a change all the same
     */
    public record Led(Session session, Part part, long expected, List<Substitutes.Candidate> candidates) {}

    /** One appointment of the day. */
    public record Alone(Appointment appointment, List<Substitutes.Candidate> candidates) {}

    /** What they lead or co-lead on that day and has not begun, by time. */
    public List<Led> sessions(PractitionerId away, LocalDate day) {
        var now = clock.instant();
        var held = sessions.between(day, day).stream()
                .filter(session -> session.status() == Session.Status.PLANNED && !session.hasBegun(now))
                .toList();
        var others = beside.of(held.stream().map(Session::id).toList()).stream()
                .filter(one -> one.part() == Part.CO_LEADING)
                .collect(groupingBy(BesideStore.Beside::session, mapping(BesideStore.Beside::practitioner, toSet())));
        var led = held.stream()
                .filter(session -> session.leader().equals(away)
                        || others.getOrDefault(session.id(), Set.of()).contains(away))
                .toList();
        return candidates(away, led);
    }

    /** The appointments they have on that day and that have not begun, by time. */
    public List<Alone> appointments(PractitionerId away, LocalDate day) {
        var now = clock.instant();
        var known = known();
        return appointments.between(day, day).stream()
                .filter(one -> one.leader().equals(away) && one.status() == Appointment.Status.PLANNED)
                .filter(one -> !one.hasBegun(now))
                .map(one -> new Alone(one, candidates(away, slot(one), known)))
                .toList();
    }

    /** Who could lead one session in its leader's place. */
    public List<Substitutes.Candidate> candidates(Session session) {
        return candidates(session.leader(), List.of(session)).getFirst().candidates();
    }

    /** Who could come to co-lead one session. */
    public List<Substitutes.Candidate> coCandidates(Session session) {
        var members = sessions.seated(List.of(session)).stream()
                .map(SessionStore.Seated::patient)
                .collect(toSet());
        return candidates(session.leader(), slot(session, members, there(session)), known());
    }

    private List<Led> candidates(PractitionerId away, List<Session> led) {
        Map<SessionId, Set<PatientId>> seated = sessions.seated(led).stream()
                .collect(groupingBy(SessionStore.Seated::session, mapping(SessionStore.Seated::patient, toSet())));
        Map<SessionId, Long> expected =
                rosters.expected(led).stream().collect(groupingBy(SessionStore.Seated::session, counting()));
        var known = known();
        var found = new ArrayList<Led>();
        for (var session : led) {
            var members = seated.getOrDefault(session.id(), Set.of());
            boolean leads = session.leader().equals(away);
            var slot = slot(session, members, leads ? Set.of() : there(session));
            found.add(new Led(
                    session,
                    leads ? Part.LEADING : Part.CO_LEADING,
                    expected.getOrDefault(session.id(), 0L),
                    candidates(away, slot, known)));
        }
        return found;
    }

    /** Whoever is in it already cannot come to co-lead it. */
    private Set<PractitionerId> there(Session session) {
        var there = new HashSet<>(Set.of(session.leader()));
        beside.of(List.of(session.id())).forEach(one -> there.add(one.practitioner()));
        return there;
    }

    private static Slot slot(Session session, Set<PatientId> members, Set<PractitionerId> there) {
        return new Slot(
                session.id().value(), session.serviceDate(), session.startsAt(), session.endsAt(), members, there);
    }

    private static Slot slot(Appointment appointment) {
        var patient = appointment.patient();
        return new Slot(
                appointment.id().value(),
                appointment.day(),
                appointment.startsAt(),
                appointment.endsAt(),
                patient == null ? Set.of() : Set.of(patient),
                Set.of());
    }

    /**
     * What somebody is looked for.
     *
     * @param holder what holds its leader and room now
     * @param there who is there anyway
     */
    private record Slot(
            UUID holder, LocalDate day, Instant from, Instant to, Set<PatientId> members, Set<PractitionerId> there) {}

    /** What is asked once for a whole day. */
    private record Known(List<Practitioner> leaders, Map<UUID, String> payers, List<Enrolment> enrolments) {}

    private Known known() {
        return new Known(
                practices.practitioners(),
                payers.all().stream().collect(toMap(Payer::id, Payer::name)),
                rules.enrolments());
    }

    private List<Substitutes.Candidate> candidates(PractitionerId away, Slot slot, Known known) {
        return Substitutes.of(new Substitutes.Asked(
                away,
                slot.day(),
                known.leaders(),
                payersOf(slot, known.payers()),
                known.enrolments(),
                elsewhere(slot, known.leaders())));
    }

    private Map<UUID, String> payersOf(Slot slot, Map<UUID, String> names) {
        var paying = new HashMap<UUID, String>();
        for (var asked : insurance) {
            Substitutes.together(asked.on(slot.day(), slot.members()))
                    .forEach(payer -> paying.put(payer, names.getOrDefault(payer, "A payer")));
        }
        return paying;
    }

    private Map<PractitionerId, String> elsewhere(Slot slot, List<Practitioner> leaders) {
        var ids = leaders.stream().map(one -> one.id().value()).toList();
        var busy = bookings.of(ids, slot.from(), slot.to()).stream()
                .filter(booking -> !booking.holder().id().equals(slot.holder()))
                .toList();
        var sentences = clashes.sentences(busy);
        var elsewhere = new HashMap<PractitionerId, String>();
        slot.there().forEach(one -> elsewhere.put(one, "in this session already"));
        busy.forEach(booking -> elsewhere.putIfAbsent(
                new PractitionerId(booking.resource()), "with " + sentences.what(booking) + " then"));
        return elsewhere;
    }
}
