package org.circlekeeper.outbox;

import java.util.Objects;

/** A letter that the other end does not take and never will: it is settled, and its sender is told. */
public class Undeliverable extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final boolean nobodyThere;

    /** @param nobodyThere whether it is the address that is refused, so that no other letter need be tried there */
    public Undeliverable(String sentence, boolean nobodyThere, Throwable cause) {
        super(sentence, cause);
        this.nobodyThere = nobodyThere;
    }

    /** What a person reads. */
    public String sentence() {
        return Objects.requireNonNullElse(getMessage(), "");
    }

    public boolean isNobodyThere() {
        return nobodyThere;
    }
}
