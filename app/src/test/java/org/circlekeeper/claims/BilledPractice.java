package org.circlekeeper.claims;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.coverage.Coverage;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.FormerRecords;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.Money;
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
import org.springframework.stereotype.Component;

/** A practice that bills, new for each test that asks: say what happened, and make a round. */
@Component
class BilledPractice {

    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    static final LocalDate YEAR_BEGAN = LocalDate.of(2026, 1, 1);
    static final Actor.Person DANA = new Actor.Person(new PersonId(UUID.randomUUID()), "Dana Whitfield", "owner");

    private final PracticeScope scope;
    private final Practices practices;
    private final PracticeRules rules;
    private final Payers payers;
    private final Patients patients;
    private final Groups groups;
    private final Rosters rosters;
    private final Sessions sessions;
    private final Charts charts;
    private final Coverages coverages;
    private final Encounters encounters;
    private final Rounds rounds;
    private final AtomicInteger people = new AtomicInteger();

    BilledPractice(
            PracticeScope scope,
            Practices practices,
            PracticeRules rules,
            Payers payers,
            Patients patients,
            Groups groups,
            Rosters rosters,
            Sessions sessions,
            Charts charts,
            Coverages coverages,
            Encounters encounters,
            Rounds rounds) {
        this.scope = scope;
        this.practices = practices;
        this.rules = rules;
        this.payers = payers;
        this.patients = patients;
        this.groups = groups;
        this.rosters = rosters;
        this.sessions = sessions;
        this.charts = charts;
        this.coverages = coverages;
        this.encounters = encounters;
        this.rounds = rounds;
    }

    /** Four payers, one leader, plans held in former records until Friday. */
    PracticeId open() {
        var id = new PracticeId(UUID.randomUUID());
        var npi = npi(ThreadLocalRandom.current().nextInt(100_000_000));
        scope.run(id, () -> {
            practices.keep(new Practice(
                    id,
                    "Willow House Group Therapy",
                    "Willow House",
                    npi,
                    new TaxId("987650001"),
                    "261QM0850X",
                    new Phone("2175550142"),
                    new PostalAddress("1 Main St", "Springfield", "IL", "627011234"),
                    ZONE,
                    Practice.Profile.SMALL));
            practices.add(new PersonName("Dana", "Whitfield"), "LCSW", new Npi("1101408916"), "1041C0700X", "");
            payers.keep("Medicare Part B", "MCRB1", "MB");
            payers.keep("Blue Ridge Health Plan", "BRHP1", "CI");
            payers.keep("Evergreen Health", "EVG01", "CI");
            payers.keep("State Medicaid", "SKMED", "MC");
            payers.charge(ProcedureCode.GROUP_PSYCHOTHERAPY, YEAR_BEGAN, Money.dollars("65"));
            rules.attest(new FormerRecords("Dana Whitfield", LocalDate.of(2026, 11, 20), List.of("treatment plans")));
        });
        return id;
    }

    GroupId group(PracticeId practice, String name, boolean part2) {
        return scope.in(
                practice,
                () -> groups.found(
                        groups.type(part2 ? "Recovery" : "Process", ProcedureCode.GROUP_PSYCHOTHERAPY, part2),
                        name,
                        12,
                        leader(),
                        DateRange.from(YEAR_BEGAN),
                        DANA));
    }

    /** A member of the group, with insurance of that payer, or none. */
    PatientId member(PracticeId practice, GroupId group, @Nullable String payerId) {
        int number = people.incrementAndGet();
        var patient = new PatientId(NewId.at(NOW));
        scope.run(practice, () -> {
            patients.add(
                    List.of(new Patient(
                            patient,
                            "X" + number,
                            new PersonName("Person", "Number" + letters(number)),
                            LocalDate.of(1980, 1, 1),
                            "F",
                            "",
                            null,
                            new PostalAddress(number + " Oak Ave", "Springfield", "IL", "62704"),
                            true)),
                    DANA,
                    "test");
            rosters.join(group, patient, DateRange.from(YEAR_BEGAN), DANA);
            charts.diagnose(patient, List.of(new DiagnosisCode("F33.1")), YEAR_BEGAN, DANA);
            if (payerId != null) {
                coverages.add(List.of(insurance(patient, payerId, number)), DANA, "test");
            }
        });
        return patient;
    }

