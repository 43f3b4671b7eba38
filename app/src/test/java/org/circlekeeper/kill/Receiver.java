package org.circlekeeper.kill;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.circlekeeper.x12.ProfessionalClaimReader;
import org.circlekeeper.x12.X12Ending;
import org.circlekeeper.x12.X12Reader;

/**
 * Whoever takes claims files out of a folder: takes each as it lies there, and counts a claim by its payer and its
 * number (CLM01). A payer that gets the same number twice pays twice, or calls it fraud.
 */
record Receiver(Map<String, Integer> timesReceived, List<String> files) {

    static Receiver of(Path folder) {
        var times = new TreeMap<String, Integer>();
        var names = new ArrayList<String>();
        for (var file : files(folder)) {
            names.add(file.getFileName().toString());
            take(file, times);
        }
        return new Receiver(times, names);
    }

    private static void take(Path file, Map<String, Integer> times) {
        try {
            var reader = new ProfessionalClaimReader(new X12Reader(new ByteArrayInputStream(Files.readAllBytes(file))));
            for (var claim = reader.next(); claim != null; claim = reader.next()) {
                times.merge(claim.payerId() + " " + claim.claimNumber(), 1, Integer::sum);
            }
            if (!(reader.ending() instanceof X12Ending.Whole)) {
                throw new AssertionError(file.getFileName() + " is not whole: " + reader.ending());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Files that a person would see; a file under writing begins with a dot. */
    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> receivedTwice() {
        return timesReceived.entrySet().stream()
                .filter(claim -> claim.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    Map<String, Integer> claimsByPayer() {
        var byPayer = new TreeMap<String, Integer>();
        timesReceived.keySet().forEach(claim -> byPayer.merge(claim.split(" ")[0], 1, Integer::sum));
        return byPayer;
    }
}
