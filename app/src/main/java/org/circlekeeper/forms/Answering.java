package org.circlekeeper.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a question is answered. Where something stands there from the beginning, it is {@code initial}. */
public sealed interface Answering {

    /** A clause that is initialled: the answer {@code true} says that the member marked it. FHIR boolean, ours. */
    record Initials() implements Answering {}

    /** {@code true} or {@code false}. FHIR boolean. */
    record YesNo(@Nullable Boolean initial) implements Answering {}

    /**
     * One of several. FHIR choice, or open-choice when other words may be written instead.
     *
     * @param initial the code of an option
     * @param crisis whether an option with a score above nought raises the crisis text
     */
    record Choice(
            List<Option> options, boolean open, @Nullable String initial, boolean crisis) implements Answering {

        public Choice {
            options = List.copyOf(options);
        }

        public Optional<Option> option(String code) {
            return options.stream().filter(one -> one.code().equals(code)).findFirst();
        }

        /** Whether its options carry scores. */
        public boolean isScored() {
            return options.stream().anyMatch(option -> option.score() != null);
        }
    }

    /**
     * Words: one line (FHIR string) or several (FHIR text).
     *
     * @param most how many characters there may be
     * @param initial empty when nothing stands there
     */
    record Words(boolean lines, int most, String initial) implements Answering {

        public static final int LINE = 200;
        public static final int TEXT = 2_000;
        public static final int LONGEST = 4_000;
    }

    /** A day, as in {@code 2026-11-23}. FHIR date. */
    record Day(@Nullable LocalDate initial) implements Answering {}

    /** A whole number. FHIR integer. */
    record Whole(@Nullable Integer initial) implements Answering {}

    /** A picture or file: the answer is the id under which it is kept. FHIR attachment. */
    record File() implements Answering {}

    /** One of several answers; its score is FHIR's ordinalValue. */
    record Option(String code, String label, @Nullable Integer score) {}
}
