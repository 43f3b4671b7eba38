package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.eligibility.Answer;
import org.circlekeeper.x12.eligibility.EligibilityStatus;

/**
 * What one member agreed on in talks about money, and what tells whether it holds on a day. Pure.
 *
 * @param talks the latest first
 * @param answers of payers about them
 * @param withoutConsent the days on which no payer is told of them, as a consent is missing (42 CFR 2.31)
 * @param today what is so today is so on days to come, as far as anybody knows
 */
record Agreements(List<Talk> talks, List<Answer> answers, Set<LocalDate> withoutConsent, LocalDate today) {

    static final Agreements NONE = new Agreements(List.of(), List.of(), Set.of(), LocalDate.MIN);

    /** So long holds what was agreed, as an estimate does (45 CFR 149.610(b)(1)(x)). */
    private static final int YEARS = 1;

    Agreements {
        talks = List.copyOf(talks);
        answers = List.copyOf(answers);
        withoutConsent = Set.copyOf(withoutConsent);
    }

    /**
     * The last talk up to that day that settled how visits are paid for: within a year, and about what is so on it.
     * What was agreed about another plan or while there was none holds no more, nor that they pay themselves when the
     * payer has said another thing since.
     *
     * @param insured all insurances in force on that day
     */
    Optional<Talk> on(LocalDate day, List<InForce> insured) {
        return talks.stream()
                .filter(talk -> !talk.said().on().isAfter(day))
                .filter(talk -> talk.said().outcome().isAboutPaying())
                .filter(talk -> isSo(talk, day, insured))
                .findFirst()
                .filter(talk -> talk.said().on().plusYears(YEARS).isAfter(day));
    }

    private boolean isSo(Talk talk, LocalDate day, List<InForce> insured) {
        var about = talk.about();
        boolean inForce = insured.stream().anyMatch(about::isOf);
        return switch (about.kind()) {
            case NO_INSURANCE -> insured.isEmpty();
            // What somebody keeps from their plan costs the fee session by session, and says nothing of the others.
            case KEPT_FROM_PLAN -> false;
            case WITHHELD -> !insured.isEmpty() && withoutConsent.contains(day.isAfter(today) ? today : day);
            case NOT_ACTIVE -> insured.isEmpty() || inForce && isStillSaid(talk, day);
            case NOT_COVERED, NOT_KNOWN, AMBIGUOUS, VISITS_USED, CARVED_OUT -> inForce && isStillSaid(talk, day);
            case NOT_AUTHORIZED -> inForce;
            case OTHER_INSURANCE -> !insured.isEmpty() && insured.stream().allMatch(about::isAmong);
        };
    }

    /**
     * Whether the payer has said nothing else since; a question that it refused says nothing. That a plan is billed
     * needs none: it is billed the more when it pays.
     */
    private boolean isStillSaid(Talk talk, LocalDate day) {
        return !talk.said().outcome().isPrivate()
                || answers.stream()
                        .filter(answer -> talk.about().isOf(answer.policy()))
                        .filter(answer -> answer.heard().at().isAfter(talk.recordedAt())
                                && !answer.heard().standsFor().isAfter(day))
                        .filter(answer -> answer.benefits().status() != EligibilityStatus.REJECTED)
                        .allMatch(answer -> OneInsurance.kind(answer.benefits())
                                == talk.about().kind());
    }
}
