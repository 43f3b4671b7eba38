package org.circlekeeper.scheduling;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.circlekeeper.practice.PractitionerId;
import org.jspecify.annotations.Nullable;

/** What a person does to one appointment that is to come. */
public sealed interface AppointmentChange {

    /** It does not take place. */
    record Cancel() implements AppointmentChange {}

    /** It takes place after all. */
    record Restore() implements AppointmentChange {}

    /**
     * It is held at another time, in another room or by somebody else.
     *
     * @param start in the practice's local time
     * @param room where it is held; null when that is not said
     * @param leader who holds it
     */
    record Move(
            LocalDate day,
            LocalTime start,
            Duration length,
            @Nullable RoomId room,
            PractitionerId leader) implements AppointmentChange {}

    /** Somebody else holds it. */
    record HandTo(PractitionerId leader) implements AppointmentChange {}

    /** Whoever comes does so by telehealth. */
    record Online(String link) implements AppointmentChange {}
}
