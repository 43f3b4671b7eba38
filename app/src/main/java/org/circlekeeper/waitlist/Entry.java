package org.circlekeeper.waitlist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.circlekeeper.calls.Whom;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish for a seat in one kind of group.
 *
 * @param type the kind of group
 * @param wanted the one group they would rather have; null when any of the kind will do
 * @param patient who they are among the patients; null for somebody who only asked so far
 * @param cameBy how the wish reached the practice, in words
 * @param part2 whether 42 CFR Part 2 applies, as the kind of group said at the first inquiry
 * @param since from when on they wait: kept when they go on to another kind of group
 * @param movedAt when it came to stand where it stands
 * @param urgent a person's reason why it is urgent, empty when it is not
 * @param screenAt when they are screened
 * @param backOn when somebody looks again
 * @param decision what a therapist said last
 * @param comesWith the entry they come with and are offered a seat with; null for whoever comes alone or is come with
 */
public record Entry(
        EntryId id,
        UUID type,
        @Nullable GroupId wanted,
        @Nullable PatientId patient,
        Inquirer who,
        String cameBy,
        boolean part2,
        WaitStatus status,
        Instant since,
        Instant movedAt,
        String urgent,
        String urgentBy,
        @Nullable Instant screenAt,
        @Nullable LocalDate backOn,
        @Nullable FitDecision decision,
        String decidedBy,
        @Nullable EntryId comesWith) {

    public boolean fits() {
        return decision == FitDecision.FIT;
    }

    /** Whether a therapist is to say what they think; whoever wants to talk first has said so. */
    public boolean waitsForWord() {
        return status == WaitStatus.SCREEN_SCHEDULED && decision != FitDecision.TALK;
    }

    public int waitedDays(LocalDate today, ZoneId zone) {
        return Math.max(0, (int) ChronoUnit.DAYS.between(LocalDate.ofInstant(since, zone), today));
    }

    public String href() {
        return "/waitlist/" + id;
    }

    Whom whom() {
        return new Whom(patient, id.value(), who.name(), who.phone(), who.email(), part2);
    }
}
