package org.circlekeeper.attendance.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Joining;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what is shown while somebody gets a seat: whom one may choose, and what would come of it. */
@Component
class AddMemberPages {

    private static final int PEOPLE = 200;

    private final GroupPages pages;
    private final Groups groups;
    private final Rosters rosters;
    private final Patients patients;
    private final SeatPreviews previews;
    private final Practices practices;
    private final AuditTrail audit;

    AddMemberPages(
            GroupPages pages,
            Groups groups,
            Rosters rosters,
            Patients patients,
            SeatPreviews previews,
            Practices practices,
            AuditTrail audit) {
        this.pages = pages;
        this.groups = groups;
        this.rosters = rosters;
        this.patients = patients;
        this.previews = previews;
        this.practices = practices;
        this.audit = audit;
    }

    /**
     * The days of a seat that begins on this one: a group that one joins for a session at a time gives it for a day.
     */
    DateRange days(Group group, LocalDate first) {
        return isForOneSession(group) ? new DateRange(first, first) : DateRange.from(first);
    }

    private boolean isForOneSession(Group group) {
        return groups.type(group.type())
                .filter(type -> type.joining() == Joining.DROP_IN)
                .isPresent();
    }

    ModelAndView show(GroupId id, SignedIn who, Filled form) {
        var group = pages.open(id, who);
        var find = form.value("find");
        var chosen = form.readIfAny("patient", "Choose who gets the seat.", PatientId::of)
                .flatMap(patients::find)
                .orElse(null);
        var from = form.dayIfAny("from", "Choose the first day on which the seat is theirs.")
                .orElse(null);
        var seated = seated(group);
        var found = patients.search(find).stream()
                .filter(patient -> patient.active() && !seated.contains(patient.id()))
                .toList();
        var people = found.stream().limit(PEOPLE).toList();
        audit.shown(
                who.actor(),
                "who may get a seat",
                people.stream().map(patient -> patient.id().value()).toList(),
                "group " + group.id());
        var view = new ModelAndView(
                "org/circlekeeper/attendance/web/add-member",
                "page",
                new AddMemberPage(
                        group,
                        isForOneSession(group),
                        find,
                        found.size() <= PEOPLE,
                        people.stream().map(AddMemberPages::choice).toList(),
                        chosen == null ? "" : chosen.name().toString(),
                        from == null ? "" : Words.day(from),
                        preview(group, chosen, from, who),
                        form));
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private @Nullable SeatPreview preview(
            Group group, @Nullable Patient chosen, @Nullable LocalDate from, SignedIn who) {
        return chosen == null || from == null ? null : preview(group, chosen.id(), from, who);
    }

    /** What would come of a seat for this patient from this day on. */
    SeatPreview preview(Group group, PatientId chosen, LocalDate from, SignedIn who) {
        audit.shown(who.actor(), "what a seat would change", List.of(chosen.value()), "group " + group.id());
        return previews.giving(group, chosen, days(group, from));
    }

    private Set<PatientId> seated(Group group) {
        var today = practices.today();
        return rosters.of(group.id()).stream()
                .filter(episode ->
                        episode.days().last() == null || !episode.days().last().isBefore(today))
                .map(Membership::patient)
                .collect(Collectors.toSet());
    }

    private static Choice choice(Patient patient) {
        return new Choice(patient.id().toString(), patient.name() + ", born " + Words.birthDay(patient.birthDate()));
    }
}
