package org.circlekeeper.forms;

import java.util.Arrays;
import java.util.Optional;

/** A language in which a form is written. */
public enum Language {
    EN("en", "English"),
    ES("es", "Spanish");

    private final String tag;
    private final String onScreen;

    Language(String tag, String onScreen) {
        this.tag = tag;
        this.onScreen = onScreen;
    }

    /** As BCP 47 writes it. */
    public String tag() {
        return tag;
    }

    /** As staff call it. */
    public String onScreen() {
        return onScreen;
    }

    /** The language of a tag; a region behind it, as in {@code es-US}, is let go. */
    public static Optional<Language> tagged(String tag) {
        return Arrays.stream(values())
                .filter(language -> tag.equals(language.tag) || tag.startsWith(language.tag + "-"))
                .findFirst();
    }

    /** Of two sentences the one in this language. */
    String say(String english, String spanish) {
        return switch (this) {
            case EN -> english;
            case ES -> spanish;
        };
    }
}
