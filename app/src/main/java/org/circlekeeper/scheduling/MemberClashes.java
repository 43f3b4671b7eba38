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
        var fresh = edits.sessions().stream()
                .filter(Edit::isNewThen)
                .map(Edit::after)
                .toList();
        against.addAll(ofMembers(fresh, changedAlone));
        against.addAll(inOtherGroups(fresh, changedSessions));
        return against;
    }

    private Optional<String> against(Appointment wanted, Set<SessionId> but, Set<AppointmentId> butAlone) {
        var patient = wanted.patient();
        if (patient == null) {
            return Optional.empty();
        }
        var names = words.names();
        var groups = twoPlaces.expecting(patient, wanted.startsAt(), wanted.endsAt()).stream()
                .filter(one -> !but.contains(one.session()))
                .map(one -> names.group(one.group()) + " expects this member on " + names.span(one.from(), one.to())
                        + ". Choose another time, or pause their seat in the group for that day first.");
        var alone = appointments.planned(List.of(patient), wanted.startsAt(), wanted.endsAt()).stream()
                .filter(one -> !one.id().equals(wanted.id()) && !butAlone.contains(one.id()))
                .map(one -> "This member has another appointment then: " + names.appointment(one) + ", with "
                        + names.leader(one.leader()) + ". Choose another time, or move that one first.");
        return Stream.concat(groups, alone).findFirst();
    }

    /**
     * The other groups that expect members of these sessions at their time: one sentence for each two groups.
     *
     * @param but what is about to change, and is looked past as it stands now
     */
    List<String> inOtherGroups(Collection<Session> fresh, Collection<SessionId> but) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        var names = words.names();
        return twoSeats.atTheTimeOf(fresh, but).stream()
                .map(one -> "A member of " + names.group(one.group()) + " is expected in " + names.group(one.other())
                        + " then: " + Words.moment(one.at(), names.zone())
                        + (one.times() == 1 ? "" : " first, " + one.times() + " times in what is planned")
                        + ". Choose another time, or pause or end one of their seats first.")
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
