package org.circlekeeper.finance;

import static org.circlekeeper.finance.CoverageGap.Kind.AMBIGUOUS;
import static org.circlekeeper.finance.CoverageGap.Kind.CARVED_OUT;
import static org.circlekeeper.finance.CoverageGap.Kind.KEPT_FROM_PLAN;
import static org.circlekeeper.finance.CoverageGap.Kind.NOT_ACTIVE;
import static org.circlekeeper.finance.CoverageGap.Kind.NOT_AUTHORIZED;
import static org.circlekeeper.finance.CoverageGap.Kind.NOT_COVERED;
import static org.circlekeeper.finance.CoverageGap.Kind.NOT_KNOWN;
import static org.circlekeeper.finance.CoverageGap.Kind.NO_INSURANCE;
import static org.circlekeeper.finance.CoverageGap.Kind.OTHER_INSURANCE;
import static org.circlekeeper.finance.CoverageGap.Kind.VISITS_USED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.eligibility.Answer;
import org.circlekeeper.eligibility.Benefits;
import org.circlekeeper.eligibility.Insured.Insurance;
import org.circlekeeper.eligibility.Listed;
import org.circlekeeper.finance.CoverageGap.Kind;
import org.circlekeeper.frame.Words;
import org.circlekeeper.payers.Program;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.x12.eligibility.AuthorizationNeed;
import org.circlekeeper.x12.eligibility.EligibilityStatus;
import org.jspecify.annotations.Nullable;

/** Finds what is missing for one member. Unknown is never covered. Pure. */
final class GapsOfMember {

    private final Situation known;
    private final List<Listed> insured;

    GapsOfMember(Situation known) {
        this.known = known;
        this.insured = known.lines().stream()
                .filter(line -> line.who().insurance() != null)
                .filter(line -> !standsBackForAdvantage(line))
                .toList();
    }

    List<CoverageGap> all() {
        var gaps = new ArrayList<CoverageGap>();
        if (insured.isEmpty()) {
            known.lines().stream().limit(1).map(this::uninsured).forEach(gaps::add);
            return gaps;
        }
        if (known.kept()) {
            return List.of(kept(insured.getFirst()));
        }
        for (var line : insured) {
            gap(line).ifPresent(gaps::add);
        }
        if (insured.size() > 1) {
            gaps.add(several());
        }
        return gaps;
    }

    /** What an answer itself leaves missing; empty when the payer may be expected to pay. */
    static Optional<Kind> of(Benefits benefits) {
        return Optional.ofNullable(kind(benefits));
    }

