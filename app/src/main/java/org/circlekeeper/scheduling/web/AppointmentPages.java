package org.circlekeeper.scheduling.web;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.Part2Mark;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.scheduling.Appointment;
import org.circlekeeper.scheduling.AppointmentEntries;
import org.circlekeeper.scheduling.Appointments;
import org.circlekeeper.scheduling.Room;
import org.circlekeeper.scheduling.Rooms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what the pages of single appointments show. */
@Component
class AppointmentPages {

    private static final int CANDIDATES = 20;

    private final Appointments appointments;
    private final Patients patients;
    private final Part2Mark mark;
    private final Rooms rooms;
    private final CalendarPages calendar;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    AppointmentPages(
            Appointments appointments,
            Patients patients,
            Part2Mark mark,
            Rooms rooms,
            CalendarPages calendar,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.appointments = appointments;
        this.patients = patients;
        this.mark = mark;
        this.rooms = rooms;
        this.calendar = calendar;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    ModelAndView fresh(SignedIn who, Filled form) {
        var kinds = Arrays.stream(Appointment.Kind.values())
                .map(kind -> new Choice(
                        kind.name(),
                        kind.onScreen() + (kind.usualCode().isEmpty() ? "" : " (" + kind.usualCode() + ")")))
                .toList();
        var people = form.has("find") || form.has("patient")
                ? patients.search(form.value("find")).stream().limit(CANDIDATES).toList()
                : List.<Patient>of();
        if (!people.isEmpty()) {
            audit.shown(
                    who.actor(),
                    "search for a member",
                    people.stream().map(patient -> patient.id().value()).toList(),
                    "new appointment");
        }
        var found = people.stream()
                .map(patient -> new Choice(
                        patient.id().toString(), patient.name() + ", born " + Words.day(patient.birthDate())))
                .toList();
        return new ModelAndView(
                "org/circlekeeper/scheduling/web/new-appointment",
                "page",
                new AppointmentsController.Fresh(
                        form, guest(who, entry(form)), kinds, calendar.leaders(), calendar.openRooms(), found));
    }

    /** The entry of the waitlist that is booked for; null when nobody's is, or what is there is none. */
    private static @Nullable UUID entry(Filled form) {
        try {
            return form.has("entry") ? UUID.fromString(form.value("entry")) : null;
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    /** The page of one, with the form that was sent and could not be read, or a blank one. */
    ModelAndView page(Appointment appointment, SignedIn who, Filled form) {
        var zone = practices.current().zone();
        var patient = appointment.patient();
        var guest = guest(who, appointment.entry());
        if (patient != null || guest != null) {
            audit.shown(
                    who.actor(),
                    "appointment",
                    patient == null ? List.of() : List.of(patient.value()),
                    "appointment " + appointment.id());
        }
        boolean keeps = who.may(Permission.KEEP_CALENDAR);
        boolean moves =
                keeps && appointment.status() == Appointment.Status.PLANNED && !appointment.hasBegun(clock.instant());
        return new ModelAndView(
                "org/circlekeeper/scheduling/web/appointment",
                "page",
                new AppointmentsController.Page(
                        appointment.id().toString(),
                        appointment.kind().onScreen(),
                        when(appointment, zone),
                        facts(appointment, who, zone, patient),
                        guest,
                        keeps ? next(appointment) : List.of(),
                        moves,
                        moves ? calendar.leaders() : List.of(),
                        moves ? calendar.openRooms() : List.of(),
                        past(appointment, zone),
                        form,
                        usual(appointment, zone)));
    }

    private static String when(Appointment appointment, ZoneId zone) {
        return Words.moment(appointment.startsAt(), zone) + " to "
                + Words.time(appointment.endsAt().atZone(zone).toLocalTime());
    }

    private AppointmentEntries.@Nullable Guest guest(SignedIn who, @Nullable UUID entry) {
        return entry == null ? null : appointments.guest(who, entry).orElse(null);
    }

    private List<Choice> next(Appointment appointment) {
        return appointment.mayBecome(clock.instant()).stream()
                .map(status -> new Choice(
                        status.name(),
                        status == Appointment.Status.PLANNED ? "takes place after all" : status.onScreen()))
                .toList();
    }

    private List<SessionChangePage.Past> past(Appointment appointment, ZoneId zone) {
        return appointments.past(appointment.id()).stream()
                .map(past -> new SessionChangePage.Past(
                        past.says(), "by " + past.by() + ", " + Words.moment(past.at(), zone)))
                .toList();
    }

    private static Filled usual(Appointment appointment, ZoneId zone) {
        var room = appointment.room();
        return Filled.blank("move")
                .with("day", appointment.day())
                .with("start", Words.time(appointment.startsAt().atZone(zone).toLocalTime()))
                .with(
                        "minutes",
                        Duration.between(appointment.startsAt(), appointment.endsAt())
                                .toMinutes())
                .with("room", room == null ? "" : room)
                .with("leader", appointment.leader());
    }

    private List<SessionChangePage.Fact> facts(
            Appointment appointment, SignedIn who, ZoneId zone, @Nullable PatientId patient) {
        var facts = new ArrayList<SessionChangePage.Fact>();
        facts.add(new SessionChangePage.Fact("When", when(appointment, zone)));
        if (patient != null) {
            patients.find(patient)
                    .ifPresent(one -> facts.add(
                            new SessionChangePage.Fact("Member", one.name().toString())));
        }
        if (!appointment.label().isEmpty()) {
            facts.add(new SessionChangePage.Fact("About", appointment.label()));
        }
        practices.practitioners().stream()
                .filter(one -> one.id().equals(appointment.leader()))
                .forEach(one -> facts.add(new SessionChangePage.Fact("With", one.signature())));
        var room = appointment.room();
        if (room != null) {
            rooms.find(room).map(Room::name).ifPresent(name -> facts.add(new SessionChangePage.Fact("Room", name)));
        }
        if (!appointment.link().isEmpty()) {
            facts.add(new SessionChangePage.Fact("Online", appointment.link()));
        }
        if (!appointment.code().isEmpty()) {
            facts.add(new SessionChangePage.Fact("Code", appointment.code()));
            facts.add(new SessionChangePage.Fact("Billed", "Not by this program: it bills groups only."));
        }
        if (mark.isShownTo(who, patient, appointment.entry())) {
            facts.add(new SessionChangePage.Fact("Kept under", "42 CFR Part 2"));
        }
        var reason = appointment.reason();
        facts.add(new SessionChangePage.Fact(
                "Stands", appointment.status().onScreen() + (reason == null ? "" : ": " + reason)));
        return facts;
    }
}
