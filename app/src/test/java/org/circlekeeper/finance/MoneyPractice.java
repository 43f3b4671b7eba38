package org.circlekeeper.finance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.coverage.Coverage;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.eligibility.Benefits;
import org.circlekeeper.eligibility.Eligibility;
import org.circlekeeper.eligibility.How;
import org.circlekeeper.eligibility.Policy;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.stereotype.Component;

/** A practice with a group that meets on Wednesday and a payer of each kind, new for each test that asks. */
@Component
class MoneyPractice {

    static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);
    static final Actor.Person ROSA = new Actor.Person(new PersonId(UUID.randomUUID()), "Rosa Diaz", "biller");

    private final AnyPractice any;
    private final PracticeScope scope;
    private final Practices practices;
    private final Payers payers;
    private final Patients patients;
    private final Groups groups;
    private final Rosters rosters;
    private final Sessions sessions;
    private final Coverages coverages;
    private final Eligibility eligibility;
    private final AtomicInteger people = new AtomicInteger();

    MoneyPractice(
            AnyPractice any,
            PracticeScope scope,
            Practices practices,
            Payers payers,
            Patients patients,
            Groups groups,
            Rosters rosters,
            Sessions sessions,
            Coverages coverages,
            Eligibility eligibility) {
        this.any = any;
        this.scope = scope;
        this.practices = practices;
        this.payers = payers;
        this.patients = patients;
        this.groups = groups;
        this.rosters = rosters;
        this.sessions = sessions;
        this.coverages = coverages;
        this.eligibility = eligibility;
    }

    PracticeId open() {
        var practice = any.open();
        scope.run(practice, () -> {
            payers.keep("Evergreen Health", "EVG01", "CI");
            payers.keep("Medicare Part B", "MCRB1", "MB");
            payers.keep("State Medicaid", "MCD01", "MC");
            payers.charge(ProcedureCode.GROUP_PSYCHOTHERAPY, LocalDate.of(2026, 1, 1), Money.dollars("90"));
        });
        return practice;
    }

    GroupId group(PracticeId practice) {
        return scope.in(practice, () -> {
            var leader = practices.practitioners().getFirst().id();
            var group = groups.found(
                    groups.type("Process", ProcedureCode.GROUP_PSYCHOTHERAPY, false),
                    "Circle",
                    12,
                    leader,
                    DateRange.from(LocalDate.of(2026, 1, 1)),
                    ROSA);
            var start = ZonedDateTime.of(WEDNESDAY, LocalTime.of(18, 30), AnyPractice.ZONE)
                    .toInstant();
            sessions.add(List.of(new Session(
                    sessions.newId(),
                    group,
                    null,
                    WEDNESDAY,
                    start,
                    start.plusSeconds(75 * 60),
                    leader,
                    "11",
                    Session.Status.PLANNED,
                    null,
                    false)));
            return group;
        });
    }

    /** Somebody who has a seat from that day on, and no insurance. */
    PatientId member(PracticeId practice, GroupId group, LocalDate since) {
        var patient = new PatientId(NewId.at(NOW));
        var letter = (char) ('A' + people.incrementAndGet() % 26);
        var name = new PersonName("Person", "Of" + letter);
        scope.run(practice, () -> {
            patients.add(
                    List.of(new Patient(patient, null, name, LocalDate.of(1980, 1, 1), "F", "", null, null, true)),
                    ROSA,
                    "test");
            rosters.join(group, patient, DateRange.from(since), ROSA);
        });
        return patient;
    }

    void insure(PracticeId practice, PatientId patient, String payerId, String memberId, String rank) {
        scope.run(
                practice,
                () -> coverages.add(
                        List.of(new Coverage(
                                coverages.newId(),
                                patient,
                                payer(payerId),
                                rank,
                                memberId,
                                "",
                                "18",
                                null,
                                DateRange.from(LocalDate.of(2026, 1, 1)),
                                "test")),
                        ROSA,
                        "test"));
    }

    UUID payer(String payerId) {
        return payers.byPayerId(payerId).orElseThrow().id();
    }

    /** A person heard it in the payer's portal today. */
    void heard(PracticeId practice, PatientId patient, String payerId, String memberId, Benefits benefits) {
        scope.run(
                practice,
                () -> eligibility.record(
                        new Policy(patient, payer(payerId), memberId),
                        new Eligibility.ByHand(How.PORTAL, TODAY, "", "", benefits),
                        ROSA));
    }

    <T> T in(PracticeId practice, Supplier<T> work) {
        return scope.in(practice, work);
    }
}
