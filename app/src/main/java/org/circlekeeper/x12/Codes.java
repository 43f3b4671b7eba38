package org.circlekeeper.x12;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Words of our own for the codes that payers and clearinghouses answer with, by the element in which they stand. The
 * official texts belong to others and are not here; a code without words stays a code.
 */
public final class Codes {

    private static final Map<String, String> WORDS = read();

    private Codes() {}

    /** Without its stop, such as {@code over the fee schedule}; {@code code 999} where we have no words. */
    public static String words(String element, String code) {
        return WORDS.getOrDefault(element + "\t" + code, "code " + code);
    }

    public static boolean isKnown(String element, String code) {
        return WORDS.containsKey(element + "\t" + code);
    }

    private static Map<String, String> read() {
        Map<String, String> words = new HashMap<>();
        try (InputStream file = Objects.requireNonNull(Codes.class.getResourceAsStream("codes.tsv"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> words.put(cells[0] + "\t" + cells[1], cells[2]));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Map.copyOf(words);
    }
}
