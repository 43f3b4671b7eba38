package org.circlekeeper.waitlist.web;

import java.util.List;
import java.util.UUID;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page of the waitlist shows.
 *
 * @param undecided whom a therapist may decide about in one tap
 * @param types the kinds of groups to choose from
 * @param chosen the one that was chosen, empty for all
 * @param patients those shown who are patients, for the audit trail
 */
public record PipelinePage(
        List<Card> undecided,
        List<Lane> lanes,
        List<Choice> types,
        String chosen,
        boolean keeps,
        boolean empty,
        List<UUID> patients) {

    /**
     * One kind of group.
     *
     * @param dropIn whether its groups are open to whoever comes
     * @param link the address of its open interest form, null when none is open
     */
    public record Lane(
            String type,
            String name,
            boolean part2,
            boolean dropIn,
            List<Column> columns,
            @Nullable String link) {}

    /** One column of a lane. */
    public record Column(String name, boolean closed, List<Card> cards) {}

    /** A word beside a person: how it stands with one thing. */
    public record Flag(Tone tone, String word) {}

    /**
     * One person.
     *
     * @param next where the key ] moves them, empty when it opens their page
     * @param back where the key [ moves them
     */
    public record Card(
            String id,
            String name,
            String kind,
            String age,
            String times,
            String waited,
            List<Flag> flags,
            List<Choice> moves,
            String next,
            String back) {

        public String href() {
            return "/waitlist/" + id;
        }
    }
}
