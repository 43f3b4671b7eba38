package org.circlekeeper.scheduling.web;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.NotYours;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.scheduling.Appointment;
import org.circlekeeper.scheduling.AppointmentId;
import org.circlekeeper.scheduling.Appointments;
import org.circlekeeper.scheduling.Room;
import org.circlekeeper.scheduling.Rooms;
import org.circlekeeper.scheduling.WeeklyForm;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Single appointments: screening, intake interviews and single hours, in the same calendar as the groups. */
@Controller
@ConditionalOnWebApplication
public class AppointmentsController {

    private static final int CANDIDATES = 20;

    private final Appointments appointments;
    private final Patients patients;
    private final Rooms rooms;
    private final CalendarPages calendar;
    private final Practices practices;
    private final AuditTrail audit;

    AppointmentsController(
            Appointments appointments,
            Patients patients,
            Rooms rooms,
            CalendarPages calendar,
            Practices practices,
            AuditTrail audit) {
        this.appointments = appointments;
        this.patients = patients;
        this.rooms = rooms;
        this.calendar = calendar;
        this.practices = practices;
        this.audit = audit;
    }

    /**
     * Everything the page shows on which one is booked.
     *
     * @param found members whom the words fit
     */
    public record Fresh(
            Filled form, List<Choice> kinds, List<Choice> leaders, List<Choice> rooms, List<Choice> found) {}

    /** Everything the page of an appointment shows. */
    public record Page(
            String id,
            String title,
            String when,
            List<SessionChangePage.Fact> facts,
            List<Choice> next,
            boolean keeps,
            Filled form) {

        public String path() {
            return "/calendar/appointments/" + id;
        }
    }

    @Needs(Permission.KEEP_CALENDAR)
    @GetMapping("/calendar/appointments/new")
    ModelAndView fresh(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("appointment", typed);
        if (!form.has("start")) {
            form.with("start", "10:00").with("minutes", 50).with("place", "11");
        }
        return view(form);
    }

