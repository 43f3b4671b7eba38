package org.circlekeeper.messaging;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;

/**
 * Words and phrases that can mean danger to life, in English and Spanish: lines of {@code crisis-words.csv}, each with
 * its source and the day of it. They say nothing of whoever wrote them; they decide alone that help is named at once
 * and that the message is read first. Pure.
 */
public final class CrisisWords {

    private static final int COLUMNS = 5;
    private static final List<String> PHRASES = read();

    private CrisisWords() {}

    /** Whether one stands in the text as whole words, whatever its case, accents, apostrophes and line ends. */
    public static boolean areIn(String text) {
        var words = plain(text);
        return PHRASES.stream().anyMatch(words::contains);
    }

    /** Words alone, each between two blanks. */
    private static String plain(String text) {
        var bare = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}\\p{Cf}'\u2018\u2019`\u00b4]", "")
                .toLowerCase(Locale.ROOT);
        return " " + bare.replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    }

    private static List<String> read() {
        var file = new ClassPathResource("org/circlekeeper/messaging/crisis-words.csv");
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            return reader.readAllLines().stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(CrisisWords::phrase)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String phrase(String line) {
        var cells = line.split(";", -1);
        if (cells.length != COLUMNS || cells[1].isBlank() || cells[2].isBlank()) {
            throw new IllegalStateException("A line of crisis-words.csv has five parts: " + line);
        }
        return plain(cells[1]);
    }
}
