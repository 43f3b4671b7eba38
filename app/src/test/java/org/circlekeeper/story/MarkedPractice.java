package org.circlekeeper.story;

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
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.forms.StarterPacket;
import org.circlekeeper.intake.Consents;
import org.circlekeeper.intake.GivenPapers;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.PaperId;
import org.circlekeeper.movein.Drop;
import org.circlekeeper.movein.Imports;
import org.circlekeeper.movein.Openings;
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

    private final Openings openings;
    private final Imports imports;
    private final Rounds rounds;
    private final PracticeScope scope;
    private final Practices practices;
    private final Patients patients;
    private final WhatPayersGave payers;
    private final Consents consents;
    private final StarterPacket starter;
    private final MemberPapers papers;
    private final Rosters rosters;
    private final Sessions sessions;
    private final Claims claims;
    private final Waitlist waitlist;
    private final Groups groups;
    private final Appointments appointments;
    private final People people;
    private final SignIns signIns;
    private final SignsAndActs signing;

    MarkedPractice(
            Openings openings,
            Imports imports,
            Rounds rounds,
            PracticeScope scope,
            Practices practices,
            Patients patients,
            WhatPayersGave payers,
            Consents consents,
            StarterPacket starter,
            MemberPapers papers,
            Rosters rosters,
            Sessions sessions,
            Claims claims,
            Waitlist waitlist,
            Groups groups,
            Appointments appointments,
            People people,
            SignIns signIns,
            SignsAndActs signing) {
        this.openings = openings;
        this.imports = imports;
        this.rounds = rounds;
        this.scope = scope;
        this.practices = practices;
        this.patients = patients;
        this.payers = payers;
        this.consents = consents;
        this.starter = starter;
        this.papers = papers;
        this.rosters = rosters;
        this.sessions = sessions;
        this.claims = claims;
        this.waitlist = waitlist;
        this.groups = groups;
        this.appointments = appointments;
        this.people = people;
        this.signIns = signIns;
        this.signing = signing;
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
            String paper,
            String membership,
            String entry,
            String appointment,
            String signature,
            String proxy,
            String authorization,
            String request,
            String estimate,
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
        var opening = openings.open(MarkedFiles.practice(), TEST);
        if (!(opening instanceof Openings.Opening.Opened opened)) {
            throw new IllegalStateException(opening.toString());
        }
        var practice = opened.practice().id();
        scope.run(practice, () -> imports.take(MarkedFiles.drop(), TEST, false, _ -> {}));
        scope.run(practice, () -> starter.use(TEST));
        rounds.make(practice, Trust.ACT, filed ? TEST : null);
        return scope.in(
                practice,
                () -> new Marked(
                        practice,
                        member(practice, "EXT-A71"),
                        member(practice, "EXT-B82"),
                        member(practice, "EXT-C93"),
                        tokens(practice)));
    }

    /** A later import with one new member. */
    void bringOneMore(Marked marked) {
        var clients = MarkedFiles.file(
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

    private Member member(PracticeId practice, String external) {
        var id = Objects.requireNonNull(patients.byExternalId().get(external)).id();
        var patient = patients.find(id).orElseThrow();
        var gave = payers.gave(id);
        var consent = consents.recordPart2(id, LocalDate.of(2026, 10, 1), null, "cabinet", TEST);
        var paper = papers(id);
        var own = claims.list(ClaimFilter.all()).stream()
                .filter(claim -> claim.patient().equals(id))
                .toList();
        var entry = asks(patient);
        var appointment = comes(patient);
        var signature = signing.agrees(practice, patient);
        var marks = marks(patient);
        marks.addAll(List.of(
                external,
                consent.toString(),
                paper.toString(),
                entry.toString(),
                appointment.toString(),
                signature.toString()));
        marks.addAll(gave.marks());
        own.stream().map(Claim::number).forEach(marks::add);
        own.stream().map(claim -> claim.id().toString()).forEach(marks::add);
        return new Member(
                id,
                patient.name().last(),
                own.stream().map(claim -> claim.id().toString()).toList(),
                gave.coverage(),
                consent.toString(),
                paper.toString(),
                rosters.of(id).getFirst().id().toString(),
                entry.toString(),
                appointment.toString(),
                signature.toString(),
                signing.actsFor(patient).toString(),
                gave.authorization(),
                gave.request(),
                gave.estimate(),
                marks);
    }

    /** They were given a paper that no seat asks for, so that they are expected as before. */
    private PaperId papers(PatientId id) {
        papers.give(id, GivenPapers.AGREEMENT, TEST);
        return papers.of(id).getFirst().id();
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
}
