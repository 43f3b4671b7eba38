package org.circlekeeper.console.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.circlekeeper.console.web.TodayPage.Line;
import org.circlekeeper.frame.Words;

/** Folds what was done at one moment, and is of one kind, into one line that opens. Pure. */
public final class Folding {

    private static final int WORTH_FOLDING = 3;
    private static final Pattern READY = Pattern.compile("(\\d+) claims? (?:is|are) ready");
    private static final Pattern HELD = Pattern.compile("(\\d+) held");
    private static final Pattern FILED = Pattern.compile("^(\\d+) claims? for");

    private Folding() {}

    /** Lines that stand as one; {@code text} says what they come to. */
    public record Fold(String when, String text, List<Line> lines) {}

    private record Moment(String duty, String when) {}

    /** The newest first, as the lines came; of fewer than three each stands for itself. */
    static List<Fold> of(List<Line> lines) {
        var folds = new ArrayList<Fold>();
        lines.stream()
                .collect(groupingBy(line -> new Moment(line.entry().duty(), line.when()), LinkedHashMap::new, toList()))
                .values()
                .forEach(alike -> {
                    if (alike.size() < WORTH_FOLDING) {
                        alike.forEach(line -> folds.add(fold(List.of(line))));
                    } else {
                        folds.add(fold(alike));
                    }
                });
        return folds;
    }

    private static Fold fold(List<Line> alike) {
        return new Fold(alike.getFirst().when(), text(alike), alike);
    }

    /** As in {@code 20 sessions prepared: 173 claims ready, 12 held}. */
    private static String text(List<Line> alike) {
        int count = alike.size();
        return switch (alike.getFirst().entry().duty()) {
            case "prepare-claims" -> Words.count(count, "session", "sessions") + " prepared" + claims(alike);
            case "plan-sessions" -> Words.count(count, "group", "groups") + " put in the calendar";
            case Answering.FILING ->
                Words.count(count, "file", "files") + " released: " + Words.count(sum(FILED, alike), "claim", "claims");
            default -> count + " of one kind";
        };
    }

    private static String claims(List<Line> alike) {
        long ready = sum(READY, alike);
        long held = sum(HELD, alike);
        var said = new ArrayList<String>();
        if (ready > 0) {
            said.add(Words.count(ready, "claim", "claims") + " ready");
        }
        if (held > 0) {
            said.add(held + " held");
        }
        return said.isEmpty() ? "" : ": " + String.join(", ", said);
    }

    private static long sum(Pattern number, List<Line> alike) {
        return alike.stream()
                .flatMap(line ->
                        number.matcher(line.entry().because().sentence()).results())
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }
}
