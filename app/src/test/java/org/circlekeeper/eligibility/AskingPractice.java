package org.circlekeeper.eligibility;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.coverage.Coverage;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.database.Home;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.sandbox.Dialect;
import org.circlekeeper.sandbox.SandboxPayer;
import org.circlekeeper.sandbox.Scenarios;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.circlekeeper.waitlist.FitDecision;
import org.circlekeeper.waitlist.Inquirer;
import org.circlekeeper.waitlist.Screenings;
import org.circlekeeper.waitlist.Times;
import org.circlekeeper.waitlist.Waitlist;
import org.springframework.stereotype.Component;

/** A practice that asks the sandbox payer about its members, new for each test that asks. */
@Component
class AskingPractice {

    static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);
    static final LocalDate YEAR_BEGAN = LocalDate.of(2026, 1, 1);
    static final LocalDate BORN = LocalDate.of(1980, 1, 1);
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
    private final Waitlist waitlist;
    private final Screenings screenings;
    private final DueList dueList;
    private final Runs runs;
    private final Receiving receiving;
    private final Courier courier;
    private final Home home;
    private final AtomicInteger people = new AtomicInteger();

    AskingPractice(
            AnyPractice any,
            PracticeScope scope,
            Practices practices,
            Payers payers,
            Patients patients,
            Groups groups,
            Rosters rosters,
            Sessions sessions,
            Coverages coverages,
            Waitlist waitlist,
            Screenings screenings,
            DueList dueList,
            Runs runs,
            Receiving receiving,
            Courier courier,
            Home home) {
        this.any = any;
        this.scope = scope;
        this.practices = practices;
        this.payers = payers;
        this.patients = patients;
        this.groups = groups;
        this.rosters = rosters;
        this.sessions = sessions;
        this.coverages = coverages;
        this.waitlist = waitlist;
        this.screenings = screenings;
        this.dueList = dueList;
        this.runs = runs;
        this.receiving = receiving;
        this.courier = courier;
        this.home = home;
    }

    /** One leader, and a payer of each kind that is asked differently. */
    PracticeId open() {
        var practice = any.open();
        scope.run(practice, () -> {
            practices.keep(numbered(practices.current()));
            payers.keep("Blue Ridge Health Plan", "BRHP1", "CI");
            payers.keep("Evergreen Health", "EVG01", "CI");
            payers.keep("Medicare Part B", "MCRB1", "MB");
            payers.keep("Silver Advantage", "SADV1", "16");
        });
        return practice;
    }

    /** With a number of its own: files are called by it, and other tests leave theirs in the same home. */
    private static Practice numbered(Practice known) {
        var nine = "1%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
        var npi = IntStream.range(0, 10)
                .mapToObj(check -> nine + check)
                .filter(Npi::isValid)
                .findFirst()
                .orElseThrow();
        return new Practice(
                known.id(),
                known.name(),
                known.outsideName(),
                new Npi(npi),
                known.taxId(),
                known.taxonomy(),
                known.phone(),
                known.address(),
                known.zone(),
                known.profile());
    }

    GroupId group(PracticeId practice, String name, boolean part2) {
        return scope.in(
                practice,
                () -> groups.found(
                        groups.type(part2 ? "Recovery" : "Process", ProcedureCode.GROUP_PSYCHOTHERAPY, part2),
                        name,
                        12,
                        practices.practitioners().getFirst().id(),
                        DateRange.from(YEAR_BEGAN),
                        ROSA));
    }

    /** Somebody without a seat and without insurance. */
    PatientId person(PracticeId practice) {
        var patient = new PatientId(NewId.at(NOW));
        var number = people.incrementAndGet();
        scope.run(
                practice,
                () -> patients.add(
                        List.of(new Patient(
                                patient,
                                null,
                                new PersonName(
                                        "Person", "Of" + (char) ('A' + number % 26) + (char) ('A' + number / 26 % 26)),
                                BORN,
                                "F",
                                "",
                                null,
                                null,
                                true)),
                        ROSA,
                        "test"));
        return patient;
    }

    /** A member of the group with that member id, which tells the sandbox its scenario. */
    PatientId member(PracticeId practice, GroupId group, String payerId, String memberId) {
        var patient = person(practice);
        join(practice, group, patient);
        insure(practice, patient, payerId, memberId, "P");
        return patient;
    }

    void join(PracticeId practice, GroupId group, PatientId patient) {
        scope.run(practice, () -> rosters.join(group, patient, DateRange.from(YEAR_BEGAN), ROSA));
    }

    /** They ask for a seat in a group of that kind; a therapist has decided that they fit, or nobody has yet. */
    void wishes(PracticeId practice, GroupId group, PatientId patient, boolean fits) {
        scope.run(practice, () -> {
            var who = new Inquirer("Person", "Asks", "(217) 555-0100", "", BORN, "", "", Times.ANY, "");
            var type = groups.find(group).orElseThrow().type();
            var entry = waitlist.ask(new Waitlist.Asked(type, null, patient, who, "by phone"), ROSA);
            if (fits) {
                screenings.decide(entry, FitDecision.FIT, "", null, ROSA);
            }
        });
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
                                DateRange.from(YEAR_BEGAN),
                                "test")),
                        ROSA,
                        "test"));
    }

    SessionId session(PracticeId practice, GroupId group, LocalDate day) {
        var start = day.atTime(18, 30).atZone(AnyPractice.ZONE).toInstant();
        return scope.in(practice, () -> {
            var id = sessions.newId();
            sessions.add(List.of(new Session(
                    id,
                    group,
                    null,
                    day,
                    start,
                    start.plusSeconds(75 * 60),
                    practices.practitioners().getFirst().id(),
                    "11",
                    Session.Status.PLANNED,
                    null,
                    false)));
            return id;
        });
    }

    UUID payer(String payerId) {
        return payers.byPayerId(payerId).orElseThrow().id();
    }

    <T> T in(PracticeId practice, Supplier<T> work) {
        return scope.in(practice, work);
    }

    void run(PracticeId practice, Runnable work) {
        scope.run(practice, work);
    }

    /** By the patient; of whoever has several insurances the one that pays first. */
    Map<PatientId, Listed> lines(PracticeId practice) {
        return scope.in(practice, dueList::all).stream()
                .collect(toMap(line -> line.who().patient(), line -> line, (first, _) -> first));
    }

    Listed line(PracticeId practice, PatientId patient) {
        return lines(practice).get(patient);
    }

    Verdict.Kind verdict(PracticeId practice, PatientId patient) {
        return line(practice, patient).verdict().kind();
    }

    Answer answer(PracticeId practice, PatientId patient) {
        var latest = line(practice, patient).latest();
        if (latest == null) {
            throw new AssertionError("Nothing was answered");
        }
        return latest.answer();
    }

    /** Presses the button; returns the run. */
    UUID press(PracticeId practice) {
        return scope.in(practice, () -> runs.start(true, ROSA)) instanceof Runs.Started.Under under
                ? under.run()
                : UUID.randomUUID();
    }

    List<AskedFile> files(PracticeId practice, UUID run) {
        return scope.in(practice, () -> runs.files(run));
    }

    Path outside(AskedFile file) {
        return home.outbox().resolve("270").resolve(file.fileName());
    }

    /** What the sandbox answers to the files of a run, each a file. */
    List<byte[]> answers(PracticeId practice, UUID run) {
        return replies(practice, run, "271");
    }

    /** What the sandbox sends back of one kind. */
    List<byte[]> replies(PracticeId practice, UUID run, String kind) {
        return files(practice, run).stream().map(file -> answer(file, kind)).toList();
    }

    private byte[] answer(AskedFile file, String kind) {
        try {
            return new SandboxPayer(Scenarios.none(), Dialect.WAYSTAR)
                    .answer(Files.readAllBytes(outside(file))).stream()
                            .filter(reply -> reply.ending().equals(kind))
                            .findFirst()
                            .orElseThrow()
                            .bytes();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** A file of answers is handed over. */
    Receiving.Taken comes(PracticeId practice, byte[] content) {
        return scope.in(practice, () -> receiving.takeIn(UUID.randomUUID() + ".271", content, ROSA));
    }

    /** Puts a file where a clearinghouse does, and looks for it; returns where it lay. */
    Path lies(PracticeId practice, byte[] content) throws IOException {
        var file = Files.createDirectories(home.resolve("inbox").resolve("271")).resolve(UUID.randomUUID() + ".271");
        Files.write(file, content);
        courier.takeIn(practice);
        return file;
    }

    /** Asks about everybody who is due, and takes in what comes back. */
    UUID askAndTakeIn(PracticeId practice) {
        var run = press(practice);
        answers(practice, run).forEach(content -> comes(practice, content));
        return run;
    }

    void afterRound(PracticeId practice) {
        courier.afterRound(practice);
    }
}
