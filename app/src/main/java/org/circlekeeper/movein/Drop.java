package org.circlekeeper.movein;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.movein.read.Holdings;

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

    /** The files of a folder that an import may read, its sub-folders left aside. */
    public static Drop of(Path folder) throws IOException {
        var files = new ArrayList<SourceFile>();
        try (var entries = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (var file : entries) {
                if (files.size() < MOST_FILES
                        && Holdings.reads(file.getFileName().toString())) {
                    files.add(SourceFile.of(file));
                }
            }
        }
        var name = folder.toAbsolutePath().normalize().getFileName();
        return new Drop(name == null ? folder.toString() : name.toString(), files);
    }
}
