package org.circlekeeper.assistant;

import java.util.Locale;
import org.circlekeeper.access.Permission;
import org.jspecify.annotations.Nullable;

/**
 * How a duty meets people: who sees its lines, who may agree to what it proposes, and in which words.
 *
 * @param seen whoever lacks it is shown neither what the duty asks and proposes nor what it did
 * @param rank where its questions stand among those of other duties: what is lost soonest has the lowest
 * @param opens what the button of a question says; null where the page it leads to says it
 * @param settles what makes a question go away; null where nothing but answering it there does
 * @param agreement how a person agrees to its proposals; null when it only asks
 */
public record Manner(
        Permission seen,
        int rank,
        @Nullable String opens,
        @Nullable String settles,
        @Nullable Agreement agreement) {

    /** Where the questions of a duty stand that says nothing of it. */
    public static final int LAST = 9;

    /**
     * How a person agrees.
     *
     * @param needs whoever lacks it is shown the proposal without a button
     * @param verb what the button for one says
     * @param several what some of them come to, with {@code %d} for their number
     * @param all what the one button for all of them says
     */
    public record Agreement(Permission needs, String verb, String several, String all) {

        /** As in {@code Fill the calendar of 5 groups.} */
        public String several(int count) {
            return String.format(Locale.US, several, count);
        }
    }

    /** Of a duty that only asks. */
    public static Manner asking(Permission seen) {
        return new Manner(seen, LAST, null, null, null);
    }

    /** Of a duty that does something itself, once a person has agreed or when it is trusted. */
    public static Manner proposing(Permission seen, Agreement agreement) {
        return new Manner(seen, LAST, null, null, agreement);
    }

    /** The same, standing where {@code rank} says. */
    public Manner ranked(int rank) {
        return new Manner(seen, rank, opens, settles, agreement);
    }

    /** The same, with what the button of a question says and what makes the question go away. */
    public Manner saying(@Nullable String opens, String settles) {
        return new Manner(seen, rank, opens, settles, agreement);
    }
}
