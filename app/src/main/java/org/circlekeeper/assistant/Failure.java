package org.circlekeeper.assistant;

import java.util.List;

/** What is said of a step that could not be done. */
final class Failure {

    private Failure() {}

    /** The same for the same failure of the same step, so that it is told once. */
    static String reference(Duty<?> duty, Step<?> step, RuntimeException broken) {
        return "%08x"
                .formatted(List.of(duty.id(), step.key(), broken.getClass().getName())
                        .hashCode());
    }

    static String sentence(RuntimeException broken, String reference) {
        return broken instanceof StepRefused refused
                ? refused.getMessage()
                : "This could not be done, and nothing of it was kept. I try again within minutes. If it is not done"
                        + " by tomorrow, say this reference to whoever runs Circlekeeper for you: " + reference + ".";
    }
}
