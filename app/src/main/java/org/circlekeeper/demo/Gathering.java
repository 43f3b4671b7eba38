package org.circlekeeper.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.coverage.Coverage;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Recurrence;
import org.circlekeeper.scheduling.RoomId;
import org.circlekeeper.scheduling.Rooms;
import org.circlekeeper.scheduling.Series;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.PostalAddress;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills the groups of a practice of the story: members with insurance, diagnosis and plan, each in a seat. */
@Component
class Gathering {

    private static final long SEED = 26_11_23;
    private static final int MINUTES = 75;
    private static final String OFFICE = "11";
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 19);
    private static final LocalDate INSURED_FROM = LocalDate.of(2026, 1, 1);
    private static final List<String> DIAGNOSES = List.of("F41.1", "F33.1", "F43.10", "F33.0", "F40.10");

    private final Groups groups;
    private final Rosters rosters;
    private final Sessions sessions;
    private final Rooms rooms;
    private final Patients patients;
    private final Coverages coverages;
    private final Charts charts;

    Gathering(
            Groups groups,
            Rosters rosters,
            Sessions sessions,
            Rooms rooms,
            Patients patients,
            Coverages coverages,
            Charts charts) {
        this.groups = groups;
        this.rosters = rosters;
        this.sessions = sessions;
        this.rooms = rooms;
        this.patients = patients;
        this.coverages = coverages;
        this.charts = charts;
    }

    void fill(House house) {
        var random = new Random(SEED);
        var type = groups.screenedType("Process group", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
        var owner = house.as(house.script().owner().name().first());
        var places = new HashMap<String, RoomId>();
        house.script()
                .rooms()
                .forEach(place -> places.put(place.name(), rooms.add(place.name(), place.seats(), owner)));
        for (var circle : house.script().groups()) {
            var leader = Objects.requireNonNull(house.leaders().get(circle.leader()));
            var days = DateRange.from(FIRST_DAY);
            var group = groups.found(type, circle.name(), circle.capacity(), leader, days, owner);
            sessions.meet(times(group, circle, days, places.get(circle.room())), owner);
            seat(house, group, circle, random, owner);
        }
    }

    private Series times(GroupId group, Script.Circle circle, DateRange days, @Nullable RoomId room) {
        return new Series(
                sessions.newSeriesId(),
                group,
                Recurrence.weekly(circle.weekday()),
                circle.start(),
                Duration.ofMinutes(MINUTES),
                days,
                OFFICE,
                room,
                "");
    }

    private void seat(House house, GroupId group, Script.Circle circle, Random random, Actor owner) {
        var payers = insured(house);
        var members = new ArrayList<Patient>();
        var insurance = new ArrayList<Coverage>();
        for (var name : circle.names()) {
            var payer = payers.get(members.size() % payers.size());
            var member = member(name, payer, members.size(), random);
            members.add(member);
            insurance.add(insurance(member, payer, random));
        }
        patients.add(members, owner, "the practice moved in");
        coverages.add(insurance, owner, "the practice moved in");
        for (var member : members) {
            var code = new DiagnosisCode(DIAGNOSES.get(random.nextInt(DIAGNOSES.size())));
            charts.diagnose(member.id(), List.of(code), INSURED_FROM, owner);
            plan(house, circle, member, owner);
            rosters.join(group, member.id(), DateRange.from(FIRST_DAY), owner);
        }
    }

    private void plan(House house, Script.Circle circle, Patient member, Actor owner) {
        var halfYear = new DateRange(LocalDate.of(2026, 9, 14), LocalDate.of(2027, 3, 13));
        var signer = house.script().called(circle.leader());
        charts.recordPlan(
                member.id(), halfYear, signer.name() + ", " + signer.credential(), "paper chart, cabinet 2", owner);
    }

    /** Each payer as often in ten as its share says. */
    private static List<Payer> insured(House house) {
        return house.script().payers().stream()
                .flatMap(
                        plan -> Collections.nCopies(plan.share(), house.payers().get(plan.payerId())).stream())
                .toList();
    }

    private Patient member(PersonName name, Payer payer, int place, Random random) {
        boolean medicare = payer.filingCode().equals("MB");
        var born = LocalDate.of(medicare ? 1948 : 1966, 1, 1).plusDays(random.nextInt(medicare ? 3_600 : 12_000));
        return new Patient(
                patients.newId(),
                null,
                name,
                born,
                place % 2 == 0 ? "F" : "M",
                "",
                new Phone("31255501" + (10 + random.nextInt(90))),
                new PostalAddress(100 + random.nextInt(800) + " Invented Avenue", "Chicago", "IL", "60614"),
                true);
    }

    private Coverage insurance(Patient member, Payer payer, Random random) {
        return new Coverage(
                coverages.newId(),
                member.id(),
                payer.id(),
                "P",
                "W" + (100_000_000 + random.nextInt(900_000_000)),
                "",
                "18",
                null,
                DateRange.from(INSURED_FROM),
                "card seen");
    }
}
