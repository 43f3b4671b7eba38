package org.circlekeeper.intake.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.jspecify.annotations.Nullable;

/**
 * For how long a sheet that was signed with ink holds, and whether payers may be told because of it: as somebody reads
 * it off the sheet, and never guessed (42 CFR 2.31(a)(4) and (7), 2.33; 45 CFR 164.508(c)(1)(v)).
 *
 * @param until the last day it holds; null when the sheet names none
 * @param payment whether it allows what a payer needs
 */
record InkTerms(@Nullable LocalDate until, boolean payment) {

    /** Whether the sheet names a last day. */
    static final List<Choice> LASTS = List.of(
            new Choice("day", "Until the day that stands on it"), new Choice("open", "No last day stands on it"));

    /** Whom a Part 2 consent names. */
    static final List<Choice> NAMES = List.of(
            new Choice("payers", "Health plans and payers, for payment"),
            new Choice("others", "Only a person or office by name: no payer is told"));

    /** What a sheet has to be asked. */
    enum Asks {
        LAST_DAY,
        PAYERS
    }

    /** Empty when something is missing: then the form says what. */
    static Optional<InkTerms> said(Filled form, Set<Asks> asks, LocalDate today) {
        var until = asks.contains(Asks.LAST_DAY) ? until(form, today) : null;
        var names = form.value("names");
        if (asks.contains(Asks.PAYERS)
                && NAMES.stream().noneMatch(one -> one.value().equals(names))) {
            form.refuse("names", "Look at the sheet and say whom it names.");
        }
        return form.isWrong()
                ? Optional.empty()
                : Optional.of(new InkTerms(until, !asks.contains(Asks.PAYERS) || names.equals("payers")));
    }

    private static @Nullable LocalDate until(Filled form, LocalDate today) {
        if (form.value("lasts").equals("open")) {
            if (form.has("until")) {
                form.refuse("lasts", "You wrote a last day as well. Say which of both the sheet says.");
            }
            return null;
        }
        if (!form.value("lasts").equals("day")) {
            form.refuse("lasts", "Look at the sheet and say whether a last day stands on it.");
            return null;
        }
        var until = form.day("until", "Write the last day that stands on it.");
        until.filter(day -> day.isBefore(today))
                .ifPresent(_ -> form.refuse("until", "That day has passed: the sheet does not hold any more."));
        return until.orElse(null);
    }
}
