package org.circlekeeper.eligibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.circlekeeper.frame.Words;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/** Says in words what a payer says now and did not say the time before. Pure. */
final class Difference {

    private final Benefits before;
    private final Benefits now;
    private final List<String> sentences = new ArrayList<>();

    private Difference(Benefits before, Benefits now) {
        this.before = before;
        this.now = now;
    }

    /** A sentence for each change that matters; none when the answer is as it was. How many visits are used counts. */
    static List<String> between(Benefits before, Benefits now) {
        var difference = new Difference(before, now);
        difference.tell("The plan", Benefits::status, BenefitWords::status);
        difference.tell("Group therapy", Benefits::covered, BenefitWords::covered);
        difference.tell("The copay of a visit", Benefits::copay, Money::toString);
        difference.tell("The member's share", Benefits::coinsurancePercent, Difference::percent);
        difference.tell("The deductible left", Benefits::deductibleLeft, Money::toString);
        difference.tell("Visits that the plan pays for", Benefits::visitsTotal, Object::toString);
        difference.tell("Visits left", Benefits::visitsLeft, Object::toString);
        difference.tell("An authorization", Benefits::authorization, BenefitWords::authorization);
        difference.tell("The network", benefits -> BenefitWords.network(benefits.network()), Function.identity());
        difference.tell("Mental health", Benefits::carveOut, Benefits.CarveOut::inWords);
        difference.tell("The plan's last day", Benefits::planEnds, Words::day);
        return List.copyOf(difference.sentences);
    }

    private <T> void tell(String what, Function<Benefits, @Nullable T> value, Function<T, String> words) {
        var was = value.apply(before);
        var is = value.apply(now);
        if (!same(was, is)) {
            sentences.add(what + ": " + told(is, words) + "; before: " + told(was, words) + ".");
        }
    }

    private static <T> String told(@Nullable T value, Function<T, String> words) {
        return value == null ? "not told" : words.apply(value);
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one instanceof BigDecimal a && other instanceof BigDecimal b
                ? a.compareTo(b) == 0
                : Objects.equals(one, other);
    }

    private static String percent(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString() + " percent";
    }
}
