package org.circlekeeper.database;

import java.util.Objects;
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

    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), "");
    }
}
