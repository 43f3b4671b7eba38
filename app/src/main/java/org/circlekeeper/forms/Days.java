package org.circlekeeper.forms;

import java.time.LocalDate;
import java.util.List;

/**
 * A day in the words of a language. They are written here, so that a paper reads the same on every machine for ever.
 */
public final class Days {

    private static final List<String> ENGLISH = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> SPANISH = List.of(
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre");

    private Days() {}

    /** {@code November 23, 2026}, {@code 23 de noviembre de 2026}. */
    public static String say(LocalDate day, Language language) {
        int month = day.getMonthValue() - 1;
        return language.say(
                ENGLISH.get(month) + " " + day.getDayOfMonth() + ", " + day.getYear(),
                day.getDayOfMonth() + " de " + SPANISH.get(month) + " de " + day.getYear());
    }
}
