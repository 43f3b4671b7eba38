package org.circlekeeper.waitlist;

import java.util.List;

/**
 * What people who wait are told. “Not this group” is one sentence: it is the same whatever the reason was, so that
 * nobody learns of a criterion, or of somebody in the group, from how it is put.
 */
final class Telling {

    static final String NOT_THIS_GROUP =
            "Tell them: “We have no place for you in this group. We would like to look for another one with you.”";

    static final String LOOK_AGAIN = "It was too early for a group. Ask how they are and look again.";

    private Telling() {}

    /** The same sentence; of which groups the therapist thinks is for the office to ask about. */
    static String notThisGroup(List<String> others) {
        return others.isEmpty()
                ? NOT_THIS_GROUP
                : NOT_THIS_GROUP + " The therapist thinks of " + String.join(", ", others) + ".";
    }
}