    private static @Nullable Kind kind(Benefits benefits) {
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

    /** Whoever has an Advantage plan has Medicare through it: the plan is asked and pays, and not Medicare (Part C). */
    private boolean standsBackForAdvantage(Listed line) {
        return program(line) == Program.MEDICARE
                && known.lines().stream().anyMatch(other -> program(other) == Program.MEDICARE_ADVANTAGE);
    }

    private static @Nullable Program program(Listed line) {
        var insurance = line.who().insurance();
        return insurance == null ? null : insurance.program();
    }

    private CoverageGap uninsured(Listed line) {
        return new CoverageGap(
                NO_INSURANCE,
                PayerClass.SELF_PAY,
                null,
                "",
                line.day(),
                because("No insurance is on file: they pay for visits themselves.", "/patients/", "", line),
                false);
    }

    /** Of whoever keeps sessions from their plan no payer is asked, whatever it would say. */
    private CoverageGap kept(Listed line) {
        return new CoverageGap(
                KEPT_FROM_PLAN,
                PayerClass.SELF_PAY,
                null,
                "",
                line.day(),
                because("They keep sessions from their plan and pay for those in full.", "/patients/", "", line),
                false);
    }

    private Optional<CoverageGap> gap(Listed line) {
        var insurance = line.who().insurance();
        var policy = line.who().policy();
        if (insurance == null || policy == null) {
            return Optional.empty();
        }
        var answer = holding(line);
        var kind = answer == null ? NOT_KNOWN : kind(answer.benefits());
        if (kind == null && answer != null && needsAuthorization(answer.benefits(), insurance)) {
            kind = NOT_AUTHORIZED;
        }
        return Optional.ofNullable(kind)
                .map(found -> new CoverageGap(
                        found,
                        payerClass(insurance, answer),
                        policy,
                        insurance.payerName(),
                        line.day(),
                        because(sentence(found, insurance, answer, line), "/patients/", "/benefits", line),
                        answer != null && found != NOT_AUTHORIZED));
    }

    /** The answer that may be relied upon on the day of the session; one that was refused tells nothing. */
    private static @Nullable Answer holding(Listed line) {
        var latest = line.latest();
        return latest == null
                        || !latest.answer().isGoodOn(line.day())
                        || latest.answer().benefits().status() == EligibilityStatus.REJECTED
                ? null
                : latest.answer();
    }

    private boolean needsAuthorization(Benefits benefits, Insurance insurance) {
        boolean asked = benefits.authorization() == AuthorizationNeed.YES
                || benefits.authorization() != AuthorizationNeed.NO
                        && known.asking().contains(insurance.payer());
        return asked && !known.authorized().contains(insurance.payer());
    }

    private static PayerClass payerClass(Insurance insurance, @Nullable Answer answer) {
        return PayerClass.of(
                insurance.program(), answer == null ? "" : answer.benefits().network());
    }

    private static String sentence(Kind kind, Insurance insurance, @Nullable Answer answer, Listed line) {
        var payer = insurance.payerName();
        var carveOut = answer == null ? null : answer.benefits().carveOut();
        return switch (kind) {
            case NOT_ACTIVE -> payer + " says that the plan is not active.";
            case NOT_COVERED -> payer + " says that it does not pay for group therapy (90853).";
            case NOT_KNOWN ->
                answer == null
                        ? "No answer of " + payer + " holds on " + Words.day(line.day()) + ". "
                                + line.verdict().because()
                        : payer + " does not say whether it pays for group therapy (90853): ask it.";
            case AMBIGUOUS -> payer + " says two things about group therapy (90853): ask it, with its rows at hand.";
            case VISITS_USED -> payer + " pays for no more visits until its year begins anew.";
            case NOT_AUTHORIZED -> payer + " wants an authorization beforehand, and none covers the next session.";
            case CARVED_OUT ->
                payer + " leaves mental health to " + (carveOut == null ? "another payer" : carveOut.inWords())
                        + ": that one is asked and billed.";
            case NO_INSURANCE, KEPT_FROM_PLAN, OTHER_INSURANCE ->
                throw new IllegalStateException("About no one insurance: " + kind);
        };
    }

    /** Who pays first is asked, and never guessed; Medicaid alone has its place: last (42 CFR 433.139). */
    private CoverageGap several() {
        var first = insured.getFirst();
        var names =
                insured.stream().flatMap(line -> name(line).stream()).distinct().toList();
        boolean medicaidFirst = program(first) == Program.MEDICAID;
        boolean medicaid = insured.stream().anyMatch(line -> program(line) == Program.MEDICAID);
        var last = medicaidFirst
                ? " Medicaid pays last, and stands first here: correct it."
                : medicaid ? " Medicaid pays last." : "";
        var insurance = first.who().insurance();
        return new CoverageGap(
                OTHER_INSURANCE,
                insurance == null ? PayerClass.SELF_PAY : payerClass(insurance, holding(first)),
                null,
                Words.list(names),
                first.day(),
                because(
                        "They have more than one insurance: " + Words.list(names) + ". Ask which one pays first."
                                + last,
                        "/patients/",
                        "",
                        first),
                false);
    }

    private static Optional<String> name(Listed line) {
        return Optional.ofNullable(line.who().insurance()).map(Insurance::payerName);
    }

    private Because because(String sentence, String before, String after, Listed line) {
        var href = before + line.who().patient() + after;
        var latest = line.latest();
        return latest == null
                ? Because.of(sentence, new Evidence("What is on file.", href, known.now()))
                : Because.of(
                        sentence,
                        new Evidence(
                                "The payer's answer for "
                                        + Words.day(latest.answer().heard().standsFor()) + ".",
                                href,
                                latest.answer().heard().at()));
    }
}
