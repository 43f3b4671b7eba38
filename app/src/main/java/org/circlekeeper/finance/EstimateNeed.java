package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an estimate of one member's sessions in one group is owed, and by when: when they ask, before the
 * first session, when something changes, and before twelve months are over (45 CFR 149.610(b)(1)). Pure.
 */
final class EstimateNeed {

    private final Known known;

    private EstimateNeed(Known known) {
        this.known = known;
    }

    /**
     * What is looked at.
     *
     * @param selfPay why an estimate is owed at all; null when a plan is to be billed: then only what they asked counts
     * @param scheduledOn the day on which the sessions were scheduled, or from which on they pay themselves
     * @param asked the last day on which they asked and that no estimate has answered; null when none is open
     * @param past theirs that were held since they were scheduled, in the order of time
     * @param sessions theirs to come, today's among them, in the order of time, as far as they are planned
     * @param fee what one costs; null while the practice has set nothing
     * @param leader who leads the next one; null when there is none
     * @param given the estimates of this group that were given, the latest first
     */
    record Known(
            LocalDate today,
            @Nullable SelfPay selfPay,
            LocalDate scheduledOn,
            @Nullable LocalDate asked,
            List<LocalDate> past,
            List<LocalDate> sessions,
            @Nullable Money fee,
            @Nullable PractitionerId leader,
            List<Estimate> given) {

        Known {
            past = List.copyOf(past);
            sessions = List.copyOf(sessions);
            given = List.copyOf(given);
        }
    }

    /** What is owed, why, from which session on and by when. */
    record Need(EstimateReason reason, LocalDate from, LocalDate dueBy, String because) {}

    /** Those since they were scheduled: what was due before one of them stays due then. */
    private List<LocalDate> sinceScheduled() {
        return Stream.concat(known.past().stream(), known.sessions().stream()).toList();
    }

    /** The one that is due first; empty when nothing is owed. */
    static Optional<Need> of(Known known) {
        var need = new EstimateNeed(known);
        return Stream.of(need.asked(), need.first(), need.changed(), need.runsOut())
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Need::dueBy));
    }

    private Optional<Need> asked() {
        var asked = known.asked();
        return asked == null
                ? Optional.empty()
                : new EstimateOccasion.Asked(asked)
                        .dueBy()
                        .map(due -> new Need(
                                EstimateReason.ASKED,
                                next(),
                                due,
                                "One member asked on " + Words.day(asked) + " what sessions cost."));
    }

    /** From the next session on, or from today when none is planned. */
    private LocalDate next() {
        return known.sessions().isEmpty() ? known.today() : known.sessions().getFirst();
    }

    private Optional<Need> first() {
        var selfPay = known.selfPay();
        if (selfPay == null
                || known.sessions().isEmpty()
                || known.given().stream().anyMatch(this::isOfThisSeat)) {
            return Optional.empty();
        }
        return EstimateOccasion.dueBy(known.scheduledOn(), sinceScheduled())
                .map(due -> new Need(
                        EstimateReason.SCHEDULED,
                        next(),
                        due,
                        "Sessions of one member stand since " + Words.day(known.scheduledOn()) + ". "
                                + selfPay.because()));
    }

    /** An estimate of sessions before they were scheduled, as of a seat that has ended, is none of these. */
    private boolean isOfThisSeat(Estimate given) {
        return !given.lastDay().isBefore(known.scheduledOn());
    }

    /** Whatever changes is told a business day before the next session, by an estimate of what is to come. */
    private Optional<Need> changed() {
        if (known.selfPay() == null || known.sessions().isEmpty()) {
            return Optional.empty();
        }
        var next = known.sessions().getFirst();
        return covering(next).flatMap(this::change).map(why -> changed(next, why));
    }

    /** The latest one that tells of a day: one that begins later takes nothing from it before. */
    private Optional<Estimate> covering(LocalDate day) {
        return known.given().stream().filter(one -> one.covers(day)).findFirst();
    }

    private static Need changed(LocalDate next, String why) {
        return new Need(
                EstimateReason.CHANGED,
                next,
                new EstimateOccasion.Changed(next).dueBy().orElseThrow(),
                "What was estimated for one member has changed. " + why);
    }

    private Optional<String> change(Estimate given) {
        var fee = known.fee();
        var contents = given.contents();
        if (fee != null && !fee.equals(contents.sessions().fee())) {
            return Optional.of("A session costs " + fee + " now, and "
                    + contents.sessions().fee() + " there.");
        }
        if (known.leader() != null && !known.leader().equals(contents.provider().leader())) {
            return Optional.of(
                    "Somebody else leads the group than " + contents.provider().name() + ".");
        }
        var within = known.sessions().stream()
                .filter(day -> !day.isAfter(given.lastDay()))
                .count();
        var through = known.sessions().getLast();
        var expected = contents.sessions().days().stream()
                .filter(day -> !day.isBefore(known.today()) && !day.isAfter(through))
                .count();
        return within > expected ? Optional.of("More sessions are planned than it counts.") : Optional.empty();
    }

    /**
     * Of sessions that no estimate tells of, another one is given in time: from the three hundred and thirtieth day of
     * the last on, or when the next one is among them.
     */
    private Optional<Need> runsOut() {
        var last = known.given().stream().max(Comparator.comparing(Estimate::lastDay));
        if (known.selfPay() == null || last.filter(this::isOfThisSeat).isEmpty()) {
            return Optional.empty();
        }
        boolean soon = !known.today().isBefore(last.get().contents().sessions().renewOn());
        return known.sessions().stream()
                .filter(day -> covering(day).isEmpty())
                .filter(day -> isOutside(last.get(), day))
                .findFirst()
                .filter(day -> soon || day.equals(next()))
                .map(day -> new Need(
                        EstimateReason.RENEWED,
                        day,
                        new EstimateOccasion.Changed(firstAfter(last.get(), day))
                                .dueBy()
                                .orElseThrow(),
                        "The estimate of one member tells of sessions through "
                                + Words.day(last.get().lastDay()) + ", and there are others."));
    }

    /**
     * The first session after the last one it tells of, also when it was held meanwhile: that is what it was due for.
     */
    private LocalDate firstAfter(Estimate last, LocalDate day) {
        return known.past().stream()
                .filter(one -> one.isAfter(last.lastDay()))
                .findFirst()
                .orElse(day);
    }

    /** A session that was moved within its days changes nothing: it is after them, or before they begin. */
    private static boolean isOutside(Estimate last, LocalDate day) {
        return day.isAfter(last.lastDay()) || day.isBefore(last.firstDay());
    }
}
