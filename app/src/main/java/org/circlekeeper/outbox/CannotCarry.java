package org.circlekeeper.outbox;

import java.util.Objects;

/** A letter that could not be carried now: it stays, and is tried again with the next round. */
public class CannotCarry extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotCarry(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What a person reads. */
    public String sentence() {
        return Objects.requireNonNullElse(getMessage(), "");
    }
}
