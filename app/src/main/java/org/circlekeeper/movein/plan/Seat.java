package org.circlekeeper.movein.plan;

import org.circlekeeper.movein.read.Row;
import org.jspecify.annotations.Nullable;

/** What the files say of one client in one session: booked, recorded, or both. */
public record Seat(String client, Row.@Nullable Appointment booked, Row.@Nullable Attendance recorded) {

    /** Whether the plan must not learn of it. */
    public boolean restricted() {
        return booked != null && booked.restricted() || recorded != null && recorded.restricted();
    }
}
