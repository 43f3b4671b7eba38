package org.circlekeeper.eligibility;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.circlekeeper.x12.eligibility.Rejection;

/**
 * Decides what follows when a payer refuses a question (AAA03 and AAA04 of 005010X279A1): asked again later, three
 * times in all; waited for; or left to a person. Pure.
 */
sealed interface AskAgain {

    int MOST_TRIES = 3;

    /**
     * Asked once more, no earlier than then; about today in place of a day to come where the payer refuses such days.
     */
    record At(Instant moment, boolean asOfToday) implements AskAgain {}

    /** The payer says that its answer follows. */
    record Wait() implements AskAgain {}

    /** The payer could not answer, and asking more often does not help today. */
    record GiveUp() implements AskAgain {}

    /** It is an answer: something has to be corrected first. */
    record Correct() implements AskAgain {}

    /** AAA03 of a payer or its system that is not there: 42 cannot respond now, 80 no response. */
    Set<String> NOT_THERE = Set.of("42", "80");

    /** AAA03 of a day that the payer says nothing about: 62 too far away, 63 in the future. */
    Set<String> NOT_THAT_DAY = Set.of("62", "63");

    Set<String> AGAIN = Set.of("R", "P");
    Set<String> FOLLOWS = Set.of("S", "Y");

    /** After the first try, and after the second. */
    List<Duration> SPACES = List.of(Duration.ofMinutes(15), Duration.ofHours(2));

    /** @param ahead whether the question was about a day to come */
    static AskAgain of(List<Rejection> rejections, int tries, Instant now, boolean ahead) {
        if (ahead && rejections.stream().allMatch(rejection -> NOT_THAT_DAY.contains(rejection.code()))) {
            return tries >= MOST_TRIES ? new Correct() : new At(now, true);
        }
        if (any(rejections, FOLLOWS)) {
            return new Wait();
        }
        if (any(rejections, Set.of("W"))) {
            return at(tries, now.plus(Duration.ofDays(30)));
        }
        if (any(rejections, Set.of("X"))) {
            return at(tries, now.plus(Duration.ofDays(10)));
        }
        boolean notThere = rejections.stream()
                .anyMatch(rejection -> NOT_THERE.contains(rejection.code())
                        && !rejection.followUp().equals("C"));
        if (notThere || any(rejections, AGAIN)) {
            return at(tries, now.plus(SPACES.get(Math.min(Math.max(tries, 1), SPACES.size()) - 1)));
        }
        return new Correct();
    }

    private static AskAgain at(int tries, Instant moment) {
        return tries >= MOST_TRIES ? new GiveUp() : new At(moment, false);
    }

    private static boolean any(List<Rejection> rejections, Set<String> followUps) {
        return rejections.stream().anyMatch(rejection -> followUps.contains(rejection.followUp()));
    }
}
