package org.circlekeeper.database;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Circlekeeper cannot start here, for a reason that the person at the machine can mend. The message says both. */
public class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    public CannotStart(String sentence) {
        this(sentence, null);
    }

    /** The sentence inside a failure that the framework wrapped around it. */
    public static Optional<CannotStart> behind(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart sentence) {
                return Optional.of(sentence);
            }
        }
        return Optional.empty();
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), "");
    }
}
