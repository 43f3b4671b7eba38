package org.circlekeeper.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * When an item is shown: FHIR R4 {@code enableWhen} with {@code enableBehavior}.
 *
 * @param all whether every condition must hold, or one is enough
 */
public record When(boolean all, List<Condition> conditions) {

    public When {
        conditions = List.copyOf(conditions);
        all = all || conditions.size() == 1;
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException("Without a condition an item is always shown");
        }
    }

    /**
     * Something about an earlier question.
     *
     * @param value what it is compared with, written as answers are; {@code true} or {@code false} for
     *     {@link Operator#EXISTS}
     */
    public record Condition(String question, Operator operator, String value) {}

    /** How an answer is compared. */
    public enum Operator {
        EXISTS("exists"),
        EQUAL("="),
        NOT_EQUAL("!="),
        MORE(">"),
        LESS("<"),
        AT_LEAST(">="),
        AT_MOST("<=");

        private final String code;

        Operator(String code) {
            this.code = code;
        }

        /** As FHIR writes it. */
        public String code() {
            return code;
        }

        public static Optional<Operator> of(String code) {
            return Arrays.stream(values())
                    .filter(operator -> operator.code.equals(code))
                    .findFirst();
        }

        /** Whether it asks which of two comes first. */
        public boolean orders() {
            return this != EXISTS && this != EQUAL && this != NOT_EQUAL;
        }

        /** What it says of a comparison that came out below, at or above nought. */
        boolean holds(int compared) {
            return switch (this) {
                case EXISTS -> true;
                case EQUAL -> compared == 0;
                case NOT_EQUAL -> compared != 0;
                case MORE -> compared > 0;
                case LESS -> compared < 0;
                case AT_LEAST -> compared >= 0;
                case AT_MOST -> compared <= 0;
            };
        }
    }
}
