package org.circlekeeper.scheduling;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.circlekeeper.frame.Filled;

/** A weekly time as a form asks for it: weekday, start, minutes, first day, place. */
public record WeeklyForm(DayOfWeek weekday, LocalTime start, Duration length, LocalDate from, String place) {

    /** Fills in beforehand what most groups do. */
    public static Filled usual(Filled form, LocalDate today) {
        return form.with("start", "18:00")
                .with("minutes", 90)
                .with("from", today)
                .with("place", "11");
    }

    /** Reads the fields; empty when one is refused, which then says why. */
    public static Optional<WeeklyForm> read(Filled form) {
        var weekday = form.read("weekday", "Choose the day of the week.", DayOfWeek::valueOf);
        var start = form.read("start", "Write when it begins, as in 18:30.", LocalTime::parse);
        var minutes = form.read("minutes", "Write how long it lasts, from 15 to 600 minutes.", Filled.whole(15, 600));
        var from = form.day("from", "Choose the first day on which this time holds.");
        var place = form.read("place", "Choose where the group meets.", WeeklyForm::place);
        return form.isWrong()
                ? Optional.empty()
                : Optional.of(new WeeklyForm(
                        weekday.orElseThrow(),
                        start.orElseThrow(),
                        Duration.ofMinutes(minutes.orElseThrow()),
                        from.orElseThrow(),
                        place.orElseThrow()));
    }

    /** A place of the list, and no other. */
    public static String place(String place) {
        if (Weekdays.PLACES.stream().noneMatch(choice -> choice.value().equals(place))) {
            throw new IllegalArgumentException("Not a place in the list");
        }
        return place;
    }
}
