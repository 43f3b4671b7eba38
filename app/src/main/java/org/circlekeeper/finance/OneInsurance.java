package org.circlekeeper.finance;

import static org.circlekeeper.finance.CoverageGap.Kind.AMBIGUOUS;
import static org.circlekeeper.finance.CoverageGap.Kind.CARVED_OUT;
import static org.circlekeeper.finance.CoverageGap.Kind.NOT_ACTIVE;
import static org.circlekeeper.finance.CoverageGap.Kind.NOT_COVERED;
import static org.circlekeeper.finance.CoverageGap.Kind.NOT_KNOWN;
import static org.circlekeeper.finance.CoverageGap.Kind.VISITS_USED;

import java.util.Optional;
import org.circlekeeper.eligibility.Answer;
import org.circlekeeper.eligibility.Benefits;
import org.circlekeeper.eligibility.Insured.Insurance;
import org.circlekeeper.eligibility.Listed;
import org.circlekeeper.eligibility.Verdict;
import org.circlekeeper.finance.CoverageGap.Kind;
import org.circlekeeper.frame.Words;
import org.circlekeeper.payers.Program;
import org.circlekeeper.terms.Money;
import org.circlekeeper.x12.eligibility.EligibilityStatus;
import org.jspecify.annotations.Nullable;

/**
 * What one insurance says by itself: what its answer leaves missing, in which words, and of which class it is. Pure.
 */
final class OneInsurance {

    private OneInsurance() {}

    /** What an answer itself leaves missing; empty when the payer may be expected to pay. */
    static Optional<Kind> of(Benefits benefits) {
        return Optional.ofNullable(kind(benefits));
    }

    static @Nullable Kind kind(Benefits benefits) {
        return switch (benefits.status()) {
            case REJECTED, UNKNOWN -> NOT_KNOWN;
            case INACTIVE -> NOT_ACTIVE;
            case ACTIVE -> benefits.carveOut() != null ? CARVED_OUT : ofActive(benefits);
        };
    }

    private static @Nullable Kind ofActive(Benefits benefits) {
        return switch (benefits.covered()) {
            case NO -> NOT_COVERED;
            case UNKNOWN -> NOT_KNOWN;
            case AMBIGUOUS -> AMBIGUOUS;
            case YES -> {
                var left = benefits.visitsLeft();
                yield left != null && left < 1 ? VISITS_USED : null;
            }
        };
    }

    static boolean isInactive(Listed line) {
        var latest = line.latest();
        return latest != null && latest.answer().benefits().status() == EligibilityStatus.INACTIVE;
    }

    static @Nullable Program program(Listed line) {
        var insurance = line.who().insurance();
        return insurance == null ? null : insurance.program();
    }

    static TalkGuide guide(Program program) {
        return TalkGuide.of(PayerClass.of(program, ""));
    }

    /** What the plan says in dollars that they pay a visit; null where more than a copay may be theirs. */
    static @Nullable Money share(@Nullable Answer answer) {
        if (answer == null) {
            return null;
        }
        var benefits = answer.benefits();
        var percent = benefits.coinsurancePercent();
        var left = benefits.deductibleLeft();
        boolean more = percent != null && percent.signum() > 0 || left != null && left.cents() > 0;
        return more ? null : benefits.copay();
    }

    /** The answer that may be relied upon on the day of the session; one that was refused tells nothing. */
    static @Nullable Answer holding(Listed line) {
        var latest = line.latest();
        return latest == null
                        || !latest.answer().isGoodOn(line.day())
                        || latest.answer().benefits().status() == EligibilityStatus.REJECTED
                ? null
                : latest.answer();
    }

    static PayerClass payerClass(Insurance insurance, @Nullable Answer answer) {
        return PayerClass.of(
                insurance.program(), answer == null ? "" : answer.benefits().network());
    }

    static String sentence(Kind kind, Insurance insurance, @Nullable Answer answer, Listed line) {
        var payer = insurance.payerName();
        var carveOut = answer == null ? null : answer.benefits().carveOut();
        return switch (kind) {
            case NOT_ACTIVE -> payer + " says that the plan is not active.";
            case NOT_COVERED -> payer + " says that it does not pay for group therapy (90853).";
            case NOT_KNOWN ->
                answer == null
                        ? "No answer of " + payer + " holds on " + Words.day(line.day()) + ". "
                                + unasked(insurance, line)
                        : payer + " does not say whether it pays for group therapy (90853): ask it.";
            case AMBIGUOUS -> payer + " says two things about group therapy (90853): ask it, with its rows at hand.";
            case VISITS_USED -> payer + " pays for no more visits until its year begins anew.";
            case NOT_AUTHORIZED -> payer + " wants an authorization beforehand, and none covers the next session.";
            case CARVED_OUT ->
                payer + " leaves mental health to " + (carveOut == null ? "another payer" : carveOut.inWords())
                        + ": that one is asked and billed.";
            case NO_INSURANCE, KEPT_FROM_PLAN, WITHHELD, OTHER_INSURANCE ->
                throw new IllegalStateException("About no one insurance: " + kind);
        };
    }

    /** Why nobody is asked may be what no record but theirs is to say (42 CFR 2.13): it stands on their own page. */
    private static String unasked(Insurance insurance, Listed line) {
        if (line.verdict().kind() != Verdict.Kind.NOT_ASKED) {
            return line.verdict().because();
        }
        return insurance.program() == Program.MEDICARE
                ? "Where an Advantage plan of theirs has ended, Medicare pays again: look in its portal."
                : "It is not asked now: their page about what payers say tells why.";
    }

    static boolean paysLast(Listed line) {
        var program = program(line);
        return program != null && guide(program).paysLast();
    }

    static Optional<String> name(Listed line) {
        return Optional.ofNullable(line.who().insurance()).map(Insurance::payerName);
    }
}
