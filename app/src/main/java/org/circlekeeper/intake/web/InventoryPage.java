package org.circlekeeper.intake.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * Everything the inventory of papers shows: members down, papers across.
 *
 * @param documents every paper that one of the members has, to choose one from
 * @param view what was chosen of it
 * @param total how many members there are whatever is chosen
 * @param none how many of them were never given a paper
 * @param talk the sentence that asks whether the group was talked to; empty when nobody new has come
 * @param renewable papers of which a newer version can be asked for
 * @param behind those of them for which nobody was asked yet
 */
public record InventoryPage(
        List<Column> columns,
        List<Row> rows,
        List<Choice> groups,
        List<Choice> documents,
        View view,
        int total,
        int whole,
        int none,
        String talk,
        List<Choice> renewable,
        List<Choice> behind,
        LocalDate due,
        boolean more,
        Filled form) {

    /**
     * What somebody chose to see.
     *
     * @param only the one group that is shown; null for all
     * @param document the one paper that is shown; empty for all
     * @param from the first day of those on which somebody had a seat
     * @param until the last of them; with neither it is about today and later
     */
    public record View(
            @Nullable GroupId only,
            String document,
            Show show,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        static final View EVERYONE = new View(null, "", Show.ALL, null, null);

        /** The same about one paper. */
        View about(String paper) {
            return new View(only, paper, show, from, until);
        }

        /** Whether a seat of those days is looked at. */
        boolean isAbout(DateRange days, LocalDate today) {
            var first = from == null && until == null ? today : from;
            return (first == null || !days.hasEnded(first))
                    && (until == null || !days.first().isAfter(until));
        }

        Optional<GroupId> group() {
            return Optional.ofNullable(only);
        }

        public String groupId() {
            return Objects.toString(only, "");
        }

        /** As an address says it. */
        public String query() {
            return "group=" + groupId() + "&document=" + document + "&show=" + show.name() + "&from="
                    + Objects.toString(from, "") + "&until=" + Objects.toString(until, "");
        }
    }

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

    /** The days of the view, as they were typed. */
    public Filled days() {
        return form.name().equals("days")
                ? form
                : Filled.blank("days").with("from", view.from()).with("until", view.until());
    }

    /** What was typed into one of its forms. */
    public Filled form(String name) {
        return form.name().equals(name) ? form : Filled.blank(name);
    }

    public String summary() {
        return whole + " of " + total + (total == 1 ? " member has" : " members have")
                + " every paper they were given."
                + (none == 0 ? "" : " " + none + (none == 1 ? " was" : " were") + " given none.");
    }
}
