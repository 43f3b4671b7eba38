package org.circlekeeper.assistant;

import java.util.Objects;

/** A planned step that turned out not to be possible, with the sentence that tells a person why and what to do. */
public class StepRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StepRefused(String sentence) {
        super(sentence);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), "");
    }
}
