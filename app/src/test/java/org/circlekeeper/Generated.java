package org.circlekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a page under docs/ with what the code says today. Run with {@code -Dgenerated=write} to write it anew. */
public final class Generated {

    private static final Path DOCS = Path.of("../docs");

    private Generated() {}

    public static void assertMatches(String name, String written) {
        var page = DOCS.resolve(name);
        try {
            if ("write".equals(System.getProperty("generated"))) {
                Files.createDirectories(page.getParent());
                Files.writeString(page, written);
            }
            assertThat(page)
                    .as("docs/%s: write it with -Dgenerated=write", name)
                    .exists();
            assertThat(written)
                    .as("docs/%s is older than the code: write it with -Dgenerated=write", name)
                    .isEqualTo(Files.readString(page));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
