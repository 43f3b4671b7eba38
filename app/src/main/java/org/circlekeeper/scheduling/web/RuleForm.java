package org.circlekeeper.scheduling.web;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Words;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.scheduling.Recurrence;
import org.circlekeeper.scheduling.Rooms;
import org.circlekeeper.scheduling.Series;
import org.circlekeeper.scheduling.SeriesChanges;
import org.circlekeeper.scheduling.Weekdays;
import org.circlekeeper.scheduling.WeeklyForm;
import org.jspecify.annotations.Nullable;

/** A regular time as a form asks for it: how often, on which weekdays, when, where, and how it ends. */
public final class RuleForm {

    /** How often, in words. */
    public static final List<Choice> OFTEN = Stream.concat(
                    IntStream.rangeClosed(1, 4)
                            .mapToObj(n -> new Choice("W" + n, n == 1 ? "Every week" : "Every " + n + " weeks")),
                    Stream.of(1, 2, 3, 4, -1).map(n -> new Choice("M" + n, "Every month, the " + place(n) + " of it")))
            .toList();

    private static final int MOST_TIMES = 999;

    private RuleForm() {}

    private static String place(int nth) {
        return switch (nth) {
            case 1 -> "first";
            case 2 -> "second";
            case 3 -> "third";
            case 4 -> "fourth";
            default -> "last";
        };
    }

    /** What most groups do, from a day on. */
    public static Filled usual(String from) {
        return Filled.blank("time")
                .with("often", "W1")
                .with("start", "18:00")
                .with("minutes", 90)
                .with("from", from)
                .with("place", "11");
    }

    /** How a series stands, as the form that changes it. */
    static Filled filled(Series series, LocalDate from) {
        var rule = series.rule();
        var form = Filled.blank("time-" + series.id())
                .with(
                        "often",
                        rule.every() == Recurrence.Every.WEEKLY
                                ? "W" + rule.interval()
                                : "M" + rule.on().getFirst().nth())
                .with("start", Words.time(series.start()))
                .with("minutes", series.length().toMinutes())
                .with("from", from)
                .with("place", series.placeOfService())
                .with("room", series.room())
                .with("link", series.link())
                .with("times", rule.count())
                .with("until", rule.until());
        rule.on().forEach(one -> form.with("on-" + one.day(), "yes"));
        return form;
    }

    /** Reads the fields; empty when one is refused, which then says why. */
    static Optional<Series> read(Filled form, Rooms rooms, GroupId group, SeriesChanges changes) {
        var rule = rule(form);
        var start = form.read("start", "Write when it begins, as in 18:30.", LocalTime::parse);
        var minutes = form.read("minutes", "Write how long it lasts, from 15 to 600 minutes.", Filled.whole(15, 600));
        var from = form.day("from", "Choose the first day on which this time holds.");
        var place = form.read("place", "Choose where the group meets.", WeeklyForm::place);
        var room = Fields.room(form, rooms);
        var link =
                form.readIfAny("link", "Write the address of the video room, beginning with https://.", Fields::link);
        return form.isWrong() || rule.isEmpty()
                ? Optional.empty()
                : Optional.of(changes.series(
                        group,
                        rule.get(),
                        start.orElseThrow(),
                        Duration.ofMinutes(minutes.orElseThrow()),
                        from.orElseThrow(),
                        place.orElseThrow(),
                        room.orElse(null),
                        link.orElse("")));
    }

    private static Optional<Recurrence> rule(Filled form) {
        var often = form.read("often", "Choose how often it is.", RuleForm::often);
        var times = form.readIfAny("times", "Write after how many times it ends, to 999.", Filled.whole(1, MOST_TIMES));
        var until = form.dayIfAny("until", "Choose the last day.");
        var days = Arrays.stream(DayOfWeek.values())
                .filter(day -> form.has("on-" + day))
                .toList();
        if (days.isEmpty()) {
            form.refuse("often", "Tick at least one weekday.");
        }
        if (times.isPresent() && until.isPresent()) {
            form.refuse("until", "It ends after a number of times or after a day. Leave one of them empty.");
        }
        return form.isWrong()
                ? Optional.empty()
                : often.map(one -> rule(one, days, times.orElse(null), until.orElse(null)));
    }

    private static Recurrence rule(
            String often, List<DayOfWeek> days, @Nullable Integer times, @Nullable LocalDate until) {
        boolean byWeeks = often.startsWith("W");
        int number = Integer.parseInt(often.substring(1));
        return new Recurrence(
                byWeeks ? Recurrence.Every.WEEKLY : Recurrence.Every.MONTHLY,
                byWeeks ? number : 1,
                days.stream()
                        .map(day -> new Recurrence.On(byWeeks ? 0 : number, day))
                        .toList(),
                times,
                until);
    }

    private static String often(String text) {
        if (OFTEN.stream().noneMatch(choice -> choice.value().equals(text))) {
            throw new IllegalArgumentException("Not in the list");
        }
        return text;
    }

    public static List<Choice> weekdays() {
        return Weekdays.choices();
    }
}
