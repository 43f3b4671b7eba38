package org.circlekeeper.x12;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The inputs that {@code bin/fuzz} keeps: one file for each target, one input a line, so that they lie in the
 * repository without thousands of files.
 */
public final class FuzzCorpus {

    private static final Path KEPT = Path.of("src/test/resources/fuzz");

    /** What is kept: the shortest inputs first, as they say the most. */
    private static final int MOST = 400;

    private static final int LONGEST = 4_096;

    private FuzzCorpus() {}

    /**
     * {@code unpack TARGET FOLDER} before Jazzer works, {@code pack TARGET FOLDER} after it; {@code targets} lists all.
     */
    public static void main(String... words) throws IOException {
        switch (words[0]) {
            case "targets" -> Fuzz.targets().forEach(System.out::println);
            case "unpack" -> unpack(words[1], Path.of(words[2]));
            case "pack" -> pack(words[1], Path.of(words[2]));
            default -> throw new IllegalArgumentException("targets, unpack or pack, not " + words[0]);
        }
    }

    static List<byte[]> kept(String target) throws IOException {
        var file = KEPT.resolve(target + ".corpus");
        List<byte[]> inputs = new ArrayList<>();
        if (Files.exists(file)) {
            for (var line : Files.readAllLines(file, US_ASCII)) {
                inputs.add(Base64.getDecoder().decode(line));
            }
        }
        return inputs;
    }

    private static void unpack(String target, Path folder) throws IOException {
        Files.createDirectories(folder);
        int number = 0;
        for (var input : kept(target)) {
            Files.write(folder.resolve("kept-" + number++), input);
        }
    }

    private static void pack(String target, Path folder) throws IOException {
        List<byte[]> inputs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                inputs.add(Files.readAllBytes(file));
            }
        }
        var lines = inputs.stream()
                .filter(input -> input.length <= LONGEST)
                .map(input -> Base64.getEncoder().encodeToString(input))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
        Files.createDirectories(KEPT);
        Files.write(KEPT.resolve(target + ".corpus"), lines, US_ASCII);
    }
}
