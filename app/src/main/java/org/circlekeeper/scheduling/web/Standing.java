package org.circlekeeper.scheduling.web;

import org.circlekeeper.frame.Tone;
import org.circlekeeper.scheduling.Appointment;
import org.circlekeeper.scheduling.Session;

/**
 * How something in the calendar stands, as a chip.
 *
 * @param word empty when it is simply planned
 * @param css how its box looks: planned, away or alone
 */
record Standing(Tone tone, String word, String css) {

    static Standing of(Session session) {
        return switch (session.status()) {
            case CANCELLED -> new Standing(Tone.BAD, "Cancelled", "away");
            case SKIPPED -> new Standing(Tone.NONE, "No group", "away");
            case PLANNED -> {
                if (session.arranged().substituteFor() != null) {
                    yield new Standing(Tone.CALM, "Substitute", "planned");
                }
                boolean moved = session.arranged().occurrence() != null
                        && !session.arranged().occurrence().toLocalDate().equals(session.serviceDate());
                yield moved ? new Standing(Tone.WAIT, "Moved", "planned") : new Standing(Tone.NONE, "", "planned");
            }
        };
    }

    static Standing of(Appointment appointment) {
        return switch (appointment.status()) {
            case PLANNED -> new Standing(Tone.NONE, "", "alone");
            case KEPT -> new Standing(Tone.GOOD, "Took place", "alone");
            case MISSED -> new Standing(Tone.BAD, "Did not come", "alone");
            case CANCELLED -> new Standing(Tone.BAD, "Cancelled", "away");
        };
    }
}
