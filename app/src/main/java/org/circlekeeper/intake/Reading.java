package org.circlekeeper.intake;

import java.util.Optional;
import org.circlekeeper.forms.Language;
import org.jspecify.annotations.Nullable;

/**
 * In which language a member gets papers. No legal form falls back to another language silently: while nobody has said
 * what somebody reads, or when they read one in which papers are not written, a person decides. Pure.
 *
 * @param language null while a person has to decide
 * @param missing what stands in the way, with its remedy; empty when nothing does
 */
record Reading(@Nullable Language language, String missing) {

    /** @param tag what somebody has said of them, as ISO 639-1 has it; null when nobody has */
    static Reading of(@Nullable String tag) {
        if (tag == null) {
            return new Reading(
                    null, "Nobody has said in which language they read. Say it on the page of their papers, first.");
        }
        return Language.tagged(tag)
                .map(language -> new Reading(language, ""))
                .orElseGet(() -> new Reading(
                        null,
                        "They read \"" + tag + "\", and papers are written in English and Spanish alone. Go through "
                                + "them with an interpreter, and say on the page of their papers in which of the two "
                                + "they are to be given."));
    }

    Optional<Language> known() {
        return Optional.ofNullable(language);
    }
}
