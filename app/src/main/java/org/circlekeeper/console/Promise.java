package org.circlekeeper.console;

import java.util.ArrayList;
import org.circlekeeper.frame.Words;
import org.circlekeeper.terms.Money;

/** The first sentence of Today: what was done, what was kept back, what is asked. Pure. */
final class Promise {

    private Promise() {}

    /** As in {@code Since Friday I filed 35 claims for $2,275, kept 4 back, and need 5 answers.} */
    static String sentence(String since, long filed, String sum, long keptBack, long questions) {
        if (filed + keptBack + questions == 0) {
            return "Since " + since + " nothing was to file, and nothing waits for you.";
        }
        var parts = new ArrayList<String>();
        parts.add(filed == 0 ? "filed nothing" : "filed " + Words.count(filed, "claim", "claims") + " for " + sum);
        if (keptBack > 0) {
            parts.add("kept " + keptBack + " back");
        }
        parts.add(questions == 0 ? "need nothing from you" : "need " + Words.count(questions, "answer", "answers"));
        return "Since " + since + " I " + listed(parts) + ".";
    }

    /** Whole dollars without their cents. */
    static String dollars(Money sum) {
        var words = sum.toString();
        return words.endsWith(".00") ? words.substring(0, words.length() - 3) : words;
    }

    private static String listed(ArrayList<String> parts) {
        var last = parts.removeLast();
        return parts.size() == 1 ? parts.getFirst() + " and " + last : String.join(", ", parts) + ", and " + last;
    }
}
