package org.circlekeeper.movein.plan;

import java.time.DayOfWeek;
import java.time.LocalTime;
import org.circlekeeper.terms.Npi;

/** What makes a group of meetings: the same leader, weekday, start and length. */
record Pattern(Npi leader, DayOfWeek weekday, LocalTime start, int minutes) {

    private static final int SECONDS = 60;

    static Pattern of(Meeting meeting) {
        var slot = meeting.slot();
        return new Pattern(slot.leader(), slot.date().getDayOfWeek(), slot.start(), meeting.minutes());
    }

    /** Whether both are at one time of the week for a while. */
    boolean touches(Pattern other) {
        return weekday == other.weekday && begins() < other.ends() && other.begins() < ends();
    }

    private int begins() {
        return start.toSecondOfDay() / SECONDS;
    }

    private int ends() {
        return begins() + minutes;
    }
}
