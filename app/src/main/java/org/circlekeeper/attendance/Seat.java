package org.circlekeeper.attendance;

import java.time.Instant;
import java.time.LocalTime;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * One member's seat in one session, as the sheet shows it.
 *
 * @param encounter null while nobody has marked it
 * @param minutes how long they were in the room, when the times or the minutes are known
 */
public record Seat(
        PatientId patient,
        PersonName name,
        @Nullable EncounterId encounter,
        Presence presence,
        @Nullable LocalTime arrived,
        @Nullable LocalTime left,
        @Nullable Integer minutes,
        @Nullable String recordedBy,
        @Nullable Instant recordedAt) {}
