package org.circlekeeper.forms.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.forms.Answering.Option;

/** One answer to choose: {@code - words}, {@code - code | words} or {@code - code | words | score}. Pure. */
final class OptionLine {

    private OptionLine() {}

    /** Empty when it is none; an answer without a code has its number. */
    static Optional<Option> read(String line, int number) {
        var parts = parts(line.substring(1));
        try {
            return switch (parts.size()) {
                case 1 -> Optional.of(new Option(Integer.toString(number), parts.getFirst(), null));
                case 2 -> Optional.of(new Option(parts.getFirst(), parts.get(1), null));
                case 3 -> Optional.of(new Option(parts.getFirst(), parts.get(1), Integer.valueOf(parts.get(2))));
                default -> Optional.empty();
            };
        } catch (NumberFormatException noScore) {
            return Optional.empty();
        }
    }

    static String write(Option option) {
        var line = "- " + Marks.escaped(option.code()) + " | " + Marks.escaped(option.label());
        return option.score() == null ? line : line + " | " + option.score();
    }

    private static List<String> parts(String line) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                part.append(line.charAt(++i));
            } else if (c == '|') {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }
}
