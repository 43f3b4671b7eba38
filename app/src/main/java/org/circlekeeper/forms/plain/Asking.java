package org.circlekeeper.forms.plain;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.circlekeeper.forms.Answering;
import org.circlekeeper.forms.Answering.Option;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the brackets of a question: {@code [question born: date, required]}. Pure.
 *
 * @param id empty when the author gave none
 * @param words what stands behind the colon, each between commas
 */
record Asking(String id, List<String> words) {

    private static final String AT_MOST = "at most ";

    Asking {
        words = List.copyOf(words);
    }

    static Asking of(String brackets) {
        var colon = brackets.indexOf(':');
        var comma = brackets.indexOf(',');
        var end = colon >= 0 ? colon : comma >= 0 ? comma : brackets.length();
        var words = Arrays.stream(
                        brackets.substring(Math.min(end + 1, brackets.length())).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        return new Asking(brackets.substring(0, end).strip(), words);
    }

    boolean says(String word) {
        return words.contains(word);
    }

    /** How it is answered; null when that cannot be read, after it was said why. */
    @Nullable
    Answering answering(List<Option> options, String startsAs, Consumer<String> fault) {
        words.stream()
                .skip(1)
                .filter(word -> !List.of("required", "calls for help").contains(word) && !word.startsWith(AT_MOST))
                .forEach(word -> fault.accept(
                        "\"" + word + "\" is not known there. Write required, at most 300, or calls" + " for help."));
        try {
            return answering(options, startsAs, words.isEmpty() ? "" : words.getFirst())
                    .orElseGet(() -> {
                        fault.accept(
                                "It does not say how it is answered. Write [question name: yes-no], or choice, choice or"
                                        + " words, line, words, date, number, file.");
                        return null;
                    });
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            fault.accept("What stands there from the beginning does not fit the question, or the length is no number."
                    + " Correct it.");
            return null;
        }
    }

    private Optional<Answering> answering(List<Option> options, String startsAs, String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "yes-no" -> new Answering.YesNo(startsAs.isEmpty() ? null : yes(startsAs));
                    case "choice", "choice or words" ->
                        new Answering.Choice(
                                options,
                                type.endsWith("words"),
                                startsAs.isEmpty() ? null : startsAs,
                                says("calls for help"));
                    case "line" -> new Answering.Words(false, most(Answering.Words.LINE), startsAs);
                    case "words" -> new Answering.Words(true, most(Answering.Words.TEXT), startsAs);
                    case "date" -> new Answering.Day(startsAs.isEmpty() ? null : LocalDate.parse(startsAs));
                    case "number" -> new Answering.Whole(startsAs.isEmpty() ? null : Integer.valueOf(startsAs));
                    case "file" -> new Answering.File();
                    default -> null;
                });
    }

    private int most(int otherwise) {
        return words.stream()
                .filter(word -> word.startsWith(AT_MOST))
                .map(word -> Integer.parseInt(word.substring(AT_MOST.length()).strip()))
                .findFirst()
                .orElse(otherwise);
    }

    private static boolean yes(String word) {
        if (!word.equals("yes") && !word.equals("no")) {
            throw new IllegalArgumentException("Neither yes nor no");
        }
        return word.equals("yes");
    }

    /** The brackets of a question as they are read again. */
    static String write(String id, boolean required, Answering answering) {
        var words = new ArrayList<String>();
        switch (answering) {
            case Answering.Initials _ -> throw new IllegalArgumentException("A clause has brackets of its own");
            case Answering.YesNo _ -> words.add("yes-no");
            case Answering.Choice choice -> words.add(choice.open() ? "choice or words" : "choice");
            case Answering.Words text -> words.add(text.lines() ? "words" : "line");
            case Answering.Day _ -> words.add("date");
            case Answering.Whole _ -> words.add("number");
            case Answering.File _ -> words.add("file");
        }
        if (required) {
            words.add("required");
        }
        if (answering instanceof Answering.Words text
                && text.most() != (text.lines() ? Answering.Words.TEXT : Answering.Words.LINE)) {
            words.add(AT_MOST + text.most());
        }
        if (answering instanceof Answering.Choice choice && choice.crisis()) {
            words.add("calls for help");
        }
        return "[question" + id + ": " + String.join(", ", words) + "]";
    }

    /** What stands in the answer from the beginning, as it is read again; empty when nothing does. */
    static String startsAs(Answering answering) {
        return switch (answering) {
            case Answering.YesNo yesNo -> yesNo.initial() == null ? "" : yesNo.initial() ? "yes" : "no";
            case Answering.Choice choice -> choice.initial() == null ? "" : choice.initial();
            case Answering.Words words -> words.initial();
            case Answering.Day day -> day.initial() == null ? "" : String.valueOf(day.initial());
            case Answering.Whole whole -> whole.initial() == null ? "" : String.valueOf(whole.initial());
            case Answering.Initials _, Answering.File _ -> "";
        };
    }
}
