package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.circlekeeper.frame.Words;
import org.springframework.stereotype.Component;

/**
 * Finds members who would be in a group and at an appointment of their own at one time, in two groups, or at two
 * appointments, and says so without their names. It looks at what stands, so whoever decides by it holds the calendar's
 * lock.
 */
@Component
class MemberClashes {

    private final TwoPlacesStore twoPlaces;
    private final TwoSeatsStore twoSeats;
    private final AppointmentStore appointments;
    private final SessionStore sessions;
    private final ChangeWords words;

    MemberClashes(
            TwoPlacesStore twoPlaces,
            TwoSeatsStore twoSeats,
            AppointmentStore appointments,
            SessionStore sessions,
            ChangeWords words) {
        this.twoPlaces = twoPlaces;
        this.twoSeats = twoSeats;
        this.appointments = appointments;
        this.sessions = sessions;
        this.words = words;
    }

    /** What stands against booking one: where else whoever comes to it is expected then. */
    Optional<String> against(Appointment wanted) {
        return against(wanted, Set.of(), Set.of());
    }

    /** What stands against these changes: for each session and appointment the first thing that is there. */
    List<String> against(Edits edits) {
        var changedSessions =
                edits.sessions().stream().map(edit -> edit.after().id()).collect(toSet());
        var changedAlone =
                edits.appointments().stream().map(edit -> edit.after().id()).collect(toSet());
        var against = new ArrayList<String>();
        edits.appointments().stream()
                .filter(AppointmentEdit::isNewThen)
                .forEach(edit ->
                        against(edit.after(), changedSessions, changedAlone).ifPresent(against::add));
        against.addAll(ofMembers(newThen(edits), changedAlone));
        return against;
    }

    /** What a person confirms before these changes are made: which other groups expect members then. */
    List<String> toConfirm(Edits edits) {
        return inOtherGroups(
                newThen(edits),
                edits.sessions().stream()
                        .filter(edit -> edit.isNewThen() || edit.after().status() != Session.Status.PLANNED)
                        .map(edit -> edit.after().id())
                        .toList());
    }

    /**
     * The same of sessions that come in the place of others. One that is held while another of its group was to be held
     * brings nobody into two groups who was not in both before, and nothing is said of it.
     */
    List<String> toConfirm(Collection<Session> fresh, Collection<Session> gone) {
        var stood = gone.stream()
                .filter(one -> one.status() == Session.Status.PLANNED)
                .toList();
        return inOtherGroups(
                fresh.stream()
                        .filter(one ->
                                stood.stream().noneMatch(was -> was.group().equals(one.group()) && one.isWithin(was)))
                        .toList(),
                gone.stream().map(Session::id).toList());
    }

    private static List<Session> newThen(Edits edits) {
        return edits.sessions().stream()
                .filter(Edit::isNewThen)
                .map(Edit::after)
                .toList();
    }

    private Optional<String> against(Appointment wanted, Set<SessionId> but, Set<AppointmentId> butAlone) {
        var patient = wanted.patient();
        if (patient == null) {
            return Optional.empty();
        }
        var names = words.names();
        var groups = twoPlaces.expecting(patient, wanted.startsAt(), wanted.endsAt()).stream()
                .filter(one -> !but.contains(one.session()))
                .map(one -> names.byTheWay(one.group()).orElse("A group") + " expects this member on "
                        + names.span(one.from(), one.to())
                        + ". Choose another time, or pause their seat in the group for that day first.");
        var alone = appointments.planned(List.of(patient), wanted.startsAt(), wanted.endsAt()).stream()
                .filter(one -> !one.id().equals(wanted.id()) && !butAlone.contains(one.id()))
                .map(one -> "This member has another appointment then: " + names.appointment(one) + ", with "
                        + names.leader(one.leader()) + ". Choose another time, or move that one first.");
        return Stream.concat(groups, alone).findFirst();
    }

    /**
     * The other groups that expect members of these sessions at their time: one sentence for each two groups. It keeps
     * no change from being made, for the rest of the group is there; whose seats they are is asked on Today. Of two
     * groups of which one is under Part 2 only that is named which changes: that its members sit in the other, or those
     * of the other in it, is told to nobody by the way.
     *
     * @param but what is about to change, and is looked past as it stands now
     */
    private List<String> inOtherGroups(Collection<Session> fresh, Collection<SessionId> but) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        var names = words.names();
        return twoSeats.atTheTimeOf(fresh, but).stream()
                .map(one -> "To confirm: a member of " + names.group(one.group()) + " is expected in "
                        + names.byTheWay(one.group())
                                .flatMap(_ -> names.byTheWay(one.other()))
                                .orElse("another group")
                        + " then: " + Words.moment(one.at(), names.zone())
                        + (one.times() == 1 ? "" : " first, " + one.times() + " times in what is planned")
                        + ". Once this is done, Today asks about each such member where they sit.")
                .toList();
    }

    /** The appointments of members whom these sessions expect, at their time. */
    List<String> ofMembers(Collection<Session> fresh, Set<AppointmentId> but) {
        var first = fresh.stream().map(Session::startsAt).min(Instant::compareTo);
        var last = fresh.stream().map(Session::endsAt).max(Instant::compareTo);
        if (first.isEmpty() || last.isEmpty()) {
            return List.of();
        }
        var expected = sessions.seated(fresh);
        var patients = expected.stream().map(SessionStore.Seated::patient).collect(toSet());
        var alone = appointments.planned(patients, first.get(), last.get());
        var names = words.names();
        var says = new ArrayList<String>();
        for (var session : fresh) {
            var members = expected.stream()
                    .filter(one -> one.session().equals(session.id()))
                    .map(SessionStore.Seated::patient)
                    .collect(toSet());
            alone.stream()
                    .filter(one -> !but.contains(one.id()) && members.contains(one.patient()))
                    .filter(one -> one.startsAt().isBefore(session.endsAt())
                            && session.startsAt().isBefore(one.endsAt()))
                    .findFirst()
                    .ifPresent(one -> says.add("A member of " + names.group(session.group())
                            + " has an appointment then: " + names.appointment(one) + ", with "
                            + names.leader(one.leader()) + ". Choose another time, or move the appointment first."));
        }
        return says;
    }
}
