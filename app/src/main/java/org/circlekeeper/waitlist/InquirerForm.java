package org.circlekeeper.waitlist;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.terms.Phone;

/** The fields in which somebody says who they are and when they can come: for the office, and on the web. */
public final class InquirerForm {

    /** The days of the week and times of the day, as boxes to tick. */
    public static final List<Choice> DAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> new Choice(Times.plural(day).toLowerCase(Locale.ROOT), Times.plural(day)))
            .toList();

    public static final List<Choice> PARTS = Arrays.stream(Times.Part.values())
            .map(part -> new Choice(part.onScreen(), capital(part.onScreen())))
            .toList();

    public static final List<Choice> LANGUAGES = List.of(
            new Choice("en", "English"), new Choice("es", "Spanish"), new Choice("ase", "American Sign Language"));

    private static final int NAME = 60;
    private static final int NOTE = 500;

    private InquirerForm() {}

    public static Filled of(Inquirer who) {
        var form = Filled.blank("inquirer")
                .with("first", who.firstName())
                .with("last", who.lastName())
                .with("phone", who.phone())
                .with("email", who.email())
                .with("born", who.birthDate())
                .with("language", who.language())
                .with("level", who.level())
                .with("note", who.note());
        who.times().days().forEach(day -> form.with(Times.plural(day).toLowerCase(Locale.ROOT), "yes"));
        who.times().parts().forEach(part -> form.with(part.onScreen(), "yes"));
        return form;
    }

    /** Reads the fields; empty when one is refused, which then says why. */
    public static Optional<Inquirer> read(Filled form, LocalDate today) {
        var first = plain(form, "first", NAME);
        var last = plain(form, "last", NAME);
        var phone = phone(plain(form, "phone", NAME));
        var email = plain(form, "email", 120);
        var born = form.dayIfAny("born", "Write the birth date, or leave it empty.");
        if (first.isEmpty() && last.isEmpty()) {
            form.refuse("first", "Write a name.");
        }
        if (phone.isEmpty() && email.isEmpty()) {
            form.refuse("phone", "Write a number or an e-mail address, so that you can be reached.");
        }
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            form.refuse("email", "Write an e-mail address, as in ana@example.org, or leave it empty.");
        }
        born.filter(day -> day.isAfter(today) || day.isBefore(today.minusYears(130)))
                .ifPresent(_ -> form.refuse("born", "Nobody alive was born on that day. Check the year."));
        var who = new Inquirer(
                first,
                last,
                phone,
                email,
                born.orElse(null),
                plain(form, "language", 20),
                plain(form, "level", NAME),
                times(form),
                plain(form, "note", NOTE));
        return form.isWrong() ? Optional.empty() : Optional.of(who);
    }

    public static Times times(Filled form) {
        return new Times(
                Arrays.stream(DayOfWeek.values())
                        .filter(day -> form.has(Times.plural(day).toLowerCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                Arrays.stream(Times.Part.values())
                        .filter(part -> form.has(part.onScreen()))
                        .collect(Collectors.toSet()));
    }

    /** Any script, and no byte that is no letter: U+0000 is kept by no database. */
    public static String plain(Filled form, String field, int longest) {
        var text = form.value(field).replaceAll("\\p{Cntrl}+", " ").strip();
        if (text.codePointCount(0, text.length()) > longest) {
            form.refuse(field, "Shorten it: " + longest + " characters are the most.");
        }
        return text;
    }

    /** Written alike however it was typed, when it is a number of this country. */
    private static String phone(String typed) {
        try {
            return typed.isEmpty() ? "" : Phone.read(typed).toString();
        } catch (IllegalArgumentException notOfThisCountry) {
            return typed;
        }
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
