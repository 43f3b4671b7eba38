package org.circlekeeper.waitlist;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** When somebody can come: days and times of the day. None chosen means any. */
public record Times(Set<DayOfWeek> days, Set<Part> parts) {

    public static final Times ANY = new Times(Set.of(), Set.of());

    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    public Times {
        days = Set.copyOf(days);
        parts = Set.copyOf(parts);
    }

    /** A time of the day, by when a session begins. */
    public enum Part {
        MORNING("mornings"),
        AFTERNOON("afternoons"),
        EVENING("evenings");

        private final String onScreen;

        Part(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }

        static Part of(LocalTime start) {
            return start.isBefore(NOON) ? MORNING : start.isBefore(FIVE) ? AFTERNOON : EVENING;
        }
    }

    public boolean isAny() {
        return days.isEmpty() && parts.isEmpty();
    }

    public boolean suit(DayOfWeek day, LocalTime start) {
        return (days.isEmpty() || days.contains(day)) && (parts.isEmpty() || parts.contains(Part.of(start)));
    }

    /** {@code Tuesdays, Thursdays; evenings}. */
    public String onScreen() {
        if (isAny()) {
            return "any time";
        }
        var named = sorted(days, DayOfWeek.class).stream().map(Times::plural).collect(Collectors.joining(", "));
        var partly = sorted(parts, Part.class).stream().map(Part::onScreen).collect(Collectors.joining(", "));
        return named.isEmpty() ? partly : partly.isEmpty() ? named : named + "; " + partly;
    }

    /** {@code Tuesdays}. */
    public static String plural(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.US) + "s";
    }

    String daysWritten() {
        return written(days, DayOfWeek.class);
    }

    String partsWritten() {
        return written(parts, Part.class);
    }

    static Times read(String days, String parts) {
        return new Times(split(days, DayOfWeek.class), split(parts, Part.class));
    }

    private static <E extends Enum<E>> String written(Set<E> some, Class<E> of) {
        return sorted(some, of).stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static <E extends Enum<E>> Set<E> sorted(Set<E> some, Class<E> of) {
        var sorted = EnumSet.noneOf(of);
        sorted.addAll(some);
        return sorted;
    }

    private static <E extends Enum<E>> Set<E> split(String text, Class<E> of) {
        return Arrays.stream(text.split(","))
                .filter(word -> !word.isBlank())
                .map(word -> Enum.valueOf(of, word))
                .collect(Collectors.toSet());
    }
}
