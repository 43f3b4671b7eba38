package org.circlekeeper.finance;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Presence;
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
import org.circlekeeper.practice.PractitionerId;
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
    private final EstimateStore estimates;
    private final Encounters encounters;
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
            Eligibility eligibility,
            EstimateStore estimates,
            Encounters encounters) {
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
        this.estimates = estimates;
        this.encounters = encounters;
    }

    PracticeId openWithoutFee() {
        return any.open();
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

    GroupId another(PracticeId practice, String name) {
        return scope.in(
                practice,
                () -> groups.found(
                        groups.type("Process", ProcedureCode.GROUP_PSYCHOTHERAPY, false),
                        name,
                        12,
                        leader(),
                        DateRange.from(LocalDate.of(2026, 1, 1)),
                        ROSA));
    }

    GroupId group(PracticeId practice) {
        return scope.in(practice, () -> {
            var group = another(practice, "Circle");
            sessions.add(List.of(session(group, WEDNESDAY)));
            return group;
        });
    }

    private Session session(GroupId group, LocalDate day) {
        var start =
                ZonedDateTime.of(day, LocalTime.of(18, 30), AnyPractice.ZONE).toInstant();
        return new Session(
                sessions.newId(),
                group,
                null,
                day,
                start,
                start.plusSeconds(75 * 60),
                practices.practitioners().getFirst().id(),
                "11",
                Session.Status.PLANNED,
                null,
                day.isBefore(TODAY));
    }

    void meetsOnWednesdays(PracticeId practice, GroupId group) {
        scope.run(
                practice,
                () -> sessions.meetWeekly(
                        group,
                        DayOfWeek.WEDNESDAY,
                        LocalTime.of(18, 30),
                        Duration.ofMinutes(75),
                        DateRange.from(LocalDate.of(2026, 1, 1)),
                        "11",
                        ROSA));
    }

    PractitionerId leader() {
        return practices.practitioners().getFirst().id();
    }

    /** More sessions of a group stand in the calendar. */
    void plan(PracticeId practice, GroupId group, List<LocalDate> days) {
        scope.run(
                practice,
                () -> sessions.add(days.stream().map(day -> session(group, day)).toList()));
    }

    /** A session of that day was held, and the member was there. */
    void came(PracticeId practice, GroupId group, PatientId member, LocalDate day) {
        scope.run(practice, () -> {
            var session = session(group, day);
            sessions.add(List.of(session));
            encounters.bring(
                    session.id(),
                    List.of(new Encounters.Former(
                            member, Encounters.Mark.of(Presence.PRESENT), "Dana Whitfield", session.endsAt())));
        });
    }

    /** An estimate of so many Wednesdays from 7 January 2026 on, at ninety dollars each; returns its id. */
    UUID givenLongAgo(PatientId member, GroupId group, int wednesdays) {
        return givenOn(LocalDate.of(2026, 1, 5), member, group, wednesdays);
    }

    /** The same, of so many sessions a week apart from two days later on. */
    UUID givenOn(LocalDate day, PatientId member, GroupId group, int weeks) {
        var at = day.atTime(9, 0).atZone(AnyPractice.ZONE).toInstant();
        var days = Stream.iterate(day.plusDays(2), one -> one.plusWeeks(1))
                .limit(weeks)
                .toList();
        var like = AnEstimate.contents(List.of(), new GroupEstimate(days, Money.dollars("90")));
        var provider = like.provider();
        var contents = new EstimateContents(
                like.member(),
                like.birthDate(),
                like.what(),
                like.code(),
                like.diagnoses(),
                like.sessions(),
                new EstimateContents.Provider(
                        practices.practitioners().getFirst().id(),
                        provider.name(),
                        provider.npi(),
                        provider.taxId(),
                        provider.place()));
        var id = NewId.at(at);
        var estimate =
                new Estimate(id, member, group, EstimateReason.SCHEDULED, day, contents, "Rosa Diaz", at, List.of());
        estimates.add(estimate);
        estimates.give(
                NewId.at(at),
                id,
                new Estimate.Giving(day, Estimate.Way.HANDED, "the member", "Rosa Diaz", "Rosa Diaz", at));
        return id;
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
