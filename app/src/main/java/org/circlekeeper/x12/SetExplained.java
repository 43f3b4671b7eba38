package org.circlekeeper.x12;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * One transaction set on its way to being told, for people and for programs. It is given the segments between ST and SE
 * one by one and keeps no more of them than what it tells.
 */
public interface SetExplained {

    /** Takes the next segment; ST and SE are not among them. */
    void see(Segment segment);

    /**
     * What the set comes to, by name and in the order in which it is told: text, whole numbers, yes and no, null where
     * nothing is known, and lists and maps of these. Money is in cents. Known when SE has been reached.
     */
    SequencedMap<String, @Nullable Object> facts();

    /** The same in plain sentences, each with its stop. */
    List<String> sentences();

    /** What keeps the set from being posted by itself, such as an amount that is none. */
    default List<Warning> warnings() {
        return List.of();
    }

    /**
     * What warns of the same and tells nothing: asked for before the first segment, where nobody reads what the set
     * says. Whatever tells each person of a set has one of its own, as a set may be about thousands.
     */
    default SetExplained warningAlone() {
        return this;
    }
}
