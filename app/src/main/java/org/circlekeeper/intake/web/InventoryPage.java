package org.circlekeeper.intake.web;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Tone;

/**
 * Everything the inventory of papers shows: members down, papers across.
 *
 * @param group the id of the one group that is shown; empty for all
 * @param documents every paper that one of the members has, to choose one from
 * @param document the one paper that is shown; empty for all
 * @param show which members are shown
 * @param total how many members there are whatever is chosen
 * @param none how many of them were never given a paper
 * @param talk the sentence that asks whether the group was talked to; empty when nobody new has come
 * @param renewable papers of which a newer version can be asked for
 */
public record InventoryPage(
        List<Column> columns,
        List<Row> rows,
        List<Choice> groups,
        String group,
        List<Choice> documents,
        String document,
        Show show,
        int total,
        int whole,
        int none,
        String talk,
        List<Choice> renewable,
        LocalDate due,
        boolean more,
        Filled form) {

    /** Which members are shown. */
    public enum Show {
        MISSING("Missing"),
        NONE("Given none"),
        SOON("Running out"),
        WITHDRAWN("Taken back or refused"),
        ALL("Everyone");

        private final String onScreen;

        Show(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }
    }

    /** One paper, whatever its versions. */
    public record Column(String form, String title) {

        Choice choice() {
            return new Choice(form, title);
        }
    }

    /** One member. */
    public record Row(String href, String name, String seats, List<Cell> cells) {}

    /** How one paper of one member stands; nothing where it was never asked for. */
    public record Cell(Tone tone, String word, String title) {

        public boolean isEmpty() {
            return word.isEmpty();
        }
    }

    public String summary() {
        return whole + " of " + total + (total == 1 ? " member has" : " members have")
                + " every paper they were given."
                + (none == 0 ? "" : " " + none + (none == 1 ? " was" : " were") + " given none.");
    }
}
