package org.circlekeeper.oncall;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Something that cannot wait.
 *
 * @param reason a word of the program, as in {@code test}
 * @param subject what it is about: the id of a form, of a test
 * @param patient about whom; null for a test
 * @param paged how many were paged so far
 * @param pagedAt when the last one was
 * @param note what was done, once it is closed
 */
public record Alarm(
        AlarmId id,
        String reason,
        UUID subject,
        @Nullable PatientId patient,
        Instant raisedAt,
        Status status,
        int paged,
        Instant pagedAt,
        @Nullable Done acknowledged,
        @Nullable Done closed,
        @Nullable String note) {

    /** Who did something, and when. */
    public record Done(String by, Instant at) {}

    /** Where it stands. */
    public enum Status {
        /** Somebody on call was paged and has not answered yet. */
        PAGED,
        /** Everybody on call was paged, or there was nobody: it is red on everyone's first page. */
        UNANSWERED,
        /** A clinician has taken it on. */
        ACKNOWLEDGED,
        /** A clinician wrote down what was done. */
        CLOSED;

        public Set<Status> next() {
            return switch (this) {
                case PAGED -> EnumSet.of(UNANSWERED, ACKNOWLEDGED, CLOSED);
                case UNANSWERED -> EnumSet.of(ACKNOWLEDGED, CLOSED);
                case ACKNOWLEDGED -> EnumSet.of(CLOSED);
                case CLOSED -> EnumSet.noneOf(Status.class);
            };
        }
    }

    public String href() {
        return "/alarms/" + id;
    }
}
