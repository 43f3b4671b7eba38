package org.circlekeeper.messaging.web;

import java.time.Instant;
import java.time.ZoneId;
import org.circlekeeper.messaging.Message;
import org.circlekeeper.messaging.Reply;
import org.circlekeeper.patients.PatientId;

/** One thing in a thread, whoever wrote it. */
sealed interface Said {

    PatientId patient();

    Instant at();

    /** Whether a member wrote it and nobody of the practice has read it. */
    boolean isUnread();

    /** Whether it is read before all others. */
    boolean isUrgent();

    MessageLine line(String name, ZoneId zone, Instant now);

    static Said of(Message message) {
        return new Ours(message);
    }

    static Said of(Reply reply) {
        return new Theirs(reply);
    }

    static Said later(Said one, Said other) {
        if (one.isUrgent() != other.isUrgent()) {
            return one.isUrgent() ? one : other;
        }
        boolean first = one.isUnread() == other.isUnread() ? one.at().isAfter(other.at()) : one.isUnread();
        return first ? one : other;
    }

    /** The practice wrote it. */
    record Ours(Message message) implements Said {
        @Override
        public PatientId patient() {
            return message.patient();
        }

        @Override
        public Instant at() {
            return message.writtenAt();
        }

        @Override
        public boolean isUnread() {
            return false;
        }

        @Override
        public boolean isUrgent() {
            return false;
        }

        @Override
        public MessageLine line(String name, ZoneId zone, Instant now) {
            return MessageLine.of(message, name, zone, now);
        }
    }

    /** The member wrote it, or somebody for them. */
    record Theirs(Reply reply) implements Said {
        @Override
        public PatientId patient() {
            return reply.patient();
        }

        @Override
        public Instant at() {
            return reply.saidAt();
        }

        @Override
        public boolean isUnread() {
            return reply.isUnread();
        }

        @Override
        public boolean isUrgent() {
            return reply.isUrgent();
        }

        @Override
        public MessageLine line(String name, ZoneId zone, Instant now) {
            return MessageLine.of(reply, name, zone);
        }
    }
}
