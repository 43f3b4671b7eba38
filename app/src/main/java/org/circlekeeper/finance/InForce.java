package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.payers.Program;

/**
 * An insurance of somebody that is in force on a day. Pure.
 *
 * @param memberId the number with the payer
 */
record InForce(UUID payer, String memberId, Program program) {

    /** So long holds what was agreed, as an estimate does (45 CFR 149.610(b)(1)(x)). */
    private static final int YEARS = 1;

    /**
     * The last talk up to that day that settled how visits are paid for: within a year, and about what is so on it.
     * What was agreed about another plan, or while there was none, holds no more.
     *
     * @param insured all in force on that day
     * @param talks the latest first
     */
    static Optional<Talk> agreed(LocalDate day, List<InForce> insured, List<Talk> talks) {
        return talks.stream()
                .filter(talk -> !talk.said().on().isAfter(day))
                .filter(talk -> talk.said().outcome().isAboutPaying())
                .filter(talk -> isAbout(talk, insured))
                .findFirst()
                .filter(talk -> talk.said().on().plusYears(YEARS).isAfter(day));
    }

    private static boolean isAbout(Talk talk, List<InForce> insured) {
        var about = talk.about();
        if (insured.isEmpty()) {
            return true;
        }
        return switch (about.kind()) {
            // What somebody keeps from their plan costs the fee session by session, and says nothing of the others.
            case NO_INSURANCE, KEPT_FROM_PLAN -> false;
            case WITHHELD -> true;
            case OTHER_INSURANCE -> insured.stream().allMatch(one -> isAmong(one, about.memberId()));
            default ->
                insured.stream()
                        .anyMatch(one -> one.payer().equals(about.payer())
                                && one.memberId().equals(about.memberId()));
        };
    }

    /** @param several each as its payer, a colon and the number there, parted by plus signs */
    private static boolean isAmong(InForce one, String several) {
        return ("+" + several + "+").contains("+" + one.payer() + ":" + one.memberId() + "+");
    }

    /** Whether one of them is of a federal program. */
    static boolean isFederal(List<InForce> insured) {
        return insured.stream().map(InForce::program).anyMatch(program -> switch (program) {
            case MEDICARE, MEDICARE_ADVANTAGE, MEDICAID, TRICARE, VA, OTHER_FEDERAL -> true;
            case COMMERCIAL, OTHER -> false;
        });
    }
}
