package org.circlekeeper.x12.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
 * @param dates DTP of loops 2100D, then 2100C: 346 and 347 plan, 356 and 357 eligibility, 291 plan, …
 * @param ofDependent how many of them, from the first on, are the dependent's own
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
        int ofDependent,
        List<Benefit> benefits,
        List<Rejection> rejections) {

    /** By preference. 291 is the plan only where it is a range: a single day repeats that of the question. */
    private static final List<String> BEGIN = List.of("346", "356", "348", "307", "007", "291");

    private static final String PLAN = "291";
    private static final String SERVICE = "472";

    /** The day of an end, before that of a range that begins. */
    private static final List<String> END = List.of("347", "346", "357", "356", "349", "348", "307", "007", "291");

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

    /** The first day of the plan for that person, where the payer tells one: a dependent's own before any other. */
    public @Nullable LocalDate planBegins() {
        return told(BEGIN, EligibilityAnswer::tellsBegin, QualifiedDate::first);
    }

    /** The first day of the plan's own year: that of the plan (346) before that of anybody's eligibility. */
    public @Nullable LocalDate planYearBegins() {
        return told(dates, BEGIN, EligibilityAnswer::tellsBegin, QualifiedDate::first);
    }

    private static boolean tellsBegin(QualifiedDate date) {
        return !date.qualifier().equals(PLAN) || date.isRange();
    }

    /** The last day of the plan, where the payer tells one. */
    public @Nullable LocalDate planEnds() {
        return told(END, date -> !BEGIN.contains(date.qualifier()) || date.isRange(), QualifiedDate::last);
    }

    private @Nullable LocalDate told(
            List<String> qualifiers,
            Predicate<QualifiedDate> counts,
            Function<QualifiedDate, @Nullable LocalDate> day) {
        var own = told(dates.subList(0, ofDependent), qualifiers, counts, day);
        return own == null ? told(dates.subList(ofDependent, dates.size()), qualifiers, counts, day) : own;
    }

    private static @Nullable LocalDate told(
            List<QualifiedDate> dates,
            List<String> qualifiers,
            Predicate<QualifiedDate> counts,
            Function<QualifiedDate, @Nullable LocalDate> day) {
        return qualifiers.stream()
                .flatMap(qualifier ->
                        dates.stream().filter(date -> date.qualifier().equals(qualifier)))
                .filter(counts)
                .map(day)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    /** The day that was asked about, which a single 291 or 472 repeats; else the day of the answer. */
    public @Nullable LocalDate askedAbout() {
        var repeated =
                told(List.of(PLAN, SERVICE), date -> !date.isRange() && date.first() != null, QualifiedDate::first);
        return repeated == null ? answeredOn : repeated;
    }

    /** False on a day before the plan begins or after it ends; true where the payer tells no such day. */
    public boolean isInForce(LocalDate day) {
        var begins = planBegins();
        var ends = planEnds();
        return (begins == null || !day.isBefore(begins)) && (ends == null || !day.isAfter(ends));
    }
}
