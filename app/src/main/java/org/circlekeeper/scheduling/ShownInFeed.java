package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.Part2Mark;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.PersonName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gathers who stands in somebody's own calendar. Nobody does whom 42 CFR Part 2 protects there: neither the members of
 * a group under it, nor the appointments of whoever has its mark. The company that keeps such a calendar would need
 * their consent, or a contract as a qualified service organization (42 CFR 2.11, 2.12(c)(4)), and an agreement about
 * health information alone is neither.
 */
@Component
class ShownInFeed {

    private final BesideStore beside;
    private final SessionRosters rosters;
    private final AppointmentStore appointments;
    private final Groups groups;
    private final Patients patients;
    private final Part2Mark mark;

    ShownInFeed(
            BesideStore beside,
            SessionRosters rosters,
            AppointmentStore appointments,
            Groups groups,
            Patients patients,
            Part2Mark mark) {
        this.beside = beside;
        this.rosters = rosters;
        this.appointments = appointments;
        this.groups = groups;
        this.patients = patients;
        this.mark = mark;
    }

    /**
     * Who is shown, by what.
     *
     * @param timeOnly those appointments of which nothing but the time is shown
     * @param ids whose names or initials go out
     */
    record Shown(
            Map<SessionId, Set<PractitionerId>> people,
            Map<SessionId, List<PersonName>> expected,
            List<Appointment> alone,
            Map<PatientId, PersonName> patients,
            Set<AppointmentId> timeOnly,
            Set<UUID> ids) {}

    Shown shown(Feed feed, List<Session> met, LocalDate from, LocalDate to) {
        Map<SessionId, Set<PractitionerId>> with = new HashMap<>();
        beside.of(met.stream().map(Session::id).toList()).stream()
                .collect(groupingBy(BesideStore.Beside::session, mapping(BesideStore.Beside::practitioner, toSet())))
                .forEach((id, others) -> with.put(id, new HashSet<>(others)));
        met.forEach(session ->
                with.computeIfAbsent(session.id(), _ -> new HashSet<>()).add(session.leader()));
        var alone = appointments.between(from, to).stream()
                .filter(one -> feed.practitioner() == null || one.leader().equals(feed.practitioner()))
                .toList();
        if (feed.mode() == Feed.Mode.CODE) {
            return new Shown(with, Map.of(), alone, Map.of(), Set.of(), Set.of());
        }
        var part2 = underPart2();
        var theirs = met.stream()
                .filter(session -> !part2.contains(session.group()))
                .filter(session -> feed.practitioner() == null
                        || with.getOrDefault(session.id(), Set.of()).contains(feed.practitioner()))
                .toList();
        return named(with, rosters.expected(theirs), alone);
    }

    private Set<GroupId> underPart2() {
        return groups.all().stream().filter(Group::part2).map(Group::id).collect(toSet());
    }

    private Shown named(
            Map<SessionId, Set<PractitionerId>> with, List<SessionStore.Seated> seated, List<Appointment> alone) {
        var timeOnly = marked(alone);
        var ids = new HashSet<PatientId>();
        seated.forEach(one -> ids.add(one.patient()));
        alone.stream()
                .filter(one -> !timeOnly.contains(one.id()))
                .map(Appointment::patient)
                .filter(Objects::nonNull)
                .forEach(ids::add);
        Map<PatientId, PersonName> names =
                patients.byId(ids).values().stream().collect(toMap(Patient::id, Patient::name));
        Map<SessionId, List<PersonName>> expected = new HashMap<>();
        seated.forEach(one -> {
            var name = names.get(one.patient());
            if (name != null) {
                expected.computeIfAbsent(one.session(), _ -> new ArrayList<>()).add(name);
            }
        });
        return new Shown(
                with,
                expected,
                alone,
                names,
                timeOnly,
                ids.stream().map(PatientId::value).collect(toSet()));
    }

    /** Those of whoever has the mark, be they a patient or somebody who only asked so far. */
    private Set<AppointmentId> marked(List<Appointment> alone) {
        var treated = mark.among(alone.stream()
                .map(Appointment::patient)
                .filter(Objects::nonNull)
                .collect(toSet()));
        var waiting = mark.amongEntries(
                alone.stream().map(Appointment::entry).filter(Objects::nonNull).collect(toSet()));
        return alone.stream()
                .filter(one -> isAmong(one.patient(), treated) || isAmong(one.entry(), waiting))
                .map(Appointment::id)
                .collect(toSet());
    }

    private static <T> boolean isAmong(@Nullable T one, Set<T> some) {
        return one != null && some.contains(one);
    }
}
