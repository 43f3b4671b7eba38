package org.circlekeeper.scheduling;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Words;

/** Weekly times in words, and the lists to choose one from. */
public final class Weekdays {

    /** CMS place-of-service codes that a group can meet under, in words. */
    public static final List<Choice> PLACES = List.of(
            new Choice("11", "Office (11)"),
            new Choice("10", "Telehealth, members at home (10)"),
            new Choice("02", "Telehealth, members elsewhere (02)"),
            new Choice("53", "Community mental health center (53)"),
            new Choice("57", "Non-residential substance use facility (57)"));

    private Weekdays() {}

    public static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.US);
    }

    public static List<Choice> choices() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Choice(day.name(), name(day)))
                .toList();
    }

    /** {@code Mondays 18:30 to 20:00}. */
    public static String words(Series series) {
        return series.rule().words() + " " + Words.time(series.start()) + " to "
                + Words.time(series.start().plus(series.length()));
    }
}
