package org.circlekeeper.terms;

import java.util.List;

/** Why something is done, held or asked: one sentence a person can check against the evidence. Never blank. */
public record Because(String sentence, List<Evidence> evidence) {

    public Because {
        if (sentence.isBlank()) {
            throw new IllegalArgumentException("A reason is given for everything");
        }
        evidence = List.copyOf(evidence);
    }

    public static Because of(String sentence, Evidence... evidence) {
        return new Because(sentence, List.of(evidence));
    }
}
