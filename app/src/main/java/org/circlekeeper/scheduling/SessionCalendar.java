package org.circlekeeper.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.roster.GroupId;
import org.jspecify.annotations.Nullable;

/** Decides on which days a series meets. Pure: the same series, holidays and days give the same meetings. */
public final class SessionCalendar {

    private SessionCalendar() {}

    /**
     * One meeting to come.
     *
     * @param occurrence the local time of the series it stands for
     * @param holiday the holiday that the series falls on
     * @param moved whether it is held on another day because of it
     */
    public record Meeting(
            LocalDateTime occurrence,
            LocalDate serviceDate,
            Instant startsAt,
            Instant endsAt,
            @Nullable String holiday,
            boolean moved) {

        boolean isHeld() {
            return holiday == null || moved;
        }

        /** Why it is not held, or not on its day. */
        @Nullable
        String reason() {
            return moved ? "moved for " + holiday : holiday;
        }
    }

    /** Holidays by name, and what is done on them. */
    public record Holidays(Map<LocalDate, String> names, List<HolidayChoice> choices) {

        public Holidays {
            names = Map.copyOf(names);
            choices = List.copyOf(choices);
        }

        /** The day to which a group moves; what is chosen for the group itself comes first. */
        Optional<LocalDate> movesTo(GroupId group, LocalDate day) {
            var own = choices.stream()
                    .filter(choice -> choice.day().equals(day) && group.equals(choice.group()))
                    .findFirst();
            return own.or(() -> choices.stream()
                            .filter(choice -> choice.day().equals(day) && choice.group() == null)
                            .findFirst())
                    .flatMap(choice -> Optional.ofNullable(choice.movesTo()));
        }
    }

    /** The meetings from one day to another, both included, without groups on holidays. */
    public static List<Meeting> meetings(
            Series series, ZoneId zone, LocalDate from, LocalDate to, Map<LocalDate, String> holidays) {
        return meetings(series, zone, from, to, new Holidays(holidays, List.of()));
    }

    /** The meetings whose own day lies from one day to another, both included. */
    public static List<Meeting> meetings(Series series, ZoneId zone, LocalDate from, LocalDate to, Holidays holidays) {
        var last = series.days().last();
        var end = last != null && last.isBefore(to) ? last : to;
        return series.rule().days(series.days().first(), from, end).stream()
                .map(day -> meeting(series, zone, day, holidays))
                .toList();
    }

    /** The meeting of a series that stands for a day of its rule. */
    static Meeting meeting(Series series, ZoneId zone, LocalDate day, Holidays holidays) {
        var holiday = holidays.names().get(day);
        var moved = holiday == null ? Optional.<LocalDate>empty() : holidays.movesTo(series.group(), day);
        var held = moved.orElse(day);
        var start = instant(held, series.start(), zone);
        return new Meeting(
                day.atTime(series.start()), held, start, start.plus(series.length()), holiday, moved.isPresent());
    }

    /** A time that a clock change skips is met later by as much as it skips; one that it repeats, the first time. */
    static Instant instant(LocalDate day, LocalTime time, ZoneId zone) {
        return ZonedDateTime.of(day, time, zone).toInstant();
    }
}
