package org.circlekeeper.movein.plan;

import org.circlekeeper.movein.read.Row;
import org.jspecify.annotations.Nullable;

/** What the files say of one client in one session: booked, recorded, or both. */
public record Seat(String client, Row.@Nullable Appointment booked, Row.@Nullable Attendance recorded) {

    /** Whether the plan must not learn of it. */
    public boolean restricted() {
        return booked != null && booked.restricted() || recorded != null && recorded.restricted();
    }

    /** Whether one of the rows says that 42 CFR Part 2 applies. */
    boolean speaksOfPart2() {
        return booked != null && booked.part2().applies()
                || recorded != null && recorded.part2().applies();
    }
}
