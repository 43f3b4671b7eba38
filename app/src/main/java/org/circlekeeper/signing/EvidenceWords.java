package org.circlekeeper.signing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * The words around the evidence, in the languages in which papers are signed. Another language has the English ones.
 */
final class EvidenceWords {

    private static final Map<String, Properties> WORDS = Map.of("en", read("en"), "es", read("es"));

    private EvidenceWords() {}

    /** Of the primary language: {@code es-MX} is {@code es}. */
    static String of(String language, String key) {
        var words = WORDS.getOrDefault(written(language), WORDS.get("en"));
        return Objects.requireNonNull(Objects.requireNonNull(words).getProperty(key), key);
    }

    /** In which language the words then are. */
    static String written(String language) {
        var primary = language.split("-", 2)[0];
        return WORDS.containsKey(primary) ? primary : "en";
    }

    private static Properties read(String language) {
        var words = new Properties();
        var name = "evidence_" + language + ".properties";
        try (var text = Objects.requireNonNull(EvidenceWords.class.getResourceAsStream(name), name)) {
            words.load(new InputStreamReader(text, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }
}
