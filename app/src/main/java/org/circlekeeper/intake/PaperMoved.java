package org.circlekeeper.intake;

import java.util.Objects;

/**
 * A paper stands otherwise by now than whoever pressed a button saw it. Thrown where something was written before that
 * counts only together with the paper, as a signature: then nothing of it is kept, and a page says so.
 */
public class PaperMoved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PaperMoved() {
        super("This paper has changed meanwhile.");
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), "");
    }
}
