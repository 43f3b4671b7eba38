package org.circlekeeper.scheduling.web;

import java.util.Collection;
import java.util.List;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Words;
import org.circlekeeper.scheduling.Substitutes;

/**
 * Somebody of whom no license number is on file leads in another's place only when a person ticks that they know it,
 * and says why: that is kept with the session. Payers that nobody has asked are named before it is done.
 */
final class Unlicensed {

    static final String TICK = "unlicensed";
    static final String WHY = "unlicensed-why";

    private Unlicensed() {}

    /** Refuses in the form what was not said about those of whom no license number is on file. */
    static void ask(Filled form, Collection<Substitutes.Candidate> chosen) {
        var who = names(chosen);
        if (who.isEmpty()) {
            return;
        }
        if (!form.has(TICK)) {
            form.refuse(
                    TICK,
                    "No license number of " + who + " is on file. Choose somebody else, or tick that you know it.");
        }
        form.text(WHY, "Say why they lead all the same, as in: seen on the state's page, the number follows.");
    }

    /** What is kept beside the reason with whatever these are to lead; empty when nothing is missing. */
    static String note(Filled form, Collection<Substitutes.Candidate> chosen) {
        var who = names(chosen);
        return who.isEmpty() ? "" : "; no license number of " + who + " on file: " + form.value(WHY);
    }

    private static String names(Collection<Substitutes.Candidate> chosen) {
        return Words.list(chosen.stream()
                .filter(one -> !one.licensed())
                .map(Substitutes.Candidate::name)
                .distinct()
                .toList());
    }

    /** What a person confirms by going on: each payer that nobody has asked about whoever was chosen. */
    static List<String> toConfirm(Collection<Substitutes.Candidate> chosen) {
        return chosen.stream()
                .filter(one -> !one.unasked().isEmpty())
                .map(one -> "To confirm: nobody has asked whether " + Words.list(one.unasked())
                        + (one.unasked().size() == 1 ? " knows " : " know ") + one.name()
                        + ". Visits of the members it concerns may not be paid.")
                .distinct()
                .toList();
    }
}
