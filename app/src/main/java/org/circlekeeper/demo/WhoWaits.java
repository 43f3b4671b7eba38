package org.circlekeeper.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.calls.Contact;
import org.circlekeeper.calls.Whom;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.scheduling.Appointment;
import org.circlekeeper.scheduling.Appointments;
import org.circlekeeper.scheduling.Room;
import org.circlekeeper.scheduling.RoomId;
import org.circlekeeper.scheduling.Rooms;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.FitDecision;
import org.circlekeeper.waitlist.Inquirer;
import org.circlekeeper.waitlist.Interest;
import org.circlekeeper.waitlist.Screenings;
import org.circlekeeper.waitlist.Times;
import org.circlekeeper.waitlist.Waitlist;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Those who wait for a seat in the larger house, each at another step: every group is full, so nobody is next. */
@Component
class WhoWaits {

    private final Waitlist waitlist;
    private final Screenings screenings;
    private final Interest interest;
    private final Calls calls;
    private final Groups groups;
    private final Appointments appointments;
    private final Rooms rooms;
    private final MovableClock clock;

    WhoWaits(
            Waitlist waitlist,
            Screenings screenings,
            Interest interest,
            Calls calls,
            Groups groups,
            Appointments appointments,
            Rooms rooms,
            MovableClock clock) {
        this.waitlist = waitlist;
        this.screenings = screenings;
        this.interest = interest;
        this.calls = calls;
        this.groups = groups;
        this.appointments = appointments;
        this.rooms = rooms;
        this.clock = clock;
    }

    void ask(House house) {
        var office = house.as("Ines");
        var type = groups.types().getFirst().id();
        at(2, 9);
        interest.open(type, house.id(), office);
        at(4, 10);
        var lena = asked(type, "Lena", "Kern", 41, LocalDate.of(1991, 5, 4), DayOfWeek.TUESDAY, office);
        at(9, 11);
        var ben = asked(type, "Ben", "Ortiz", 42, LocalDate.of(1984, 2, 11), null, office);
        at(11, 9);
        var owen = asked(type, "Owen", "Pike", 43, null, DayOfWeek.FRIDAY, office);
        at(12, 15);
        var maya = asked(type, "Maya", "Lind", 44, LocalDate.of(1999, 8, 30), DayOfWeek.TUESDAY, office);
        at(16, 14);
        screenings.decide(owen, FitDecision.NOT_NOW, "After the move.", LocalDate.of(2027, 1, 4), house.as("Marcus"));
        at(18, 16);
        screenings.decide(ben, FitDecision.FIT, "", null, house.as("Marcus"));
        at(19, 13);
        screenings.decide(lena, FitDecision.FIT, "Knows groups, speaks for herself.", null, house.as("Noor"));
        screenings.decide(maya, FitDecision.FIT, "", null, house.as("Noor"));
        at(19, 15);
        var theo = asked(type, "Theo", "Brandt", 45, LocalDate.of(1978, 12, 2), DayOfWeek.THURSDAY, office);
        appointments.book(screening(theo), office);
        at(20, 16);
        waitlist.ask(
                new Waitlist.Asked(
                        type, null, null, who("Iris", "Vale", 46, null, DayOfWeek.MONDAY), "by the form on the web"),
                office);
    }

    private Appointments.Wanted screening(EntryId theo) {
        return new Appointments.Wanted(
                Appointment.Kind.SCREENING,
                null,
                null,
                theo.value(),
                "Theo B.",
                LocalDate.of(2026, 11, 24),
                LocalTime.of(16, 0),
                Duration.ofMinutes(45),
                groups.all().getFirst().leader(),
                talks(),
                "",
                "11");
    }

    private @Nullable RoomId talks() {
        return rooms.all().stream()
                .filter(room -> room.name().equals(Cast.TALKS))
                .map(Room::id)
                .findFirst()
                .orElse(null);
    }

    /** Somebody who asked by phone and was spoken with at once. */
    private EntryId asked(
            UUID type,
            String first,
            String last,
            int number,
            @Nullable LocalDate born,
            @Nullable DayOfWeek day,
            Actor office) {
        var who = who(first, last, number, born, day);
        var id = waitlist.ask(new Waitlist.Asked(type, null, null, who, "by phone"), office);
        var call = calls.open().stream()
                .filter(open -> id.value().equals(open.whom().entry()))
                .findFirst()
                .orElseThrow();
        var spoke = new Contact(
                clock.instant(),
                Contact.Channel.PHONE,
                Contact.Outcome.SPOKE,
                "Told how groups work here.",
                "",
                null,
                office.label());
        calls.log(new Whom(null, id.value(), who.name(), who.phone(), "", false), call.id(), spoke, office);
        return id;
    }

    private static Inquirer who(
            String first, String last, int number, @Nullable LocalDate born, @Nullable DayOfWeek day) {
        var times = day == null ? Times.ANY : new Times(Set.of(day), Set.of());
        return new Inquirer(first, last, "(312) 555-01" + number, "", born, "en", "", times, "");
    }

    private void at(int dayOfNovember, int hour) {
        clock.moveTo(moment(dayOfNovember, hour));
    }

    private static Instant moment(int dayOfNovember, int hour) {
        return LocalDateTime.of(2026, 11, dayOfNovember, hour, 0)
                .atZone(MovingIn.ZONE)
                .toInstant();
    }
}
