package org.circlekeeper.movein;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.circlekeeper.movein.read.Holdings;
import org.circlekeeper.movein.read.Kind;

/**
 * The files of one import: a folder, or what was uploaded.
 *
 * @param from what to call it in the list of imports
 */
public record Drop(String from, List<SourceFile> files) {

    private static final int MOST_FILES = 50;

    public Drop {
        files = List.copyOf(files);
    }

    /**
     * What an import may read of a folder. A folder or a broken link with the name of a file is told, not passed over.
     */
    public static Drop of(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(
                folder, entry -> Holdings.reads(entry.getFileName().toString()))) {
            entries.forEach(found::add);
        }
        found.sort(Comparator.comparing(Drop::isOther).thenComparing(Comparator.naturalOrder()));
        var files = new ArrayList<SourceFile>();
        for (var file : found.subList(0, Math.min(found.size(), MOST_FILES))) {
            files.add(SourceFile.of(file));
        }
        var name = folder.toAbsolutePath().normalize().getFileName();
        return new Drop(name == null ? folder.toString() : name.toString(), files);
    }

    /** Of more files than are read, those whose names say nothing are left out first. */
    private static boolean isOther(Path file) {
        var name = file.getFileName().toString();
        return !name.equalsIgnoreCase("practice.json") && Kind.of(name).isEmpty();
    }
}
