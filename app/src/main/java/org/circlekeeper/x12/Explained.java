package org.circlekeeper.x12;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * One transaction set, one TA1 segment or one refused file, as it is told.
 *
 * @param transaction 837P, 835, 277CA and so on; empty where a refused file does not say
 * @param version the guide of the set, as ST03 or GS08 name it
 * @param controlNumber ST02, or TA101
 * @param refused why the whole file was refused; null when it was read
 */
public record Explained(
        String file,
        String transaction,
        String version,
        String controlNumber,
        @Nullable String refused,
        List<Warning> warnings,
        SequencedMap<String, @Nullable Object> facts,
        List<String> sentences) {

    /** A file of which nothing is told but why. */
    public static Explained refused(String file, String sentence) {
        return new Explained(file, "", "", "", sentence, List.of(), new LinkedHashMap<>(), List.of());
    }

    /** For programs: what each has first, then what this one says. */
    public SequencedMap<String, @Nullable Object> asMap() {
        SequencedMap<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("file", file);
        told.put("transaction", knownOrNull(transaction));
        told.put("version", knownOrNull(version));
        told.put("controlNumber", knownOrNull(controlNumber));
        told.put("refused", refused);
        told.put(
                "warnings",
                warnings.stream()
                        .map(warning -> Map.of("code", warning.code(), "sentence", warning.sentence()))
                        .toList());
        facts.forEach(told::putIfAbsent);
        return told;
    }

    private static @Nullable String knownOrNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
