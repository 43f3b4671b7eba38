package org.circlekeeper.portal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language in which the members' own pages are written, every word of them. */
public enum Language {
    EN("English", Locale.US),
    ES("Español", Locale.of("es", "US"));

    private final String ownName;
    private final Locale locale;

    Language(String ownName, Locale locale) {
        this.ownName = ownName;
        this.locale = locale;
    }

    /** As its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** As the {@code lang} of a page has it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    Locale locale() {
        return locale;
    }

    public static Optional<Language> read(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }
}
