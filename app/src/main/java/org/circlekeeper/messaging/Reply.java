package org.circlekeeper.messaging;

import java.time.Instant;
import org.circlekeeper.messaging.Message.Topic;
import org.circlekeeper.patients.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Something that a member wrote to the practice, or somebody for them.
 *
 * @param readAt when somebody of the practice read it first
 */
public record Reply(
        ReplyId id,
        PatientId patient,
        Topic topic,
        String text,
        String saidBy,
        Instant saidAt,
        @Nullable Instant readAt) {

    public boolean isUnread() {
        return readAt == null;
    }
}
