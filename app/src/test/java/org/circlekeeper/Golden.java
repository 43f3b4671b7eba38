package org.circlekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares what the code wrote with the approved file; {@code -Dtest.args=-Dgolden=write} approves anew. */
public final class Golden {

    private static final Path ROOT = Path.of("src/test/resources/golden");

    private Golden() {}

    public static void assertMatches(String name, String written) {
        var approved = ROOT.resolve(name);
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(approved.getParent());
                Files.writeString(approved, written);
            }
            assertThat(written).isEqualTo(Files.readString(approved));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
