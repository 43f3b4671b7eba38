package org.circlekeeper.eligibility;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.circlekeeper.frame.Words;
import org.circlekeeper.payers.PayerRule;
import org.circlekeeper.payers.PayerRules;
import org.circlekeeper.payers.Topic;
import org.circlekeeper.x12.eligibility.EligibilityStatus;

/** Decides how long an answer is relied upon: whichever of the payer's rules ends it first. Pure. */
final class Expiry {

    private Expiry() {}

    /** Without any rule an answer is good on the day it stands for; a refused question answers nothing beyond it. */
    static Answer.Good of(Benefits benefits, LocalDate standsFor, PayerRules rules) {
        if (benefits.status() == EligibilityStatus.REJECTED) {
            return new Answer.Good(standsFor, "the payer did not answer the question");
        }
        var good = days(standsFor, rules)
                .orElse(new Answer.Good(standsFor, "no rule lets an answer stand longer than its day"));
        if (isYes(rules, Topic.BENEFITS_GOOD_IN_MONTH)) {
            good = earlier(good, YearMonth.from(standsFor).atEndOfMonth(), "plans begin and end with months");
        }
        var resets = benefits.resetsOn();
        if (resets != null && isYes(rules, Topic.BENEFITS_GOOD_IN_PLAN_YEAR)) {
            good = earlier(good, resets.minusDays(1), "the plan counts anew from " + Words.day(resets));
        }
        var ends = benefits.planEnds();
        if (ends != null && !ends.isBefore(standsFor)) {
            good = earlier(good, ends, "the plan ends");
        }
        return good;
    }

    private static Optional<Answer.Good> days(LocalDate standsFor, PayerRules rules) {
        return rules.atLeastUsually(Topic.BENEFITS_GOOD_DAYS)
                .map(PayerRule::number)
                .map(days -> new Answer.Good(
                        standsFor.plusDays(days), "an answer is relied upon for " + Words.count(days, "day", "days")));
    }

    private static boolean isYes(PayerRules rules, Topic topic) {
        return rules.atLeastUsually(topic).filter(PayerRule::yes).isPresent();
    }

    /** A day before the answer itself ends nothing: the payer counts anew each year. */
    private static Answer.Good earlier(Answer.Good good, LocalDate last, String why) {
        return last.isBefore(good.through()) ? new Answer.Good(last, why) : good;
    }
}
