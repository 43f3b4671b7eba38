package org.circlekeeper.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whom a newcomer may be who is no staff: a member, or who acts for some, on their telephone. */
public enum Guest {
    SAM("Sam", "group member", "His own pages, on his phone: the next session, two messages, \"I can't make it\"."),
    LENA("Lena", "acts for two members", "One at a time, and nothing of one is shown with the other.");

    private final String firstName;
    private final String hat;
    private final String line;

    Guest(String firstName, String hat, String line) {
        this.firstName = firstName;
        this.hat = hat;
        this.line = line;
    }

    public String firstName() {
        return firstName;
    }

    public String hat() {
        return hat;
    }

    public String line() {
        return line;
    }

    /** As addresses carry it. */
    public String word() {
        return firstName.toLowerCase(Locale.ROOT);
    }

    public static Optional<Guest> read(String word) {
        return Arrays.stream(values())
                .filter(guest -> guest.word().equals(word))
                .findFirst();
    }
}
