package org.circlekeeper.movein.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.circlekeeper.terms.Npi;

/** A leader's time on a day, by the practice's own clock: at most one session lies there. */
public record Slot(Npi leader, LocalDate date, LocalTime start) {

    private static final int PARTS = 4;

    public Instant startsAt(ZoneId zone) {
        return date.atTime(start).atZone(zone).toInstant();
    }

    String key(String client) {
        return date + "|" + start + "|" + leader + "|" + client;
    }

    /** The slot that a {@link #key} is of. */
    static Slot ofKey(String key) {
        var parts = key.split("\\|", PARTS);
        return new Slot(new Npi(parts[2]), LocalDate.parse(parts[0]), LocalTime.parse(parts[1]));
    }

    static String clientOfKey(String key) {
        return key.split("\\|", PARTS)[PARTS - 1];
    }
}
