package org.circlekeeper.forms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form of the practice, and what was published of it.
 *
 * @param title as staff call it
 * @param twoSign whether two guardians must sign it for a minor, even where one alone is let in
 * @param versions the newest first
 */
public record Form(FormId id, Kind kind, String title, FormStatus status, boolean twoSign, List<Publication> versions) {

    public Form {
        versions = List.copyOf(versions);
    }

    /**
     * A version that was published, in every language at once.
     *
     * @param says what changed since the one before
     * @param instrument whether it is a measure of others ({@link Questionnaire#isInstrument()})
     */
    public record Publication(
            int number,
            String says,
            boolean instrument,
            String by,
            Instant at,
            Set<Language> languages,
            @Nullable Approval approval) {

        public Publication {
            languages = Set.copyOf(languages);
        }

        /** Whether it still waits for counsel's word. */
        public boolean isDraft() {
            return !instrument && approval == null;
        }
    }

    /** The version that is given out now, if the form is in use. */
    public Optional<Publication> current() {
        return status == FormStatus.IN_USE ? versions.stream().findFirst() : Optional.empty();
    }

    public Optional<Publication> version(int number) {
        return versions.stream().filter(one -> one.number() == number).findFirst();
    }

    /** Whether it is a measure of others, which no counsel of the practice has to approve. */
    public boolean isInstrument() {
        return versions.stream().findFirst().filter(Publication::instrument).isPresent();
    }
}
