package org.circlekeeper.attendance.web;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.Ending;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Giving somebody a seat in a group from a day on, and ending a membership. */
@Controller
@ConditionalOnWebApplication
public class SeatController {

    private final GroupPages pages;
    private final PatientPages patientPages;
    private final Rosters rosters;
    private final Patients patients;

    SeatController(GroupPages pages, PatientPages patientPages, Rosters rosters, Patients patients) {
        this.pages = pages;
        this.patientPages = patientPages;
        this.rosters = rosters;
        this.patients = patients;
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
                ? pages.show(id, who, form.value("find"), form)
                : Next.to("/groups/" + id).saying("The seat is theirs.");
    }

    /** The same, from the member's page. */
    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/patients/{id}/memberships")
    Object join(SignedIn who, @PathVariable PatientId id, @RequestParam Map<String, String> typed) {
        patientPages.patient(id);
        var form = Filled.in("seat", typed);
        var group = form.read("group", "Choose a group.", GroupId::of).map(pages::group);
        group.ifPresent(found -> seat(form, found, id, who));
        return form.isWrong()
                ? patientPages.show(id, who, form)
                : Next.to("/patients/" + id).saying("The seat is theirs.");
    }

    /** Gives the seat, or says in the form why not. */
    private void seat(Filled form, Group group, PatientId patient, SignedIn who) {
        var from = form.day("from", "Choose the first day on which the seat is theirs.");
        from.filter(day -> day.isBefore(group.days().first()))
                .ifPresent(day -> form.refuse("from", "The group begins later. Choose a day after it has begun."));
        if (form.isWrong()) {
            return;
        }
        var asked = new Admission(
                group.id(),
                patient,
                DateRange.from(from.orElseThrow()),
                form.has("despite") ? form.value("despite") : null);
        switch (rosters.admit(asked, who.actor())) {
            case Rosters.Joined.Seated _ -> {}
            case Rosters.Joined.Full(int capacity) ->
                form.refuse(
                        "from",
                        "All " + capacity + " seats are taken then. Choose a later day, or give the group more seats.");
            case Rosters.Joined.AlreadySeated _ ->
                form.refuse(form.has("group") ? "group" : "patient", "They have a seat in this group then already.");
            case Rosters.Joined.NotAdmitted(var findings) -> form.refuse("despite", words(findings));
        }
    }

    /** What holds, each with what would settle it; and when a reason may pass it, that it may. */
    private static String words(List<Finding> findings) {
        boolean shut = findings.stream().anyMatch(finding -> finding.weight() == Finding.Weight.ALWAYS_HOLDS);
        return findings.stream()
                        .map(finding -> finding.because().sentence() + " " + finding.remedy())
                        .collect(joining(" "))
                + (shut ? "" : " To seat them all the same, say why here.");
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/groups/{id}/memberships/{membership}/end")
    Object leave(
            SignedIn who,
            @PathVariable GroupId id,
            @PathVariable MembershipId membership,
            @RequestParam Map<String, String> typed) {
        var episode = episode(id, membership);
        var form = Filled.in("end-" + membership, typed);
        var last = form.day("last", "Choose the last day on which the seat is theirs.");
        var ending = form.read("ending", "Choose how it ends.", Ending::valueOf);
        var reason = form.text("reason", "Say why it ends: completed, moved away, did not come back.");
        last.filter(day -> day.isBefore(episode.days().first()))
                .ifPresent(_ -> form.refuse("last", "The membership begins later than that. Choose a day after it."));
        if (form.isWrong()) {
            return pages.show(id, who, "", form);
        }
        rosters.leave(membership, last.orElseThrow(), ending.orElseThrow(), reason.orElseThrow(), who.actor());
        return Next.to("/groups/" + id).saying("The membership ends after that day. The seat is free from then on.");
    }

    private Membership episode(GroupId group, MembershipId id) {
        return rosters.of(group).stream()
                .filter(episode -> episode.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
