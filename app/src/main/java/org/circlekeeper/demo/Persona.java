package org.circlekeeper.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whom a newcomer may be, one click each. */
public enum Persona {
    DANA("Dana", "owner"),
    MARCUS("Marcus", "therapist"),
    ROSA("Rosa", "biller"),
    INES("Ines", "virtual assistant"),
    PRIYA("Priya", "compliance");

    private final String firstName;
    private final String hat;

    Persona(String firstName, String hat) {
        this.firstName = firstName;
        this.hat = hat;
    }

    public String firstName() {
        return firstName;
    }

    public String hat() {
        return hat;
    }

    /** As addresses carry it. */
    public String word() {
        return firstName.toLowerCase(Locale.ROOT);
    }

    public static Optional<Persona> read(String word) {
        return Arrays.stream(values())
                .filter(persona -> persona.word().equals(word))
                .findFirst();
    }
}