    SessionId session(PracticeId practice, GroupId group, LocalDate day, int hour) {
        var start = ZonedDateTime.of(day, LocalTime.of(hour, 0), ZONE).toInstant();
        return scope.in(practice, () -> {
            var id = sessions.newId();
            sessions.add(List.of(new Session(
                    id,
                    group,
                    null,
                    day,
                    start,
                    start.plusSeconds(75 * 60),
                    leader(),
                    "11",
                    Session.Status.PLANNED,
                    null,
                    false)));
            return id;
        });
    }

    void mark(PracticeId practice, SessionId session, PatientId patient, Presence presence) {
        scope.run(practice, () -> encounters.mark(session, patient, Encounters.Mark.of(presence), DANA));
    }

    /** A practice with one session at nine, to which everybody came; all are members of one payer. */
    record Held(PracticeId practice, SessionId session, List<PatientId> members) {}

    Held held(LocalDate day, int seats) {
        var practice = open();
        var group = group(practice, "Monday Circle", false);
        var members = Stream.generate(() -> member(practice, group, "BRHP1"))
                .limit(seats)
                .toList();
        var session = session(practice, group, day, 9);
        held(practice, session, members);
        return new Held(practice, session, members);
    }

    /** All of them came, everything is signed and closed. */
    void held(PracticeId practice, SessionId session, Collection<PatientId> came) {
        scope.run(practice, () -> {
            encounters.mark(session, came, Encounters.Mark.of(Presence.PRESENT), DANA);
            charts.sign(session, came, DANA, "here");
            encounters.close(session, DANA);
        });
    }

    void sign(PracticeId practice, SessionId session, PatientId patient) {
        scope.run(practice, () -> charts.sign(session, List.of(patient), DANA, "here"));
    }

    Encounters.Closing close(PracticeId practice, SessionId session) {
        return scope.in(practice, () -> encounters.close(session, DANA));
    }

    void correct(PracticeId practice, SessionId session, PatientId patient, Presence presence) {
        scope.run(practice, () -> encounters.correct(session, patient, Encounters.Mark.of(presence), "mistaken", DANA));
    }

    List<JournalEntry> round(PracticeId practice) {
        return rounds.make(practice, Trust.ACT);
    }

    List<JournalEntry> scheduledRound(PracticeId practice, Trust trust) {
        return rounds.make(practice, trust, null);
    }

    <T> T in(PracticeId practice, Supplier<T> work) {
        return scope.in(practice, work);
    }

    void run(PracticeId practice, Runnable work) {
        scope.run(practice, work);
    }

    UUID payer(PracticeId practice, String payerId) {
        return scope.in(practice, () -> payers.byPayerId(payerId).orElseThrow().id());
    }

    PractitionerId leader() {
        return practices.practitioners().getFirst().id();
    }

    private Coverage insurance(PatientId patient, String payerId, int number) {
        return new Coverage(
                coverages.newId(),
                patient,
                payers.byPayerId(payerId).orElseThrow().id(),
                "P",
                "W%07d".formatted(number),
                "",
                "18",
                null,
                DateRange.from(YEAR_BEGAN),
                "test");
    }

    /** A name of its own, in letters. */
    private static String letters(int number) {
        return number == 0 ? "" : letters(number / 26) + (char) ('A' + number % 26);
    }

    private static Npi npi(int number) {
        for (int check = 0; check < 10; check++) {
            var candidate = "1%08d%d".formatted(number, check);
            if (Npi.isValid(candidate)) {
                return new Npi(candidate);
            }
        }
        throw new IllegalStateException("Every nine digits have a check digit");
    }
}
