package org.circlekeeper.roster;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a type of group, or one group of it, is for or not for.
 *
 * @param group null when it stands for every group of the type
 * @param wanted what is compared: years for an age, the beginnings of codes parted by commas for a diagnosis, a BCP 47
 *     tag for a language, the word for a level; empty for a statement
 * @param says the sentence that a person reads or is asked
 */
public record Criterion(
        UUID id, UUID type, @Nullable GroupId group, boolean excludes, Kind kind, String wanted, String says) {

    /** What is looked at. */
    public enum Kind {
        AGE_FROM("Age at least"),
        AGE_TO("Age at most"),
        DIAGNOSIS("Diagnosis"),
        LANGUAGE("Language"),
        LEVEL("Level"),
        /** Nobody can look it up: it is asked in screening. */
        STATEMENT("Asked in screening");

        private final String onScreen;

        Kind(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }
    }

    public boolean standsFor(GroupId asked) {
        return group == null || group.equals(asked);
    }
}
