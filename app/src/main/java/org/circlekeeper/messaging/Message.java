package org.circlekeeper.messaging;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.circlekeeper.patients.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Something written to one member.
 *
 * @param goesAt until when it is held and can be taken back; from then on it is in the member's inbox
 * @param insideWhy why nothing goes outside; empty when an e-mail does
 * @param reason why it failed, came back or was taken back; empty while nothing of that is so
 * @param settledBy who or what settled it; empty until then
 * @param openedAt when the member first opened it in their inbox
 * @param openedFor who acts for them and was the first of those to open it; empty when none has
 */
public record Message(
        MessageId id,
        PatientId patient,
        Topic topic,
        String text,
        String writtenBy,
        Instant writtenAt,
        Instant goesAt,
        String insideWhy,
        Status status,
        String reason,
        String settledBy,
        @Nullable Instant settledAt,
        @Nullable Instant openedAt,
        String openedFor) {

    /** What it is about: that decides who of the practice reads it. */
    public enum Topic {
        LOGISTICS("times and places"),
        BILLING("bills and insurance"),
        CARE("care");

        private final String onScreen;

        Topic(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }
    }

    /** How it stands outside; inside it is in the inbox from {@code goesAt} on unless it was taken back. */
    public enum Status {
        /** An e-mail tells of it, and has not left. */
        HELD,
        /** In the inbox alone: nothing goes outside. */
        KEPT,
        /** The mail server took the e-mail; on trial it is a file, and the reason says so. */
        SENT,
        /** The e-mail will never go. */
        FAILED,
        /** The address does not take mail. */
        BOUNCED,
        /** Taken back in time: it never left, and is in no inbox. */
        UNDONE;

        public Set<Status> next() {
            return switch (this) {
                case HELD -> EnumSet.of(SENT, FAILED, BOUNCED, UNDONE);
                case KEPT -> EnumSet.of(UNDONE);
                case SENT, FAILED, BOUNCED, UNDONE -> EnumSet.noneOf(Status.class);
            };
        }
    }

    /** Whether it can be taken back now. */
    public boolean isHeld(Instant now) {
        return (status == Status.HELD || status == Status.KEPT) && now.isBefore(goesAt);
    }
}
