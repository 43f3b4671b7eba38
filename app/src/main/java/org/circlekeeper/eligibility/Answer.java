package org.circlekeeper.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a payer about one insurance, kept as it was heard.
 *
 * @param words what it says, a sentence each
 * @param rows what the payer wrote, a segment each: the evidence; none of what a person heard
 */
public record Answer(
        UUID id, Policy policy, Heard heard, Benefits benefits, Good good, List<String> words, List<String> rows) {

    public Answer {
        words = List.copyOf(words);
        rows = List.copyOf(rows);
    }

    /**
     * Where it comes from.
     *
     * @param standsFor the day for which it was asked
     * @param at when it was heard; of a file, when the question was asked: answers may come in any order
     * @param recordedBy who wrote it down
     * @param reference the number that the payer gave for the call or the page
     * @param answeredBy who answered there, by name
     * @param question the question that a file answered; null of what a person heard
     * @param attempt which try of the question, from 1; 0 of what a person heard
     */
    public record Heard(
            How how,
            LocalDate standsFor,
            Instant at,
            String recordedBy,
            String reference,
            String answeredBy,
            @Nullable UUID question,
            int attempt) {

        public Heard {
            if (how.byHand() != (question == null)) {
                throw new IllegalArgumentException("A file answers a question; a person hears without one");
            }
        }
    }

    /** The last day on which it is relied upon, and why no longer. */
    public record Good(LocalDate through, String why) {}

    /** Whether the payer has to be asked again by a person before a visit. */
    public boolean leavesQuestions() {
        return benefits.leavesQuestions(heard.how().byHand());
    }

    /** Whether it may be relied upon on that day. */
    public boolean isGoodOn(LocalDate day) {
        return !day.isAfter(good.through());
    }
}
