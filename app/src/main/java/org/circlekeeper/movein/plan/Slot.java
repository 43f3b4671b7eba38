package org.circlekeeper.movein.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.circlekeeper.terms.Npi;

/** A leader's time on a day, by the practice's own clock: at most one session lies there. */
public record Slot(Npi leader, LocalDate date, LocalTime start) {

    public Instant startsAt(ZoneId zone) {
        return date.atTime(start).atZone(zone).toInstant();
    }

    String key(String client) {
        return date + "|" + start + "|" + leader + "|" + client;
    }
}
