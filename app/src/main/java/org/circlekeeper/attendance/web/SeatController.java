package org.circlekeeper.attendance.web;

import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
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
    private final Rosters rosters;
    private final Patients patients;

    SeatController(GroupPages pages, Rosters rosters, Patients patients) {
        this.pages = pages;
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
        var from = form.day("from", "Choose the first day on which the seat is theirs.");
        if (patient.isEmpty()) {
            form.refuse("patient", "Choose who gets the seat.");
        }
        from.filter(day -> day.isBefore(group.days().first()))
                .ifPresent(day -> form.refuse("from", "The group begins later. Choose a day after it has begun."));
        if (!form.isWrong()) {
            var joined = rosters.join(id, patient.orElseThrow().id(), DateRange.from(from.orElseThrow()), who.actor());
            switch (joined) {
                case Rosters.Joined.Seated _ -> {}
                case Rosters.Joined.Full(int capacity) ->
                    form.refuse(
                            "from",
                            "All " + capacity
                                    + " seats are taken then. Choose a later day, or give the group more seats.");
                case Rosters.Joined.AlreadySeated _ ->
                    form.refuse("patient", "They have a seat in this group then already.");
            }
        }
        return form.isWrong()
                ? pages.show(id, who, form.value("find"), form)
                : Next.to("/groups/" + id).saying("The seat is theirs.");
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
        var reason = form.text("reason", "Say why it ends: completed, moved away, did not come back.");
        last.filter(day -> day.isBefore(episode.days().first()))
                .ifPresent(_ -> form.refuse("last", "The membership begins later than that. Choose a day after it."));
        if (form.isWrong()) {
            return pages.show(id, who, "", form);
        }
        rosters.leave(membership, last.orElseThrow(), reason.orElseThrow(), who.actor());
        return Next.to("/groups/" + id).saying("The membership ends after that day. The seat is free from then on.");
    }

    private Membership episode(GroupId group, MembershipId id) {
        return rosters.of(group).stream()
                .filter(episode -> episode.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
