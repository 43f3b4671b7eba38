package org.circlekeeper.scheduling.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.Cycles;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.springframework.stereotype.Component;

/** Who sits in a cycle and has no seat in the next one, by name, and what stands against it. */
@Component
public class LeftBehind {

    /** Groups are as large as a room: more than these are not shown, and how many there are is said. */
    private static final int MOST = 60;

    private final Rosters rosters;
    private final Groups groups;
    private final Patients patients;
    private final Practices practices;
    private final AuditTrail audit;

    LeftBehind(Rosters rosters, Groups groups, Patients patients, Practices practices, AuditTrail audit) {
        this.rosters = rosters;
        this.groups = groups;
        this.patients = patients;
        this.practices = practices;
        this.audit = audit;
    }

    /** Somebody who sits in one cycle and not in the next, and why, each reason with its remedy. */
    public record Left(String name, String href, String group, String add, List<String> why) {}

    /** Those, and how many there are beside them. */
    public record Those(List<Left> named, int more) {

        static final Those NONE = new Those(List.of(), 0);
    }

    /** The members of a group who are to go on: they sit there today, and nobody has said that they leave. */
    List<PatientId> goOn(GroupId group) {
        return rosters.of(group).stream()
                .filter(episode -> episode.days().includes(practices.today()) && episode.ending() == null)
                .map(Membership::patient)
                .distinct()
                .toList();
    }

    /** Of these groups, where one goes on in a cycle of that name. */
    Those of(Collection<Group> some, String cycle, SignedIn who) {
        record One(Group next, PatientId patient) {}
        var all = new ArrayList<One>();
        var known = groups.all();
        for (var group : some) {
            next(known, group, cycle).ifPresent(next -> {
                var there =
                        rosters.of(next.id()).stream().map(Membership::patient).toList();
                goOn(group.id()).stream()
                        .filter(patient -> !there.contains(patient))
                        .forEach(patient -> all.add(new One(next, patient)));
            });
        }
        var shown = all.stream().limit(MOST).toList();
        if (shown.isEmpty()) {
            return Those.NONE;
        }
        var ids = shown.stream().map(One::patient).distinct().toList();
        var named = patients.byId(ids);
        var free = new HashMap<GroupId, Integer>();
        audit.shown(
                who.actor(),
                "members not taken along into a next cycle",
                ids.stream().map(PatientId::value).toList(),
                "next cycle");
        return new Those(
                shown.stream()
                        .map(one -> left(
                                one.next(),
                                one.patient(),
                                name(named, one.patient()),
                                free.computeIfAbsent(one.next().id(), _ -> free(one.next()))))
                        .toList(),
                all.size() - shown.size());
    }

    private static Optional<Group> next(List<Group> known, Group group, String cycle) {
        var name = Cycles.name(group, cycle);
        return known.stream().filter(other -> other.name().equals(name)).findFirst();
    }

    private static String name(Map<PatientId, Patient> known, PatientId patient) {
        return Optional.ofNullable(known.get(patient))
                .map(one -> one.name().toString())
                .orElse("A member");
    }

    private int free(Group next) {
        return rosters.freeSeats(next.id(), DateRange.from(next.days().first()));
    }

    private Left left(Group next, PatientId patient, String name, int free) {
        var days = DateRange.from(next.days().first());
        var why = new ArrayList<>(rosters.holding(new Admission(next.id(), patient, days)).stream()
                .map(found -> found.because().sentence() + " " + found.remedy())
                .toList());
        if (free < 1) {
            why.add("No seat is free in " + next.name() + ". Give the group more seats, or choose another one.");
        }
        if (why.isEmpty()) {
            why.add("Nothing stands against a seat any more.");
        }
        return new Left(name, "/patients/" + patient, next.name(), "/groups/" + next.id() + "/add", why);
    }
}
