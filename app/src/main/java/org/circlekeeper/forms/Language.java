package org.circlekeeper.forms;

import java.util.Arrays;
import java.util.Optional;

/** A language in which forms and the members' own pages are written, every word of them. */
public enum Language {
    EN("en", "English", "English"),
    ES("es", "Spanish", "Español");

    private final String tag;
    private final String onScreen;
    private final String ownName;

    Language(String tag, String onScreen, String ownName) {
        this.tag = tag;
        this.onScreen = onScreen;
        this.ownName = ownName;
    }

    /** As BCP 47 writes it. */
    public String tag() {
        return tag;
    }

    /** As staff call it. */
    public String onScreen() {
        return onScreen;
    }

    /** As its speakers call it. */
    public String ownName() {
        return ownName;
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
