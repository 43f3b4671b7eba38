package org.circlekeeper.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.circlekeeper.x12.X12Source;
import org.jspecify.annotations.Nullable;

/** A file named on the command line; {@code -} is what comes on stdin. What can be read once alone is copied first. */
final class X12File implements X12Source, AutoCloseable {

    private final Path path;
    private final @Nullable Path copy;

    private X12File(Path path, @Nullable Path copy) {
        this.path = path;
        this.copy = copy;
    }

    static X12File named(String name) throws IOException {
        if (name.equals("-")) {
            return copied(System.in);
        }
        var path = Common.path(Path.of(name));
        if (Files.isRegularFile(path)) {
            return new X12File(path, null);
        }
        try (var in = Files.newInputStream(path)) {
            return copied(in);
        }
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public void close() throws IOException {
        if (copy != null) {
            Files.deleteIfExists(copy);
        }
    }

    /** Why a file could not be read. */
    static String sentence(Exception unreadable) {
        return switch (unreadable) {
            case NoSuchFileException _ -> "There is no such file.";
            case AccessDeniedException _ -> "The file may not be read by whoever runs this.";
            case InvalidPathException _ -> "That is no name of a file.";
            default -> "The file cannot be read. It may be a folder, or its disk may be broken.";
        };
    }

    private static X12File copied(InputStream in) throws IOException {
        var copy = Files.createTempFile("circlekeeper", ".x12");
        try {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            Files.deleteIfExists(copy);
            throw broken;
        }
        return new X12File(copy, copy);
    }
}
