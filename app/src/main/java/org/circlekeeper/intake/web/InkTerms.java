package org.circlekeeper.intake.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.intake.ContactWishes;
import org.circlekeeper.patients.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reads off a sheet that was signed with ink, and never guesses: for how long it holds and whether payers
 * may be told because of it (42 CFR 2.31(a)(4) and (7), 2.33; 45 CFR 164.508(c)(1)(v)), whether an answer calls for
 * help, and how the member may be reached.
 *
 * @param until the last day it holds; null when the sheet names none
 * @param payment whether it allows what a payer needs
 * @param help whether an answer calls for help, or may
 * @param contact what it says of e-mail and of another way; null of every other paper
 */
record InkTerms(
        @Nullable LocalDate until,
        boolean payment,
        boolean help,
        @Nullable ContactWishes contact) {

    /** Whether the sheet names a last day. */
    static final List<Choice> LASTS = List.of(
            new Choice("day", "Until the day that stands on it"), new Choice("open", "No last day stands on it"));

    /** Whom a Part 2 consent names. */
    static final List<Choice> NAMES = List.of(
            new Choice("payers", "Health plans and payers, for payment"),
            new Choice("others", "Only a person or office by name: no payer is told"));

    /** What is ticked where anything but the first answer calls for help. */
    static final List<Choice> TICKED = List.of(
            new Choice("nothing", "Not at all"),
            new Choice("something", "Anything else"),
            new Choice("unclear", "It cannot be told"));

    /** Whether it allows e-mail. */
    static final List<Choice> EMAIL = List.of(new Choice("yes", "Yes"), new Choice("no", "No"));

    private static final int LONGEST_PLACE = 400;

    /** What a sheet has to be asked. */
    enum Asks {
        LAST_DAY,
        PAYERS,
        HELP,
        CONTACT
    }

    /** Empty when something is missing: then the form says what. */
    static Optional<InkTerms> said(Filled form, Set<Asks> asks, LocalDate today) {
        var until = asks.contains(Asks.LAST_DAY) ? until(form, today) : null;
        boolean payers = !asks.contains(Asks.PAYERS)
                || isChosen("names", "payers", NAMES, "Look at the sheet and say whom it names.", form);
        boolean help = asks.contains(Asks.HELP)
                && !isChosen("help", "nothing", TICKED, "Look at the sheet and say what is ticked there.", form);
        var contact = asks.contains(Asks.CONTACT) ? contact(form) : null;
        return form.isWrong() ? Optional.empty() : Optional.of(new InkTerms(until, payers, help, contact));
    }

    /** Whether of these the one was chosen; that none was is said beside the field. */
    private static boolean isChosen(String name, String one, List<Choice> of, String missing, Filled form) {
        var chosen = form.value(name);
        if (of.stream().noneMatch(choice -> choice.value().equals(chosen))) {
            form.refuse(name, missing);
        }
        return chosen.equals(one);
    }

    private static ContactWishes contact(Filled form) {
        boolean email = isChosen("email", "yes", EMAIL, "Look at the sheet and say whether it allows e-mail.", form);
        if (email) {
            form.read("address", "Write the e-mail address that stands on it, as in ana@example.org.", InkTerms::plain);
        }
        form.readIfAny("place", "Shorten it: 400 characters are the most.", Filled.atMost(LONGEST_PLACE));
        return new ContactWishes(email, email ? form.value("address") : "", form.value("place"));
    }

    private static String plain(String address) {
        if (!Recipient.isPlain(address)) {
            throw new IllegalArgumentException("Not one plain address");
        }
        return address;
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
