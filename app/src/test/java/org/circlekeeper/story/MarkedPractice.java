package org.circlekeeper.story;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.claims.Claim;
import org.circlekeeper.claims.ClaimFilter;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.intake.Consents;
import org.circlekeeper.movein.Drop;
import org.circlekeeper.movein.Imports;
import org.circlekeeper.movein.Openings;
import org.circlekeeper.movein.SourceFile;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Appointment;
import org.circlekeeper.scheduling.AppointmentId;
import org.circlekeeper.scheduling.Appointments;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.Inquirer;
import org.circlekeeper.waitlist.Times;
import org.circlekeeper.waitlist.Waitlist;
import org.springframework.stereotype.Component;

/**
 * A practice whose three members bear marks that nobody else has: Anouk and Boris share Monday's group and a payer,
 * Boris and Clio share Tuesday's. One session of each is filed; in a second one Anouk's note is not signed.
 */
@Component
class MarkedPractice {

    static final Actor TEST = new Actor.Operator("test");
    private static final LocalDate SOON = LocalDate.of(2026, 11, 25);
    private static final String CAME = ",present,09:00,10:15,Dana Whitfield,2026-10-28T10:15";
    private static final Map<String, String> FILES = Map.of(
            "staff.csv", """
                    First Name,Last Name,Credential,NPI,Taxonomy,License
                    Dana,Whitfield,LCSW,1101408916,1041C0700X,LIC74606
                    """, "clients.csv", """
                    Client ID,First Name,Last Name,Date of Birth,Sex,Email,Phone,Address,City,State,Zip,Payer ID,\
                    Insurance ID,Diagnosis
                    EXT-A71,Anouk,Quillfeather,03/17/1961,F,anouk71@example.org,2175550161,71 Sparrow Lane,\
                    Springfield,IL,62704,BRHP1,QF7100161,F33.1
                    EXT-B82,Boris,Zanzibarian,11/29/1972,M,boris82@example.org,2175550172,82 Heron Court,Springfield,\
                    IL,62704,BRHP1,ZB8200172,F33.1
                    EXT-C93,Clio,Wexelblatt,06/05/1983,F,clio93@example.org,2175550183,93 Plover Way,Springfield,IL,\
                    62704,BRHP1,WX9300183,F33.1
                    """, "appointments.csv", """
                    Date,Start,End,Client ID,Clinician,CPT
                    10/19/2026,09:00,10:15,EXT-A71,Dana Whitfield,90853
                    10/19/2026,09:00,10:15,EXT-B82,Dana Whitfield,90853
                    10/20/2026,09:00,10:15,EXT-B82,Dana Whitfield,90853
                    10/20/2026,09:00,10:15,EXT-C93,Dana Whitfield,90853
                    10/26/2026,09:00,10:15,EXT-A71,Dana Whitfield,90853
                    10/26/2026,09:00,10:15,EXT-B82,Dana Whitfield,90853
                    """, "attendance.csv", """
                    Date,Start,Clinician,Client ID,Presence,Arrived,Left,Recorded By,Recorded At,Signed By,Signed At
                    2026-10-19,09:00,Dana Whitfield,EXT-A71CAME,Dana Whitfield,2026-10-28
                    2026-10-19,09:00,Dana Whitfield,EXT-B82CAME,Dana Whitfield,2026-10-28
                    2026-10-20,09:00,Dana Whitfield,EXT-B82CAME,Dana Whitfield,2026-10-28
                    2026-10-20,09:00,Dana Whitfield,EXT-C93CAME,Dana Whitfield,2026-10-28
                    2026-10-26,09:00,Dana Whitfield,EXT-A71CAME,,
                    2026-10-26,09:00,Dana Whitfield,EXT-B82CAME,Dana Whitfield,2026-10-28
                    """.replace("CAME", CAME));
    private static final String PRACTICE = """
            {"name": "Marked House", "npi": "%s", "taxId": "987650001", "taxonomy": "261QM0850X", "phone": "2175550142",
             "address": {"line": "1 Main St", "city": "Springfield", "state": "IL", "zip": "627011234"},
             "timeZone": "America/Chicago", "groupFeeCents": 6500,
             "formerRecords": {"attestedBy": "Dana Whitfield", "on": "2026-11-20", "covers": ["treatment plans"]},
             "payers": [{"name": "Blue Ridge Health Plan", "payerId": "BRHP1", "filingCode": "CI"}]}
            """;

