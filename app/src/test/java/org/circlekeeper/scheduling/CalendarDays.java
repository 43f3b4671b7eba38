package org.circlekeeper.scheduling;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.GroupLeader;
import org.circlekeeper.roster.GroupLeaders;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A practice with groups for tests of the calendar, and the words to plan and look at its weeks. */
@Component
@Lazy
class CalendarDays {

    static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    static final Actor TEST = new Actor.Operator("test");

    private final AnyPractice any;
    private final Practices practices;
    private final Groups groups;
    private final GroupLeaders leaders;
    private final Rosters rosters;
    private final Sessions sessions;
    private final PlanSessions duty;
    private final Clock clock;

    CalendarDays(
            AnyPractice any,
            Practices practices,
            Groups groups,
            GroupLeaders leaders,
            Rosters rosters,
            Sessions sessions,
            PlanSessions duty,
            Clock clock) {
        this.any = any;
        this.practices = practices;
        this.groups = groups;
        this.leaders = leaders;
        this.rosters = rosters;
        this.sessions = sessions;
        this.duty = duty;
        this.clock = clock;
    }

    PractitionerId leader(PracticeId practice, String first, String npi) {
        return any.in(
                practice,
                () -> practices.add(new PersonName(first, "Leader"), "LCSW", new Npi(npi), "1041C0700X", "L" + npi));
    }

    GroupId group(PracticeId practice, String name, PractitionerId leader) {
        return any.in(practice, () -> {
            var type = groups.type("Open group", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            return groups.found(type, name, 10, leader, DateRange.from(FIRST), TEST);
        });
    }

    /** One to whose records 42 CFR Part 2 applies. */
    GroupId underPart2(PracticeId practice, String name, PractitionerId leader) {
        return any.in(practice, () -> {
            var type = groups.type("Recovery group", ProcedureCode.GROUP_PSYCHOTHERAPY, true);
            return groups.found(type, name, 10, leader, DateRange.from(FIRST), TEST);
        });
    }

    void coLeads(PracticeId practice, GroupId group, PractitionerId who) {
        any.run(practice, () -> leaders.add(group, who, GroupLeader.Part.CO_LEADING, DateRange.from(FIRST), TEST));
    }

    SeriesId weekly(PracticeId practice, GroupId group, DayOfWeek day, String start) {
        return any.in(
                practice,
                () -> sessions.meetWeekly(
                        group, day, LocalTime.parse(start), Duration.ofMinutes(90), DateRange.from(FIRST), "11", TEST));
    }

    SeriesId inRoom(PracticeId practice, GroupId group, String rule, String start, RoomId room) {
        return any.in(
                practice,
                () -> sessions.meet(
                        new Series(
                                sessions.newSeriesId(),
                                group,
                                Recurrence.read(rule),
                                LocalTime.parse(start),
                                Duration.ofMinutes(90),
                                DateRange.from(FIRST),
                                "11",
                                room,
                                ""),
                        TEST));
    }

    PatientId member(PracticeId practice, GroupId... of) {
        var patient = any.patient(practice);
        any.run(practice, () -> Set.of(of).forEach(group -> rosters.join(group, patient, DateRange.from(FIRST), TEST)));
        return patient;
    }

    void plan(PracticeId practice) {
        any.run(
                practice,
                () -> steps(practice).forEach(step -> {
                    if (step instanceof Step.Act<CalendarPlan.Plan> act) {
                        duty.perform(work(practice), act.action());
                    }
                }));
    }

    List<Step<CalendarPlan.Plan>> steps(PracticeId practice) {
        return any.in(practice, () -> duty.plan(work(practice)));
    }

    List<String> questions(PracticeId practice) {
        return steps(practice).stream()
                .filter(step -> step instanceof Step.Ask)
                .map(step -> ((Step.Ask<CalendarPlan.Plan>) step).question())
                .toList();
    }

    Session on(PracticeId practice, GroupId group, LocalDate day) {
        return any.in(practice, () -> sessions.between(day, day)).stream()
                .filter(session -> session.group().equals(group))
                .findFirst()
                .orElseThrow();
    }

    private Work work(PracticeId practice) {
        return new Work(practice, AnyPractice.ZONE, clock.instant());
    }
}
