package org.circlekeeper.scheduling.web;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.ChangesNothing;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.NotYours;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.scheduling.Appointment;
import org.circlekeeper.scheduling.AppointmentChange;
import org.circlekeeper.scheduling.AppointmentEntries;
import org.circlekeeper.scheduling.AppointmentId;
import org.circlekeeper.scheduling.Appointments;
import org.circlekeeper.scheduling.Edits;
import org.circlekeeper.scheduling.Rooms;
import org.circlekeeper.scheduling.SessionChanges;
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

    private static final String UNKNOWN_ENTRY = "Nobody waits by that name any more. Begin from the waitlist again.";

    private final Appointments appointments;
    private final SessionChanges changes;
    private final AppointmentPages pages;
    private final Patients patients;
    private final Rooms rooms;
    private final Practices practices;

    AppointmentsController(
            Appointments appointments,
            SessionChanges changes,
            AppointmentPages pages,
            Patients patients,
            Rooms rooms,
            Practices practices) {
        this.appointments = appointments;
        this.changes = changes;
        this.pages = pages;
        this.patients = patients;
        this.rooms = rooms;
        this.practices = practices;
    }

    /**
     * Everything the page shows on which one is booked.
     *
     * @param guest who waits and is booked for; null when it is somebody else
     * @param found members whom the words fit
     */
    public record Fresh(
            Filled form,
            AppointmentEntries.@Nullable Guest guest,
            List<Choice> kinds,
            List<Choice> leaders,
            List<Choice> rooms,
            List<Choice> found) {}

    /**
     * Everything the page of an appointment shows.
     *
     * @param guest who comes, when they wait; null when it is somebody else
     * @param next what whoever looks may say of it; empty for who may say nothing
     * @param moves whether they may move it
     * @param form the form that was sent and could not be read, or a blank one
     * @param usual the form that moves it, filled with how it stands
     */
    public record Page(
            String id,
            String title,
            String when,
            List<SessionChangePage.Fact> facts,
            AppointmentEntries.@Nullable Guest guest,
            List<Choice> next,
            boolean moves,
            List<Choice> leaders,
            List<Choice> rooms,
            List<SessionChangePage.Past> past,
            Filled form,
            Filled usual) {

        /** The form of this name as it was sent, else another. */
        public Filled form(String name, Filled other) {
            return form.name().equals(name) ? form : other;
        }

        public String path() {
            return "/calendar/appointments/" + id;
        }
    }

    @Needs(Permission.KEEP_CALENDAR)
    @GetMapping("/calendar/appointments/new")
    ModelAndView fresh(SignedIn who, @RequestParam(defaultValue = "") String entry) {
        return found(who, Map.of("entry", entry));
    }

    @Needs(Permission.KEEP_CALENDAR)
    @ChangesNothing
    @PostMapping("/calendar/appointments/new")
    ModelAndView found(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("appointment", typed);
        if (!form.has("start")) {
            form.with("start", "10:00").with("minutes", 50).with("place", "11");
        }
        return pages.fresh(who, form);
    }

    @Needs(Permission.KEEP_CALENDAR)
    @PostMapping("/calendar/appointments")
    Object book(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("appointment", typed);
        var wanted = wanted(form, who);
        if (wanted.isPresent()) {
            switch (appointments.book(wanted.get(), who.actor())) {
                case Appointments.Booked.Done(var id) -> {
                    return Next.to("/calendar/appointments/" + id).saying("The appointment is in the calendar.");
                }
                case Appointments.Booked.Clash(var words) -> form.refuse("start", words);
            }
        }
        var view = pages.fresh(who, form);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @Needs(Permission.SEE_CALENDAR)
    @GetMapping("/calendar/appointments/{id}")
    ModelAndView show(SignedIn who, @PathVariable AppointmentId id) {
        return pages.page(mine(id, who), who, Filled.blank(""));
    }

    @Needs(Permission.KEEP_CALENDAR)
    @PostMapping("/calendar/appointments/{id}")
    Object become(SignedIn who, @PathVariable AppointmentId id, @RequestParam Map<String, String> typed) {
        var appointment = mine(id, who);
        var form = Filled.in("status", typed);
        var status = form.read("status", "Choose what became of it.", Appointment.Status::valueOf);
        var why = form.text("why", "Say why, or how you know.");
        if (form.isWrong()) {
            return wrong(appointment, who, form);
        }
        if (status.orElseThrow() == Appointment.Status.PLANNED) {
            return change(who, appointment, new AppointmentChange.Restore(), why.orElseThrow(), false, form, "status");
        }
        if (!appointments.become(id, status.orElseThrow(), why.orElseThrow(), who.actor())) {
            form.refuse(
                    "status",
                    appointment.status().next().contains(status.orElseThrow())
                            ? "It is still to come. Say so once it has begun, or that it is cancelled."
                            : "It stands otherwise by now. Look at it again.");
            return wrong(appointment, who, form);
        }
        return Next.to("/calendar/appointments/" + id).saying("Saved.");
    }

    /** Another time, room or person for it; whoever comes is put on the list of calls unless they know. */
    @Needs(Permission.KEEP_CALENDAR)
    @PostMapping("/calendar/appointments/{id}/move")
    Object move(SignedIn who, @PathVariable AppointmentId id, @RequestParam Map<String, String> typed) {
        var appointment = mine(id, who);
        var form = Filled.in("move", typed);
        var why = form.text("why", "Say why: it is kept with the appointment.");
        var move = move(form);
        return form.isWrong() || move.isEmpty()
                ? wrong(appointment, who, form)
                : change(who, appointment, move.get(), why.orElseThrow(), form.has("known"), form, "start");
    }

    private Object change(
            SignedIn who,
            Appointment appointment,
            AppointmentChange change,
            String why,
            boolean known,
            Filled form,
            String field) {
        var edits = new Edits(List.of(), changes.alone(Map.of(appointment.id(), change), why), known);
        return switch (changes.make(edits, why, who.actor())) {
            case SessionChanges.Outcome.Done(var act, var preview) ->
                Next.to(appointment.href()).saying("Done. " + preview.says()).undo("/calendar/acts/" + act + "/undo");
            case SessionChanges.Outcome.Refused(var against) -> {
                form.refuse(field, String.join(" ", against));
                yield wrong(appointment, who, form);
            }
        };
    }

    private ModelAndView wrong(Appointment appointment, SignedIn who, Filled form) {
        var view = pages.page(appointment, who, form);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private Optional<AppointmentChange.Move> move(Filled form) {
        var day = form.day("day", "Choose the day.");
        var start = form.read("start", "Write when it begins, as in 10:00.", LocalTime::parse);
        var minutes = minutes(form);
        var leader = leader(form);
        var room = Fields.room(form, rooms);
        return form.isWrong()
                ? Optional.empty()
                : Optional.of(new AppointmentChange.Move(
                        day.orElseThrow(),
                        start.orElseThrow(),
                        Duration.ofMinutes(minutes.orElseThrow()),
                        room.orElse(null),
                        leader.orElseThrow()));
    }

    private static Optional<Integer> minutes(Filled form) {
        return form.read("minutes", "Write how long it lasts, from 15 to 240 minutes.", Filled.whole(15, 240));
    }

    private Optional<PractitionerId> leader(Filled form) {
        var leader = form.read("leader", "Choose who holds it.", PractitionerId::of);
        leader.filter(id -> practices.practitioners().stream()
                        .noneMatch(one -> one.id().equals(id)))
                .ifPresent(_ -> form.refuse("leader", "Choose from the list."));
        return leader;
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

    private Optional<Appointments.Wanted> wanted(Filled form, SignedIn who) {
        var kind = form.read("kind", "Choose what it is for.", Appointment.Kind::valueOf);
        var code = form.readIfAny("code", "Write the CPT or HCPCS code, as in 90834.", ProcedureCode::new);
        var day = form.day("day", "Choose the day.");
        var start = form.read("start", "Write when it begins, as in 10:00.", LocalTime::parse);
        var minutes = minutes(form);
        var leader = leader(form);
        var place = form.read("place", "Choose where it is.", WeeklyForm::place);
        var room = Fields.room(form, rooms);
        var link =
                form.readIfAny("link", "Write the address of the video room, beginning with https://.", Fields::link);
        var patient = form.readIfAny("patient", "Choose from the list.", PatientId::of)
                .flatMap(patients::find)
                .map(Patient::id);
        var entry = form.readIfAny("entry", UNKNOWN_ENTRY, UUID::fromString);
        entry.filter(id -> appointments.guest(who, id).isEmpty()).ifPresent(_ -> form.refuse("entry", UNKNOWN_ENTRY));
        if (patient.isEmpty() && entry.isEmpty() && !form.has("label")) {
            form.refuse("label", "Say who comes, or choose a member.");
        }
        day.filter(chosen -> chosen.isBefore(practices.today()))
                .ifPresent(_ -> form.refuse("day", "That day is past. Choose one that is to come."));
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
}
