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
    private final BookingStore bookings;
    private final ClashWords clashes;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    Appointments(
            AppointmentStore store,
            BookingStore bookings,
            ClashWords clashes,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.bookings = bookings;
        this.clashes = clashes;
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
            String placeOfService) {

        /** A talk in the office with somebody who waits. */
        public static Wanted screening(
                UUID entry, String label, LocalDate day, LocalTime start, Duration length, PractitionerId leader) {
            return new Wanted(
                    Appointment.Kind.SCREENING, null, null, entry, label, day, start, length, leader, null, "", "11");
        }
    }

    /** What became of an attempt to book. */
    public sealed interface Booked {
        /** It stands in the calendar. */
        record Done(AppointmentId appointment) implements Booked {}

        /** The leader or the room is elsewhere then; the words say where. */
        record Clash(String words) implements Booked {}
    }

    /** Books an appointment with its leader and its room, or says what is there. */
    public Booked book(Wanted wanted, Actor actor) {
        bookings.lock();
        var appointment = appointment(wanted);
        var held = held(appointment);
        var there = clashes.against(held, List.of());
        if (there.isPresent()) {
            return new Booked.Clash(there.get());
        }
        store.add(appointment);
        store.wrote(appointment.id(), Appointment.Status.PLANNED, "booked", written(actor));
        bookings.book(held);
        audit.did(actor, "booked an appointment", "appointment " + appointment.id(), about(appointment), "planned");
        return new Booked.Done(appointment.id());
    }

    /** Those of somebody who waits, by time. */
    public List<Appointment> of(UUID entry) {
        return store.of(entry);
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

    /** Says what became of it. False when that cannot follow how it stands. */
    public boolean become(AppointmentId id, Appointment.Status status, String reason, Actor actor) {
        var appointment = store.find(id).orElseThrow();
        if (!appointment.status().next().contains(status)
                || !store.become(id, appointment.status(), status, reason, written(actor))) {
            return false;
        }
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
        return new Appointment(
                new AppointmentId(NewId.at(clock.instant())),
                wanted.kind(),
                code == null ? wanted.kind().usualCode() : code,
                wanted.patient(),
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

    private static List<Booking> held(Appointment appointment) {
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

    private AppointmentStore.Written written(Actor actor) {
        Instant now = clock.instant();
        return new AppointmentStore.Written(NewId.at(now), actor.label(), now);
    }
}
