package org.circlekeeper.waitlist;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.stereotype.Component;

/** A practice with one full Tuesday group of three seats, in which tests let people wait. */
@Component
public class WaitingPractice {

    public static final LocalDate FIRST = LocalDate.of(2026, 10, 6);
    static final Actor.Person MARCUS = new Actor.Person(new PersonId(UUID.randomUUID()), "Marcus Bell", "therapist");

    final AnyPractice any;
    final Waitlist waitlist;
    final Screenings screenings;
    private final Groups groups;
    private final Rosters rosters;
    private final Sessions sessions;
    private final EntryStore entries;
    private final Clock clock;

    WaitingPractice(
            AnyPractice any,
            Waitlist waitlist,
            Screenings screenings,
            Groups groups,
            Rosters rosters,
            Sessions sessions,
            EntryStore entries,
            Clock clock) {
        this.any = any;
        this.waitlist = waitlist;
        this.screenings = screenings;
        this.groups = groups;
        this.rosters = rosters;
        this.sessions = sessions;
        this.entries = entries;
        this.clock = clock;
    }

    /** What was set up. */
    public record Made(
            PracticeId practice, UUID type, GroupId group, List<PatientId> seated, List<MembershipId> seats) {}

    public Made made() {
        return made(3);
    }

    public Made made(int taken) {
        var practice = any.open();
        var leader = any.leader(practice);
        var patients =
                IntStream.range(0, taken).mapToObj(_ -> any.patient(practice)).toList();
        return any.in(practice, () -> {
            var type = groups.type("Skills", ProcedureCode.GROUP_PSYCHOTHERAPY, true);
            var days = DateRange.from(FIRST);
            var group = groups.found(type, "Tuesday Skills", 3, leader, days, AnyPractice.TESTER);
            sessions.meetWeekly(
                    group,
                    DayOfWeek.TUESDAY,
                    LocalTime.of(18, 30),
                    Duration.ofMinutes(90),
                    days,
                    "11",
                    AnyPractice.TESTER);
            var seats = patients.stream()
                    .map(patient -> rosters.join(group, patient, days, AnyPractice.TESTER))
                    .map(joined -> ((Rosters.Joined.Seated) joined).membership())
                    .toList();
            return new Made(practice, type.id(), group, patients, seats);
        });
    }

    /** Somebody who asks; nothing is decided about them. */
    public EntryId asks(Made made, String first, int number) {
        var times = new Times(Set.of(DayOfWeek.TUESDAY), Set.of());
        var who = new Inquirer(
                first,
                "Waits" + number,
                "(217) 555-%04d".formatted(number),
                "",
                LocalDate.of(1990, 1, 1),
                "",
                "",
                times,
                "");
        return any.in(
                made.practice(),
                () -> waitlist.ask(new Waitlist.Asked(made.type(), null, null, who, "by phone"), AnyPractice.TESTER));
    }

    /** Somebody whose fit a therapist decided. */
    public EntryId waits(Made made, String first, int number) {
        var id = asks(made, first, number);
        any.run(made.practice(), () -> screenings.decide(id, FitDecision.FIT, "", null, MARCUS));
        return id;
    }

    /** Says, within the practice, who an entry is among the patients. */
    boolean links(EntryId id, PatientId patient) {
        entries.isPatient(id, patient);
        return true;
    }

    Entry now(Made made, EntryId id) {
        return any.in(made.practice(), () -> entries.find(id).orElseThrow());
    }
}
