package org.circlekeeper.operations;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.circlekeeper.database.CannotStart;
import org.jspecify.annotations.Nullable;

/**
 * Writes into the log what broke and where, and not what the failure says: its message quotes what somebody typed or
 * what stands in a row, and that is health information. What a disk, a wire or a start says is kept.
 */
public final class WordlessTrace extends ThrowableProxyConverter {

    private static final List<String> OF_THE_START = List.of("org.springframework.beans.", "org.flywaydb.");
    private static final int MOST_FRAMES = 60;
    private static final int MOST_CAUSES = 8;

    @Override
    protected String throwableProxyToString(IThrowableProxy failure) {
        var text = new StringBuilder();
        int depth = 0;
        for (var cause = failure; cause != null && depth < MOST_CAUSES; cause = cause.getCause()) {
            text.append(depth++ == 0 ? "" : "Caused by: ")
                    .append(cause.getClassName())
                    .append(words(cause))
                    .append(System.lineSeparator())
                    .append(frames(cause));
        }
        return text.toString();
    }

    private static String frames(IThrowableProxy failure) {
        int fresh = failure.getStackTraceElementProxyArray().length - failure.getCommonFrames();
        return Arrays.stream(failure.getStackTraceElementProxyArray())
                .limit(Math.min(fresh, MOST_FRAMES))
                .map(frame -> "\t" + frame.getSTEAsString() + System.lineSeparator())
                .collect(Collectors.joining());
    }

    private static String words(IThrowableProxy failure) {
        var thrown = failure instanceof ThrowableProxy proxy ? proxy.getThrowable() : null;
        if (thrown instanceof SQLException said) {
            return " (SQLSTATE " + said.getSQLState() + ")";
        }
        return mayBeRead(thrown) ? ": " + failure.getMessage() : "";
    }

    private static boolean mayBeRead(@Nullable Throwable thrown) {
        return thrown instanceof IOException
                || thrown instanceof CannotStart
                || thrown != null
                        && OF_THE_START.stream().anyMatch(thrown.getClass().getName()::startsWith);
    }
}
