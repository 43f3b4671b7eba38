package org.circlekeeper.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** What each exported table and column says, in words kept under this package. */
final class Meanings {

    private static final Properties WORDS = read();

    private Meanings() {}

    static String of(String table) {
        return WORDS.getProperty(table, "");
    }

    /** By the column of this table, else by the name that a column has everywhere. */
    static String of(String table, String column) {
        return WORDS.getProperty(table + "." + column, WORDS.getProperty(column, ""));
    }

    private static Properties read() {
        var words = new Properties();
        try (var text = Objects.requireNonNull(Meanings.class.getResourceAsStream("columns.properties"))) {
            words.load(new InputStreamReader(text, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }
}
