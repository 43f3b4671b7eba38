package org.circlekeeper.access;

/** Somebody who signed in asked for what their roles do not allow. The frame answers with the page for it. */
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
