package org.circlekeeper.attendance.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.coverage.Coverage;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.OwnRule;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.PostalAddress;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.circlekeeper.terms.TaxId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A practice for tests of pages: ten members in one Monday group, two payers, an owner and two who lead. */
@Component
@Lazy
public class Circle {

    public static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final Actor TEST = new Actor.Operator("test");
    private static final List<String> NAMES = List.of(
            "Ana Ruiz",
            "Ben Okafor",
            "Cleo Martin",
            "Dov Stern",
            "Elif Kaya",
            "Finn Walsh",
            "Gita Rao",
            "Hugo Lind",
            "Ines Costa",
            "Jae Park");

    private final PracticeScope scope;
    private final Practices practices;
    private final People people;
    private final SignIns signIns;
    private final Groups groups;
    private final Rosters rosters;
    private final Patients patients;
    private final Payers payers;
    private final PracticeRules rules;
    private final Coverages coverages;
    private final Sessions sessions;
    private final Clock clock;

    Circle(
            PracticeScope scope,
            Practices practices,
            People people,
            SignIns signIns,
            Groups groups,
            Rosters rosters,
            Patients patients,
            Payers payers,
            PracticeRules rules,
            Coverages coverages,
            Sessions sessions,
            Clock clock) {
        this.scope = scope;
        this.practices = practices;
        this.people = people;
        this.signIns = signIns;
        this.groups = groups;
        this.rosters = rosters;
        this.patients = patients;
        this.payers = payers;
        this.rules = rules;
        this.coverages = coverages;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What was set up: tokens of sign-ins by role, the leader's own among them. */
    public record Made(
            PracticeId practice,
            GroupId group,
            SessionId today,
            SessionId tomorrow,
            List<PatientId> members,
            PractitionerId leader,
            PractitionerId other,
            Payer evergreen,
            Map<Role, String> tokens,
            String otherLeader) {}

    public Made made() {
        var id = new PracticeId(NewId.at(clock.instant()));
        return scope.in(id, () -> make(id));
    }

    private Made make(PracticeId id) {
        practices.keep(mapleCircle(id));
        people.namePractice(id, "Maple Circle");
        var marcus = practices.add(new PersonName("Marcus", "Bell"), "LCSW", new Npi("1234567893"), "1041C0700X", "");
        var dana = practices.add(new PersonName("Dana", "Whitfield"), "PsyD", new Npi("1234560021"), "103T00000X", "");
        var type = groups.type("Process group", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
        var first = LocalDate.of(2026, 10, 5);
        var group = groups.found(type, "Monday Circle", 12, marcus, DateRange.from(first), TEST);
        sessions.meetWeekly(
                group, DayOfWeek.MONDAY, LocalTime.of(7, 0), Duration.ofMinutes(90), DateRange.from(first), "11", TEST);
        var evergreen = payers.keep("Evergreen", "EVG01", "CI");
        var medicaid = payers.keep("State Medicaid", "SMD01", "MC");
        most(evergreen, 12);
        most(medicaid, 10);
        var members = members(group, first, evergreen, medicaid);
        var today = session(group, marcus, LocalDate.of(2026, 11, 23));
        var tomorrow = session(group, marcus, LocalDate.of(2026, 11, 30));
        return new Made(
                id,
                group,
                today,
                tomorrow,
                members,
                marcus,
                dana,
                evergreen,
                Map.of(
                        Role.OWNER, person(id, Role.OWNER, "Dana Whitfield", null),
                        Role.THERAPIST, person(id, Role.THERAPIST, "Marcus Bell", marcus),
                        Role.COORDINATOR, person(id, Role.COORDINATOR, "Ines Costa", null)),
                person(id, Role.THERAPIST, "Other Leader", dana));
    }

    private static Practice mapleCircle(PracticeId id) {
        return new Practice(
                id,
                "Maple Circle",
                "Maple House",
                new Npi("1234560013"),
                new TaxId("987650001"),
                "261QM0850X",
                new Phone("2175550142"),
                new PostalAddress("1 Main Street", "Springfield", "IL", "627011234"),
                ZONE,
                Practice.Profile.SMALL);
    }

    private List<PatientId> members(GroupId group, LocalDate first, Payer evergreen, Payer medicaid) {
        var members = new ArrayList<PatientId>();
        for (int i = 0; i < NAMES.size(); i++) {
            var name = NAMES.get(i).split(" ");
            var patient = new PatientId(NewId.at(clock.instant()));
            patients.add(
                    List.of(new Patient(
                            patient,
                            null,
                            new PersonName(name[0], name[1]),
                            LocalDate.of(1980 + i, 3, 9),
                            "U",
                            "",
                            null,
                            new PostalAddress(10 + i + " Oak Street", "Springfield", "IL", "62701"),
                            true)),
                    TEST,
                    "test");
            coverages.add(
                    List.of(new Coverage(
                            coverages.newId(),
                            patient,
                            (i % 2 == 0 ? evergreen : medicaid).id(),
                            "P",
                            "W12345" + i,
                            "",
                            "18",
                            null,
                            DateRange.from(LocalDate.of(2026, 1, 1)),
                            "card")),
                    TEST,
                    "test");
            rosters.join(group, patient, DateRange.from(first), TEST);
            members.add(patient);
        }
        return members;
    }

    private void most(Payer payer, int people) {
        rules.keep(
                new OwnRule(
                        NewId.at(clock.instant()),
                        payer.id(),
                        OwnRule.Kind.MOST_PEOPLE,
                        people,
                        DateRange.from(LocalDate.of(2026, 1, 1)),
                        "provider manual",
                        null),
                TEST);
    }

    private SessionId session(GroupId group, PractitionerId leader, LocalDate day) {
        var id = sessions.newId();
        var start = day.atTime(7, 0).atZone(ZONE).toInstant();
        sessions.add(List.of(new Session(
                id,
                group,
                null,
                day,
                start,
                start.plus(Duration.ofMinutes(90)),
                leader,
                "11",
                Session.Status.PLANNED,
                null,
                false)));
        return id;
    }

    private String person(PracticeId practice, Role role, String name, @Nullable PractitionerId leads) {
        PersonId person = people.add(name.replace(' ', '.') + "@" + practice + ".example", name);
        people.giveRole(practice, person, role, TEST);
        if (leads != null) {
            people.linkPractitioner(practice, person, leads.value(), TEST);
        }
        return signIns.begin(person, practice);
    }
}
