package org.circlekeeper.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Individual appointments of the practice in scope. They hold rooms and leaders as sessions do. */
@Component
public class Appointments {

    private final AppointmentStore store;
    private final AppointmentMoveStore moves;
    private final BookingStore bookings;
    private final ClashWords clashes;
    private final MemberClashes members;
    private final List<AppointmentEntries> entries;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    Appointments(
            AppointmentStore store,
            AppointmentMoveStore moves,
            BookingStore bookings,
            ClashWords clashes,
            MemberClashes members,
            List<AppointmentEntries> entries,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.moves = moves;
        this.bookings = bookings;
        this.clashes = clashes;
        this.members = members;
        this.entries = entries;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is to be booked.
     *
     * @param forEntry the waitlist's entry, when somebody comes who waits
     * @param label who comes or what for; needed when neither a patient nor an entry is named
     * @param code what it is billed as; null takes the usual code of its kind
     */
    public record Wanted(
            Appointment.Kind kind,
            @Nullable String code,
            @Nullable PatientId patient,
            @Nullable UUID forEntry,
            String label,
            LocalDate day,
            LocalTime start,
            Duration length,
            PractitionerId leader,
            @Nullable RoomId room,
            String link,
            String placeOfService) {}

    /** What became of an attempt to book. */
    public sealed interface Booked {
        /** It stands in the calendar. */
        record Done(AppointmentId appointment) implements Booked {}

        /** The leader or the room is elsewhere then; the words say where. */
        record Clash(String words) implements Booked {}
    }

    /** Books an appointment with its leader and its room, or says what is there. */
    public Booked book(Wanted wanted, Actor actor) {
        hold(wanted.forEntry());
        bookings.lock();
        var appointment = appointment(wanted);
        var held = held(appointment);
        var there = clashes.against(held, List.of()).or(() -> members.against(appointment));
        if (there.isPresent()) {
            return new Booked.Clash(there.get());
        }
        store.add(appointment);
        var act = act("", actor);
        moves.wrote(act.id(), appointment, "booked", null, act);
        bookings.book(held);
        entries.forEach(one -> one.stands(appointment, actor));
        audit.did(actor, "booked an appointment", "appointment " + appointment.id(), about(appointment), "planned");
        return new Booked.Done(appointment.id());
    }

    private void hold(@Nullable UUID entry) {
        if (entry != null) {
            entries.forEach(one -> one.hold(List.of(entry)));
        }
    }

    /** Who comes by an entry of the waitlist, as this person may read it. */
    public Optional<AppointmentEntries.Guest> guest(SignedIn who, UUID entry) {
        return entries.stream().flatMap(one -> one.find(who, entry).stream()).findFirst();
    }

    /** Those of somebody who waits, by time. */
    public List<Appointment> of(UUID entry) {
        return store.of(entry);
    }

    /** Those of a patient, the latest first; at most so many. */
    public List<Appointment> of(PatientId patient, int most) {
        return store.of(patient, most);
    }

    /** Somebody who waited is a patient now: their appointments are, too. */
    public void concerns(UUID entry, PatientId patient) {
        store.concerns(entry, patient);
    }

    public Optional<Appointment> find(AppointmentId id) {
        return store.find(id);
    }

    /** Those between two days, both included, by time. */
    public List<Appointment> between(LocalDate from, LocalDate to) {
        return store.between(from, to);
    }

    /** Says that it does not take place; its room and leader are free. False when it cannot be cancelled any more. */
    public boolean cancel(AppointmentId id, String reason, Actor actor) {
        return become(id, Appointment.Status.CANCELLED, reason, actor);
    }

    /**
     * Says what became of it. False when that cannot follow how it stands, and of what is still to come: nobody knows
     * yet whether they come. That it takes place after all is a change of the calendar, which looks who is free.
     */
    public boolean become(AppointmentId id, Appointment.Status status, String reason, Actor actor) {
        hold(store.find(id).orElseThrow().entry());
        var appointment = store.find(id).orElseThrow();
        if (!appointment.mayBecome(clock.instant()).contains(status)
                || status == Appointment.Status.PLANNED
                || !store.become(appointment, status, act(reason, actor))) {
            return false;
        }
        var now = appointment.standing(status, reason);
        entries.forEach(one -> one.stands(now, actor));
        if (status == Appointment.Status.CANCELLED) {
            bookings.free(List.of(id.value()));
        }
        audit.did(actor, "changed an appointment", "appointment " + id, about(appointment), status.onScreen());
        return true;
    }

    private Appointment appointment(Wanted wanted) {
        var starts = ZonedDateTime.of(
                        wanted.day(), wanted.start(), practices.current().zone())
                .toInstant();
        var code = wanted.code();
        var patient = wanted.patient();
        return new Appointment(
                new AppointmentId(NewId.at(clock.instant())),
                wanted.kind(),
                code == null ? wanted.kind().usualCode() : code,
                patient == null ? patientOf(wanted.forEntry()).orElse(null) : patient,
                wanted.forEntry(),
                wanted.label(),
                wanted.day(),
                starts,
                starts.plus(wanted.length()),
                wanted.leader(),
                wanted.room(),
                wanted.link(),
                wanted.placeOfService(),
                Appointment.Status.PLANNED,
                null,
                0);
    }

    private Optional<PatientId> patientOf(@Nullable UUID entry) {
        return Optional.ofNullable(entry)
                .flatMap(waits -> entries.stream()
                        .flatMap(one -> one.patient(waits).stream())
                        .findFirst());
    }

    /** What was done to one, by whom and when, the latest first. */
    public List<SessionChanges.Past> past(AppointmentId id) {
        return moves.of(id).stream()
                .map(move -> new SessionChanges.Past(move.says(), move.by(), move.at()))
                .toList();
    }

    static List<Booking> held(Appointment appointment) {
        if (appointment.status() == Appointment.Status.CANCELLED) {
            return List.of();
        }
        var holder = new Booking.Holder.OfAppointment(appointment.id());
        var room = appointment.room();
        return Stream.concat(
                        Stream.of(appointment.leader().value()), room == null ? Stream.of() : Stream.of(room.value()))
                .map(resource -> new Booking(holder, resource, appointment.startsAt(), appointment.endsAt()))
                .toList();
    }

    private static List<UUID> about(Appointment appointment) {
        var patient = appointment.patient();
        return patient == null ? List.of() : List.of(patient.value());
    }

    private SessionMoveStore.Act act(String reason, Actor actor) {
        Instant now = clock.instant();
        return new SessionMoveStore.Act(NewId.at(now), reason, actor.label(), now);
    }
}
