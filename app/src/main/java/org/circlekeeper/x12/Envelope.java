package org.circlekeeper.x12;

import java.time.LocalDateTime;

/**
 * Who sends an interchange to whom, and how.
 *
 * @param interchange ISA13; never used twice between the same two parties, or the second file is refused (TA1 025)
 * @param group GS06
 * @param at by the practice's own clock
 * @param test ISA15: the receiver checks the file and pays nothing
 */
public record Envelope(
        String senderQualifier,
        String senderId,
        String receiverQualifier,
        String receiverId,
        long interchange,
        long group,
        LocalDateTime at,
        boolean test,
        Delimiters delimiters) {

    private static final int LARGEST = 999_999_999;

    public Envelope {
        party(senderQualifier, senderId, "sender");
        party(receiverQualifier, receiverId, "receiver");
        if (interchange < 1 || interchange > LARGEST || group < 1 || group > LARGEST) {
            throw new IllegalArgumentException("A control number has one to nine digits and is not zero");
        }
        if (delimiters.repetition() == Delimiters.NONE || delimiters.segment() > 127) {
            throw new IllegalArgumentException("An interchange is written with four ASCII delimiters");
        }
    }

    /** ISA05 to ISA08 hold two and fifteen characters; GS02 and GS03 want at least two. */
    private static void party(String qualifier, String id, String who) {
        Refuse.identifier(qualifier, 2, "The qualifier of the " + who);
        Refuse.identifier(id, 15, "The id of the " + who);
        if (qualifier.length() != 2 || id.length() < 2) {
            throw new IllegalArgumentException("The " + who + " has a qualifier and an id of two characters or more");
        }
    }
}
