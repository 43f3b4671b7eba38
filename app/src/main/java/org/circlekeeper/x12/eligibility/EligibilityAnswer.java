package org.circlekeeper.x12.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.circlekeeper.x12.NamedParty;
import org.circlekeeper.x12.QualifiedDate;
import org.jspecify.annotations.Nullable;

/**
 * What a payer answers about one person (271, 005010X279A1), every row and message kept.
 *
 * @param reference BHT03, of the question
 * @param answeredOn BHT04
 * @param traces TRN02 of those that repeat ours (TRN01 2) first, then of the payer's own
 * @param payer loop 2100A
 * @param provider loop 2100B, who asked
 * @param subscriber loop 2100C; null when the question failed above the person
 * @param dependent loop 2100D; null when the subscriber is who is asked about
 * @param dates DTP of loops 2100C and 2100D: 346 and 347 plan, 356 and 357 eligibility, 291 plan, …
 * @param rejections AAA of every level above and of the person
 */
public record EligibilityAnswer(
        String reference,
        @Nullable LocalDate answeredOn,
        List<String> traces,
        NamedParty payer,
        NamedParty provider,
        @Nullable CoveredPerson subscriber,
        @Nullable CoveredPerson dependent,
        List<QualifiedDate> dates,
        List<Benefit> benefits,
        List<Rejection> rejections) {

    private static final Set<String> BEGIN = Set.of("346", "356", "348", "007", "291", "307");
    private static final Set<String> END = Set.of("347", "357", "349");

    public EligibilityAnswer {
        traces = List.copyOf(traces);
        dates = List.copyOf(dates);
        benefits = List.copyOf(benefits);
        rejections = List.copyOf(rejections);
    }

    /** Who is asked about; null when the question failed above the person. */
    public @Nullable CoveredPerson person() {
        return dependent == null ? subscriber : dependent;
    }

    /** Our own trace number; empty when the payer did not repeat it. */
    public String trace() {
        return traces.isEmpty() ? "" : traces.getFirst();
    }

    /** NM109 of the subscriber, or of the dependent where the payer gives one of their own. */
    public String memberId() {
        if (dependent != null && !dependent.name().id().isEmpty()) {
            return dependent.name().id();
        }
        return subscriber == null ? "" : subscriber.name().id();
    }

    /** The first day of the plan, where the payer tells one. */
    public @Nullable LocalDate planBegins() {
        return dates.stream()
                .filter(date -> BEGIN.contains(date.qualifier()) && date.first() != null)
                .map(QualifiedDate::first)
                .findFirst()
                .orElse(null);
    }

    /** The last day of the plan, where the payer tells one. */
    public @Nullable LocalDate planEnds() {
        return dates.stream()
                .filter(date -> END.contains(date.qualifier()) || (BEGIN.contains(date.qualifier()) && date.isRange()))
                .map(QualifiedDate::last)
                .filter(day -> day != null)
                .findFirst()
                .orElse(null);
    }

    /** False on a day before the plan begins or after it ends; true where the payer tells no such day. */
    public boolean isInForce(LocalDate day) {
        var begins = planBegins();
        var ends = planEnds();
        return (begins == null || !day.isBefore(begins)) && (ends == null || !day.isAfter(ends));
    }
}
