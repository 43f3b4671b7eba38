package org.circlekeeper.outbox;

/** A letter that could not be carried now: it stays, and is tried again with the next round. */
public class CannotCarry extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotCarry(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What a person reads. */
    public String sentence() {
        return java.util.Objects.requireNonNullElse(getMessage(), "");
    }
}
