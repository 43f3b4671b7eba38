package org.circlekeeper.messaging;

import java.time.Instant;
import org.circlekeeper.messaging.Message.Topic;
import org.circlekeeper.patients.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Something that a member wrote to the practice, or somebody for them.
 *
 * @param readAt when somebody of the practice read it first
 * @param crisis whether words stand in it that can mean danger to life ({@link CrisisWords})
 */
public record Reply(
        ReplyId id,
        PatientId patient,
        Topic topic,
        String text,
        String saidBy,
        Instant saidAt,
        @Nullable Instant readAt,
        boolean crisis) {

    public boolean isUnread() {
        return readAt == null;
    }

    /** Whether it is read before all others. */
    public boolean isUrgent() {
        return crisis && isUnread();
    }
}