    @Needs(Permission.KEEP_CALENDAR)
    @PostMapping("/calendar/appointments")
    Object book(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("appointment", typed);
        var wanted = wanted(form);
        if (wanted.isPresent()) {
            switch (appointments.book(wanted.get(), who.actor())) {
                case Appointments.Booked.Done(var id) -> {
                    return Next.to("/calendar/appointments/" + id).saying("The appointment is in the calendar.");
                }
                case Appointments.Booked.Clash(var words) -> form.refuse("start", words);
            }
        }
        var view = view(form);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @Needs(Permission.SEE_CALENDAR)
    @GetMapping("/calendar/appointments/{id}")
    ModelAndView show(SignedIn who, @PathVariable AppointmentId id) {
        return page(mine(id, who), who, Filled.blank(""));
    }

    @Needs(Permission.KEEP_CALENDAR)
    @PostMapping("/calendar/appointments/{id}")
    Object become(SignedIn who, @PathVariable AppointmentId id, @RequestParam Map<String, String> typed) {
        var appointment = mine(id, who);
        var form = Filled.in("status", typed);
        var status = form.read("status", "Choose what became of it.", Appointment.Status::valueOf);
        var why = form.text("why", "Say why, or how you know.");
        if (!form.isWrong() && !appointments.become(id, status.orElseThrow(), why.orElseThrow(), who.actor())) {
            form.refuse("status", "It stands otherwise by now. Look at it again.");
        }
        if (form.isWrong()) {
            var view = page(appointment, who, form);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return Next.to("/calendar/appointments/" + id).saying("Saved.");
    }

    /** Whoever does not read the whole practice reads their own, and is not told whether there are others. */
    private Appointment mine(AppointmentId id, SignedIn who) {
        var found = appointments.find(id);
        if (who.may(Permission.SEE_WHOLE_PRACTICE)) {
            return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        return found.filter(one -> one.leader().value().equals(who.practitioner()))
                .orElseThrow(() -> NotYours.ofAnotherLeader(Permission.SEE_CALENDAR));
    }

    private Optional<Appointments.Wanted> wanted(Filled form) {
        var kind = form.read("kind", "Choose what it is for.", Appointment.Kind::valueOf);
        var code = form.readIfAny("code", "Write the CPT or HCPCS code, as in 90834.", ProcedureCode::new);
        var day = form.day("day", "Choose the day.");
        var start = form.read("start", "Write when it begins, as in 10:00.", LocalTime::parse);
        var minutes = form.read("minutes", "Write how long it lasts, from 15 to 240 minutes.", Filled.whole(15, 240));
        var leader = form.read("leader", "Choose who holds it.", PractitionerId::of);
        var place = form.read("place", "Choose where it is.", WeeklyForm::place);
        var room = Fields.room(form, rooms);
        var link =
                form.readIfAny("link", "Write the address of the video room, beginning with https://.", Fields::link);
        var patient = form.readIfAny("patient", "Choose from the list.", PatientId::of)
                .flatMap(patients::find)
                .map(Patient::id);
        var entry = form.readIfAny("entry", "Begin from the waitlist again.", UUID::fromString);
        if (patient.isEmpty() && entry.isEmpty() && !form.has("label")) {
            form.refuse("label", "Say who comes, or choose a member.");
        }
        day.filter(chosen -> chosen.isBefore(practices.today()))
                .ifPresent(_ -> form.refuse("day", "That day is past. Choose one that is to come."));
        leader.filter(id -> practices.practitioners().stream()
                        .noneMatch(one -> one.id().equals(id)))
                .ifPresent(_ -> form.refuse("leader", "Choose from the list."));
        if (form.isWrong()) {
            return Optional.empty();
        }
        return Optional.of(new Appointments.Wanted(
                kind.orElseThrow(),
                code.map(ProcedureCode::value).orElse(null),
                patient.orElse(null),
                entry.orElse(null),
                form.value("label"),
                day.orElseThrow(),
                start.orElseThrow(),
                Duration.ofMinutes(minutes.orElseThrow()),
                leader.orElseThrow(),
                room.orElse(null),
                link.orElse(""),
                place.orElseThrow()));
    }

    private ModelAndView view(Filled form) {
        var kinds = Arrays.stream(Appointment.Kind.values())
                .map(kind -> new Choice(
                        kind.name(),
                        kind.onScreen() + (kind.usualCode().isEmpty() ? "" : " (" + kind.usualCode() + ")")))
                .toList();
        var found = form.has("find") || form.has("patient")
                ? patients.search(form.value("find")).stream()
                        .limit(CANDIDATES)
                        .map(patient -> new Choice(
                                patient.id().toString(), patient.name() + ", born " + Words.day(patient.birthDate())))
                        .toList()
                : List.<Choice>of();
        return new ModelAndView(
                "org/circlekeeper/scheduling/web/new-appointment",
                "page",
                new Fresh(form, kinds, calendar.leaders(), calendar.openRooms(), found));
    }

    private ModelAndView page(Appointment appointment, SignedIn who, Filled form) {
        var zone = practices.current().zone();
        var patient = appointment.patient();
        if (patient != null) {
            audit.shown(who.actor(), "appointment", List.of(patient.value()), "appointment " + appointment.id());
        }
        var when = Words.moment(appointment.startsAt(), zone) + " to "
                + Words.time(appointment.endsAt().atZone(zone).toLocalTime());
        var next = appointment.status().next().stream()
                .map(status -> new Choice(status.name(), status.onScreen()))
                .toList();
        return new ModelAndView(
                "org/circlekeeper/scheduling/web/appointment",
                "page",
                new Page(
                        appointment.id().toString(),
                        appointment.kind().onScreen(),
                        when,
                        facts(appointment, when, patient),
                        next,
                        who.may(Permission.KEEP_CALENDAR),
                        form));
    }

    private List<SessionChangePage.Fact> facts(Appointment appointment, String when, @Nullable PatientId patient) {
        var facts = new ArrayList<SessionChangePage.Fact>();
        facts.add(new SessionChangePage.Fact("When", when));
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
        }
        var reason = appointment.reason();
        facts.add(new SessionChangePage.Fact(
                "Stands", appointment.status().onScreen() + (reason == null ? "" : ": " + reason)));
        return facts;
    }
}
