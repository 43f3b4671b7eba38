package org.circlekeeper.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.patients.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * One paper of one member: a version of a form in one language.
 *
 * @param reason why it was declined, waived, refused or withdrawn; empty otherwise
 * @param signature the signature that stands on it, electronic or copied from paper
 * @param document the printed form, when it was filled in and not signed
 * @param until the last day it holds; null when it does not run out
 * @param replacing the older version whose place it takes, by when; null when it takes none's
 */
public record Paper(
        PaperId id,
        PatientId patient,
        FormId form,
        int version,
        Language language,
        String title,
        Need need,
        PaperStatus status,
        String reason,
        @Nullable UUID signature,
        @Nullable UUID document,
        @Nullable LocalDate until,
        @Nullable Replacing replacing,
        String movedBy,
        Instant movedAt) {

    /**
     * The older one keeps its place until this one is settled, or until the day has come.
     *
     * @param due null when the older one keeps its place until this one is settled, however long that takes
     */
    public record Replacing(PaperId old, @Nullable LocalDate due) {}

    /** The older version whose place it takes, and by when. */
    public Optional<Replacing> older() {
        return Optional.ofNullable(replacing);
    }

    /**
     * Whether a packet that asks for it is content on that day. What was only offered need not hold: that it ended or
     * was taken back is no condition of care (45 CFR 164.508(b)(4)).
     */
    public boolean completes(LocalDate day) {
        return need == Need.OFFERED ? status.completes() || status.isOver() : status.completes() && holdsOn(day);
    }

    /** Whether its last day, if it has one, is not past on that day. */
    public boolean holdsOn(LocalDate day) {
        return until == null || !until.isBefore(day);
    }

    /** Whether claims for records under 42 CFR Part 2 rest on it. */
    public boolean isPart2Consent() {
        return form.equals(Part2Papers.FORM);
    }

    /** The same, standing otherwise. */
    Paper standing(PaperStatus to, String why, String by, Instant at) {
        return new Paper(
                id, patient, form, version, language, title, need, to, why, signature, document, until, replacing, by,
                at);
    }

    /** The same, with a signature on it. */
    Paper under(UUID signed, @Nullable LocalDate holdsUntil) {
        return new Paper(
                id,
                patient,
                form,
                version,
                language,
                title,
                need,
                status,
                reason,
                signed,
                document,
                holdsUntil,
                replacing,
                movedBy,
                movedAt);
    }

    /** The same, with no signature on it. */
    Paper unsigned() {
        return new Paper(
                id, patient, form, version, language, title, need, status, reason, null, document, null, replacing,
                movedBy, movedAt);
    }

    /** The same, with what was printed of it. */
    Paper printed(UUID printed) {
        return new Paper(
                id, patient, form, version, language, title, need, status, reason, signature, printed, until, replacing,
                movedBy, movedAt);
    }

    /** What asks for the same version once more. */
    Asked asked() {
        return askedIn(language);
    }

    /** The same in another language. */
    Asked askedIn(Language other) {
        return new Asked(form, version, other, title, need);
    }
}
