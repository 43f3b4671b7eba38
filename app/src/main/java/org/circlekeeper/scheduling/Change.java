package org.circlekeeper.scheduling;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.circlekeeper.practice.PractitionerId;
import org.jspecify.annotations.Nullable;

/** What a person does to one session that is to come. */
public sealed interface Change {

    /** It does not take place, and everybody knows beforehand: the group pauses. */
    record Skip() implements Change {}

    /** It does not take place after all. */
    record Cancel() implements Change {}

    /** It takes place after all. */
    record Restore() implements Change {}

    /**
     * It is held at another time, or in another room.
     *
     * @param room where it is held; null when that is not said
     */
    record Move(
            LocalDate day,
            LocalTime start,
            Duration length,
            @Nullable RoomId room) implements Change {}

    /** Somebody else leads it this once. */
    record Substitute(PractitionerId leader) implements Change {}

    /**
     * Somebody who co-leads is away from it this once.
     *
     * @param instead who co-leads it; null when the leader leads alone; the one who was away when they come after all
     */
    record CoLeader(PractitionerId away, @Nullable PractitionerId instead) implements Change {}

    /** Members come by telehealth this once. */
    record Online(String link) implements Change {}
}