    private final Openings openings;
    private final Imports imports;
    private final Rounds rounds;
    private final PracticeScope scope;
    private final Practices practices;
    private final Patients patients;
    private final Coverages coverages;
    private final Consents consents;
    private final Rosters rosters;
    private final Sessions sessions;
    private final Claims claims;
    private final Waitlist waitlist;
    private final Groups groups;
    private final Appointments appointments;
    private final People people;
    private final SignIns signIns;

    MarkedPractice(
            Openings openings,
            Imports imports,
            Rounds rounds,
            PracticeScope scope,
            Practices practices,
            Patients patients,
            Coverages coverages,
            Consents consents,
            Rosters rosters,
            Sessions sessions,
            Claims claims,
            Waitlist waitlist,
            Groups groups,
            Appointments appointments,
            People people,
            SignIns signIns) {
        this.openings = openings;
        this.imports = imports;
        this.rounds = rounds;
        this.scope = scope;
        this.practices = practices;
        this.patients = patients;
        this.coverages = coverages;
        this.consents = consents;
        this.rosters = rosters;
        this.sessions = sessions;
        this.claims = claims;
        this.waitlist = waitlist;
        this.groups = groups;
        this.appointments = appointments;
        this.people = people;
        this.signIns = signIns;
    }

    /**
     * One member with every id that an address may take of them.
     *
     * @param marks what stands on no page about anybody else
     */
    record Member(
            PatientId id,
            String last,
            List<String> claims,
            String coverage,
            String consent,
            String membership,
            String entry,
            String appointment,
            List<String> marks) {}

    /** The practice with a sign-in in each role; the therapist's is Dana's, who leads. */
    record Marked(PracticeId practice, Member anouk, Member boris, Member clio, Map<Role, String> tokens) {

        List<Member> members() {
            return List.of(anouk, boris, clio);
        }

        /** Marks of everybody but this one. */
        List<CharSequence> others(Member one) {
            return members().stream()
                    .filter(other -> other != one)
                    .flatMap(other -> other.marks().stream())
                    .map(mark -> (CharSequence) mark)
                    .toList();
        }
    }

    /** Everything that can be is filed. */
    Marked open() {
        return open(true);
    }

    /** Claims are ready, and wait for a person to release them. */
    Marked prepared() {
        return open(false);
    }

    private Marked open(boolean filed) {
        var opening = openings.open(file("practice.json", PRACTICE.formatted(npi())), TEST);
        if (!(opening instanceof Openings.Opening.Opened opened)) {
            throw new IllegalStateException(opening.toString());
        }
        var practice = opened.practice().id();
        var files = FILES.entrySet().stream()
                .map(one -> file(one.getKey(), one.getValue()))
                .toList();
        scope.run(practice, () -> imports.take(new Drop("marked", files), TEST, false, _ -> {}));
        rounds.make(practice, Trust.ACT, filed ? TEST : null);
        return scope.in(
                practice,
                () -> new Marked(practice, member("EXT-A71"), member("EXT-B82"), member("EXT-C93"), tokens(practice)));
    }

    /** A later import with one new member. */
    void bringOneMore(Marked marked) {
        var clients = file(
                "clients.csv",
                "Client ID,First Name,Last Name,Date of Birth,Diagnosis\nEXT-D04,Dara,Yarrowby,04/04/1984,F33.1\n");
        scope.run(marked.practice(), () -> imports.take(new Drop("later", List.of(clients)), TEST, false, _ -> {}));
    }

    <T> T in(PracticeId practice, Supplier<T> work) {
        return scope.in(practice, work);
    }

