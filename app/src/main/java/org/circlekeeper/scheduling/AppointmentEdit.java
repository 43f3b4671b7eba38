package org.circlekeeper.scheduling;

import java.time.ZoneId;

/** One appointment as it stands and as it is to stand. Pure. */
public record AppointmentEdit(Appointment before, Appointment after) {

    /** What a person's change makes of an appointment. */
    public static AppointmentEdit of(Appointment appointment, AppointmentChange change, String why, ZoneId zone) {
        return new AppointmentEdit(
                appointment,
                switch (change) {
                    case AppointmentChange.Cancel() -> appointment.standing(Appointment.Status.CANCELLED, why);
                    case AppointmentChange.Restore() -> appointment.standing(Appointment.Status.PLANNED, null);
                    case AppointmentChange.HandTo(var leader) -> appointment.heldBy(leader);
                    case AppointmentChange.Online(var link) -> appointment.online(link);
                    case AppointmentChange.Move move -> {
                        var starts = SessionCalendar.instant(move.day(), move.start(), zone);
                        yield appointment
                                .at(move.day(), starts, starts.plus(move.length()))
                                .in(move.room())
                                .heldBy(move.leader());
                    }
                });
    }

    /** Whether it is held at another time, or on another day. */
    boolean moves() {
        return !(before.startsAt().equals(after.startsAt()) && before.endsAt().equals(after.endsAt()));
    }

    /** Whether somebody is to be there then who was not expected there then before. */
    boolean isNewThen() {
        return after.status() == Appointment.Status.PLANNED
                && (moves() || before.status() != Appointment.Status.PLANNED);
    }
}
