package org.circlekeeper.attendance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is known of somebody's coming to a session. Unmarked is what everyone is until a person says otherwise. */
public enum Presence {
    UNMARKED("unmarked"),
    PRESENT("present"),
    LATE("late"),
    LEFT_EARLY("left early"),
    /** Stayed away without a word. */
    ABSENT("absent"),
    LATE_CANCEL("cancelled late"),
    EXCUSED("excused");

    private final String onScreen;

    Presence(String onScreen) {
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }

    /** Whether the person was in the room: only then may anything be billed. */
    public boolean came() {
        return switch (this) {
            case PRESENT, LATE, LEFT_EARLY -> true;
            case UNMARKED, ABSENT, LATE_CANCEL, EXCUSED -> false;
        };
    }

    /** Whether the person was in the room for a part of the session: then it is asked for how many minutes. */
    public boolean cameInPart() {
        return this == LATE || this == LEFT_EARLY;
    }

    /** As exports and JSON write it: {@code late-cancel}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads {@link #word()}, in any case and with spaces or underscores for the hyphen. */
    public static Optional<Presence> read(String text) {
        var word = text.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        return Arrays.stream(values())
                .filter(presence -> presence.word().equals(word))
                .findFirst();
    }
}
