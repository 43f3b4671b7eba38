package org.circlekeeper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ThrowableProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A log tells what broke and where, and of nobody. */
class WordlessTraceTest {

    @Test
    void i03_what_somebody_typed_and_what_stands_in_a_row_is_no_part_of_the_log() {
        var failure = new IllegalArgumentException(
                "No person Ana Ruiz", new SQLException("Key (member_id)=(W1234) already exists", "23505"));

        assertThat(traced(failure))
                .doesNotContain("Ana", "Ruiz", "W1234")
                .contains("java.lang.IllegalArgumentException", "SQLSTATE 23505")
                .contains("at org.circlekeeper.operations.WordlessTraceTest");
    }

    @Test
    void what_the_disk_or_the_wire_said_is_kept() {
        var failure = new UncheckedIOException(new IOException("No space left on device"));

        assertThat(traced(failure)).contains("Caused by: java.io.IOException: No space left on device");
    }

    private static String traced(Throwable failure) {
        return new WordlessTrace().throwableProxyToString(new ThrowableProxy(failure));
    }
}
