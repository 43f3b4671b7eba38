package org.circlekeeper.attendance.web;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.access.ChangesNothing;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Giving somebody a seat in a group from a day on: first what would come of it, then the seat. */
@Controller
@ConditionalOnWebApplication
public class SeatController {

    private final GroupPages pages;
    private final AddMemberPages addPages;
    private final PatientPages patientPages;
    private final Rosters rosters;
    private final Patients patients;
    private final Practices practices;

    SeatController(
            GroupPages pages,
            AddMemberPages addPages,
            PatientPages patientPages,
            Rosters rosters,
            Patients patients,
            Practices practices) {
        this.pages = pages;
        this.addPages = addPages;
        this.patientPages = patientPages;
        this.rosters = rosters;
        this.patients = patients;
        this.practices = practices;
    }

    /** Who is to get the seat and from when; once both are known, what would come of it. */
    @Needs(Permission.KEEP_GROUPS)
    @GetMapping("/groups/{id}/add")
    ModelAndView ask(SignedIn who, @PathVariable GroupId id) {
        return found(who, id, Map.of());
    }

    @Needs(Permission.KEEP_GROUPS)
    @ChangesNothing
    @PostMapping("/groups/{id}/add")
    ModelAndView found(SignedIn who, @PathVariable GroupId id, @RequestParam Map<String, String> typed) {
        var form = Filled.in("seat", typed);
        return addPages.show(id, who, form.has("from") ? form : form.with("from", practices.today()));
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/groups/{id}/memberships")
    Object join(SignedIn who, @PathVariable GroupId id, @RequestParam Map<String, String> typed) {
        var group = pages.group(id);
        var form = Filled.in("seat", typed);
        var patient =
                form.read("patient", "Choose who gets the seat.", PatientId::of).flatMap(patients::find);
        if (patient.isEmpty()) {
            form.refuse("patient", "Choose who gets the seat.");
        }
        patient.ifPresent(found -> seat(form, group, found.id(), who));
        return form.isWrong()
                ? addPages.show(id, who, form)
                : Next.to("/groups/" + id).saying("The seat is theirs.");
    }

    /** The same, from the member's page; with {@code look}, only what would come of it. */
    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/patients/{id}/memberships")
    Object join(SignedIn who, @PathVariable PatientId id, @RequestParam Map<String, String> typed) {
        patientPages.patient(id);
        var form = Filled.in("seat", typed);
        var group = form.read("group", "Choose a group.", GroupId::of).map(pages::group);
        if (form.has("look")) {
            return patientPages.show(
                    id,
                    who,
                    form,
                    group.map(found -> look(form, found, id, who)).orElse(null));
        }
        group.ifPresent(found -> seat(form, found, id, who));
        return form.isWrong()
                ? patientPages.show(id, who, form)
                : Next.to("/patients/" + id).saying("The seat is theirs.");
    }

    private @Nullable SeatPreview look(Filled form, Group group, PatientId patient, SignedIn who) {
        var from = from(form, group);
        return form.isWrong() ? null : addPages.preview(group, patient, from.orElseThrow(), who);
    }

    private static Optional<LocalDate> from(Filled form, Group group) {
        var from = form.day("from", "Choose the first day on which the seat is theirs.");
        from.filter(day -> day.isBefore(group.days().first()))
                .ifPresent(day -> form.refuse("from", "The group begins later. Choose a day after it has begun."));
        return from;
    }

    /** Gives the seat, or says in the form why not. */
    private void seat(Filled form, Group group, PatientId patient, SignedIn who) {
        var from = from(form, group);
        if (form.isWrong()) {
            return;
        }
        var days = addPages.days(group, from.orElseThrow());
        var asked = new Admission(group.id(), patient, days, form.has("despite") ? form.value("despite") : null);
        switch (rosters.admit(asked, who.actor())) {
            case Rosters.Joined.Seated _ -> {}
            case Rosters.Joined.Full(int capacity) -> form.refuse("from", full(capacity));
            case Rosters.Joined.AlreadySeated _ ->
                form.refuse(form.has("group") ? "group" : "patient", "They have a seat in this group then already.");
            case Rosters.Joined.NotAdmitted(var findings) -> form.refuse("despite", words(findings));
        }
    }

    static String full(int capacity) {
        return "All " + capacity + " seats are taken then. Choose a later day, or give the group more seats.";
    }

    /** What holds, each with what would settle it; and when a reason may pass it, that it may. */
    static String words(List<Finding> findings) {
        boolean shut = findings.stream().anyMatch(finding -> finding.weight() == Finding.Weight.ALWAYS_HOLDS);
        return findings.stream()
                        .map(finding -> finding.because().sentence() + " " + finding.remedy())
                        .collect(joining(" "))
                + (shut ? "" : " To seat them all the same, say why here.");
    }
}
