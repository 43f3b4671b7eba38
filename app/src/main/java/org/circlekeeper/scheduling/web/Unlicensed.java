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

    /** What is kept beside the reason of the change; empty when nothing is missing. Refuses what was not said. */
    static String why(Filled form, Collection<Substitutes.Candidate> chosen) {
        var names = chosen.stream()
                .filter(one -> !one.licensed())
                .map(Substitutes.Candidate::name)
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return "";
        }
        var who = Words.list(names);
        if (!form.has(TICK)) {
            form.refuse(
                    TICK,
                    "No license number of " + who + " is on file. Choose somebody else, or tick that you know it.");
        }
        if (!form.has(WHY)) {
            form.refuse(WHY, "Say why they lead all the same, as in: seen on the state's page, the number follows.");
        }
        return "; no license number of " + who + " on file: " + form.value(WHY);
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
