package org.circlekeeper.finance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * A good-faith estimate as it was written; it is part of the record and never changed (45 CFR 149.610(f)(1)).
 *
 * @param dueBy by when it had to be given; null when nothing asked for it
 * @param givings to whom it was given, the earliest first; none while it only lies there
 */
public record Estimate(
        UUID id,
        PatientId patient,
        GroupId group,
        EstimateReason reason,
        @Nullable LocalDate dueBy,
        EstimateContents contents,
        String madeBy,
        Instant madeAt,
        List<Giving> givings) {

    public Estimate {
        givings = List.copyOf(givings);
    }

    /** In which form somebody has it: always a written one, even when they asked by word (45 CFR 149.610(e)). */
    public enum Way {
        HANDED("Handed over on paper"),
        POST("Sent by post"),
        ELECTRONIC("Sent electronically, as they chose");

        private final String onScreen;

        Way(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }
    }

    /**
     * That it was given, or a copy of it later.
     *
     * @param to to whom: the member, or who acts for them
     * @param by who of the practice gave it
     */
    public record Giving(LocalDate on, Way way, String to, String by, String recordedBy, Instant recordedAt) {

        /** Whether it says the same, whenever it was written down. */
        boolean isSame(Giving other) {
            return on.equals(other.on()) && way == other.way() && to.equals(other.to());
        }
    }

    Estimate under(UUID another) {
        return new Estimate(another, patient, group, reason, dueBy, contents, madeBy, madeAt, givings);
    }

    /** Whether it tells of sessions of that day. */
    boolean covers(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    /** Whether each tells of some day between the first and the last one of the other. */
    boolean meets(Estimate other) {
        return !other.firstDay().isAfter(lastDay()) && !other.lastDay().isBefore(firstDay());
    }

    /** When it was given for the first time. */
    public Optional<LocalDate> givenOn() {
        return givings.stream().map(Giving::on).min(LocalDate::compareTo);
    }

    public boolean isGiven() {
        return !givings.isEmpty();
    }

    public LocalDate firstDay() {
        return contents.sessions().days().getFirst();
    }

    public LocalDate lastDay() {
        return contents.sessions().days().getLast();
    }
}
