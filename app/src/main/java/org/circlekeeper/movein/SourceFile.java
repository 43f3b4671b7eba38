package org.circlekeeper.movein;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One file that a practice hands over, opened as often as needed. */
public record SourceFile(String name, long size, Opener opener) {

    /** Opens it from its beginning. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    public static SourceFile of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new SourceFile(file.getFileName().toString(), 0, () -> {
                throw new FileSystemException(file.toString(), null, "it is no file");
            });
        }
        return new SourceFile(file.getFileName().toString(), Files.size(file), () -> Files.newInputStream(file));
    }

    public InputStream open() throws IOException {
        return opener.open();
    }
}