    List<Session> sessions(Marked marked) {
        return in(marked.practice(), () -> sessions.between(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)));
    }

    private Member member(String external) {
        var id = Objects.requireNonNull(patients.byExternalId().get(external)).id();
        var patient = patients.find(id).orElseThrow();
        var covered = coverages.of(id).getFirst();
        var consent = consents.recordPart2(id, LocalDate.of(2026, 10, 1), null, "cabinet", TEST);
        var own = claims.list(ClaimFilter.all()).stream()
                .filter(claim -> claim.patient().equals(id))
                .toList();
        var entry = asks(patient);
        var appointment = comes(patient);
        var marks = marks(patient);
        marks.addAll(List.of(
                external,
                covered.memberId(),
                covered.id().toString(),
                consent.toString(),
                entry.toString(),
                appointment.toString()));
        own.stream().map(Claim::number).forEach(marks::add);
        own.stream().map(claim -> claim.id().toString()).forEach(marks::add);
        return new Member(
                id,
                patient.name().last(),
                own.stream().map(claim -> claim.id().toString()).toList(),
                covered.id().toString(),
                consent.toString(),
                rosters.of(id).getFirst().id().toString(),
                entry.toString(),
                appointment.toString(),
                marks);
    }

    /** What a record of them says, in each way in which we write it. */
    private static List<String> marks(Patient patient) {
        var name = patient.name();
        var phone = Objects.requireNonNull(patient.phone()).digits();
        var line = Objects.requireNonNull(patient.address()).line();
        var marks = new ArrayList<>(List.of(
                patient.id().toString(),
                name.first(),
                name.last(),
                name.last().toUpperCase(Locale.ROOT),
                patient.email(),
                line,
                line.toUpperCase(Locale.ROOT),
                phone,
                phone.substring(3, 6) + "-" + phone.substring(6)));
        Stream.of("yyyy-MM-dd", "yyyyMMdd", "MM/dd/yyyy", "d MMM yyyy", "MMMM d, yyyy")
                .map(pattern -> patient.birthDate().format(DateTimeFormatter.ofPattern(pattern, Locale.US)))
                .forEach(marks::add);
        return marks;
    }

    /** They ask for a seat in another group of the first kind. */
    private EntryId asks(Patient patient) {
        var who = Inquirer.of(patient, "", "", Times.ANY, "");
        return waitlist.ask(
                new Waitlist.Asked(groups.types().getFirst().id(), null, patient.id(), who, "by phone"), TEST);
    }

    /** They come alone, each at a time of their own, within this week. */
    private AppointmentId comes(Patient patient) {
        var start = LocalTime.of(6 + appointments.between(SOON, SOON).size(), 0);
        var leader = practices.practitioners().getFirst().id();
        var wanted = new Appointments.Wanted(
                Appointment.Kind.INTAKE,
                null,
                patient.id(),
                null,
                "",
                SOON,
                start,
                Duration.ofMinutes(45),
                leader,
                null,
                "",
                "11");
        if (appointments.book(wanted, TEST) instanceof Appointments.Booked.Done(var id)) {
            return id;
        }
        throw new IllegalStateException("An appointment that nothing speaks against was not booked");
    }

    private Map<Role, String> tokens(PracticeId practice) {
        var tokens = new EnumMap<Role, String>(Role.class);
        var dana = practices.practitioners().getFirst().id();
        for (var role : Role.values()) {
            var person = people.add(role + "@" + practice + ".example", "Staff " + role.onScreen());
            people.giveRole(practice, person, role, TEST);
            if (role == Role.THERAPIST) {
                people.linkPractitioner(practice, person, dana.value(), TEST);
            }
            tokens.put(role, signIns.begin(person, practice));
        }
        return tokens;
    }

    private static SourceFile file(String name, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SourceFile(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static String npi() {
        var nine = "1%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
        return Stream.iterate(0, digit -> digit + 1)
                .map(digit -> nine + digit)
                .filter(Npi::isValid)
                .findFirst()
                .orElseThrow();
    }
}
