package org.circlekeeper.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How many years of school an English text asks for, as Flesch and Kincaid count it (1975). */
final class ReadingGrade {

    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    private ReadingGrade() {}

    static double of(List<String> texts) {
        double sentences = 0;
        double words = 0;
        double syllables = 0;
        for (var text : texts) {
            for (var sentence : text.split("[.?!:\n]+(\\s|$)|\n")) {
                var found = Arrays.stream(sentence.split("[^A-Za-z']+"))
                        .filter(word -> !word.isBlank())
                        .toList();
                if (!found.isEmpty()) {
                    sentences++;
                    words += found.size();
                    syllables +=
                            found.stream().mapToLong(ReadingGrade::syllables).sum();
                }
            }
        }
        return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }

    private static long syllables(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        long vowels = VOWELS.matcher(lower).results().count();
        boolean silent = lower.endsWith("e") && !lower.endsWith("le") || lower.matches(".*[^td]ed");
        return Math.max(1, vowels - (silent ? 1 : 0));
    }
}
