package org.circlekeeper.access;

/**
 * Somebody who signed in asked for what is not theirs. The frame answers with the page for it and writes the refusal
 * into the audit trail, in a transaction after the one that this ends.
 */
public class NotYours extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final Permission needed;

    public NotYours(Permission needed) {
        super("Needs " + needed);
        this.needed = needed;
    }

    public Permission needed() {
        return needed;
    }
}
