package org.circlekeeper.coverage.web;

import java.util.List;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Tone;

/**
 * Everything the list of authorizations shows: those that run, and members who need one.
 *
 * @param total how many there are whatever is chosen
 * @param due how many of them are to be asked for now
 * @param more whether others were left out
 * @param toSend payers for whom requests wait to be sent, with their number
 * @param answers what became of the last files with answers
 */
public record AuthorizationsPage(
        List<Row> rows,
        Show show,
        int total,
        long due,
        boolean more,
        List<Choice> toSend,
        List<String> answers,
        Filled form) {

    /** Which are shown. */
    public enum Show {
        ALL("All"),
        ASK("To be asked for now"),
        FEW("3 visits or fewer left"),
        SOON("End in 21 days"),
        WAITING("Waiting for the payer");

        private final String onScreen;

        Show(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }
    }

    /**
     * One member and one payer.
     *
     * @param key what a form that asks for it sends
     * @param numbers of the authorizations; what is missing where there is none
     * @param says how far they reach, in words
     * @param clock how long the payer takes, with the source
     * @param askable whether nobody asks for it yet
     */
    public record Row(
            String key,
            String href,
            String name,
            String payer,
            String numbers,
            String left,
            String says,
            String clock,
            Tone tone,
            String word,
            boolean askable) {}

    public String summary() {
        return due == 0
                ? "Nothing has to be asked for today."
                : due + (due == 1 ? " is" : " are") + " to be asked for now.";
    }
}
