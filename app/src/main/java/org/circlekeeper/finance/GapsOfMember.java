package org.circlekeeper.finance;

import static org.circlekeeper.finance.CoverageGap.Kind.KEPT_FROM_PLAN;
import static org.circlekeeper.finance.CoverageGap.Kind.NOT_ACTIVE;
import static org.circlekeeper.finance.CoverageGap.Kind.NOT_AUTHORIZED;
import static org.circlekeeper.finance.CoverageGap.Kind.NOT_KNOWN;
import static org.circlekeeper.finance.CoverageGap.Kind.NO_INSURANCE;
import static org.circlekeeper.finance.CoverageGap.Kind.OTHER_INSURANCE;
import static org.circlekeeper.finance.CoverageGap.Kind.WITHHELD;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.circlekeeper.eligibility.AskingCheck;
import org.circlekeeper.eligibility.Benefits;
import org.circlekeeper.eligibility.Insured.Insurance;
import org.circlekeeper.eligibility.Listed;
import org.circlekeeper.finance.CoverageGap.Around;
import org.circlekeeper.finance.CoverageGap.Beside;
import org.circlekeeper.finance.CoverageGap.Kind;
import org.circlekeeper.frame.Words;
import org.circlekeeper.payers.Program;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.x12.eligibility.AuthorizationNeed;
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
        if (insured.isEmpty()) {
            return known.lines().stream().limit(1).map(this::uninsured).toList();
        }
        var first = insured.getFirst();
        if (first.verdict().withheld() == AskingCheck.Reason.NO_CONSENT) {
            return List.of(untold(WITHHELD, first));
        }
        var gaps = new ArrayList<CoverageGap>();
        if (known.kept()) {
            gaps.add(untold(KEPT_FROM_PLAN, first));
        }
        for (var line : insured) {
            gap(line).ifPresent(gaps::add);
        }
        if (insured.size() > 1) {
            gaps.add(several());
        }
        return gaps;
    }

    /**
     * Whoever has an Advantage plan has Medicare through it: the plan is asked and pays, and not Medicare (Part C).
     * Whose plan says that it is not active is back with Medicare.
     */
    private boolean standsBackForAdvantage(Listed line) {
        return OneInsurance.program(line) == Program.MEDICARE
                && known.lines().stream()
                        .filter(other -> OneInsurance.program(other) == Program.MEDICARE_ADVANTAGE)
                        .anyMatch(other -> !OneInsurance.isInactive(other));
    }

    /** Somebody whose program ended a while ago is not simply without insurance: it may be renewed for days past. */
    private CoverageGap uninsured(Listed line) {
        return known.ended().stream()
                .filter(one -> one.isWithin(OneInsurance.guide(one.program()).endedDays(), line.day()))
                .max(Comparator.comparing(one -> one.days().first()))
                .map(one -> new CoverageGap(
                        NOT_ACTIVE,
                        PayerClass.of(one.program(), ""),
                        one.policy(),
                        one.payerName(),
                        line.day(),
                        because(
                                one.payerName() + " has ended, and no other insurance is on file.",
                                "/patients/",
                                "",
                                line),
                        false))
                .orElseGet(() -> new CoverageGap(
                        NO_INSURANCE,
                        PayerClass.SELF_PAY,
                        null,
                        "",
                        line.day(),
                        because("No insurance is on file: they pay for visits themselves.", "/patients/", "", line),
                        false));
    }

    /** What no payer is told of: each in force still has a say in whether it may be paid for privately. */
    private CoverageGap untold(Kind kind, Listed line) {
        var sentence = kind == WITHHELD
                ? "A consent of theirs is missing: until it is there, no payer is asked or billed."
                : "They keep sessions to come from their plan and pay for those in full.";
        var beside = new ArrayList<Beside>();
        for (var one : insured) {
            beside(one, kind).ifPresent(beside::add);
        }
        return new CoverageGap(
                        kind,
                        PayerClass.SELF_PAY,
                        null,
                        "",
                        line.day(),
                        because(sentence, "/patients/", "", line),
                        false)
                .with(new Around(beside, null, List.of(), false));
    }

    private Optional<Beside> beside(Listed line, @Nullable Kind kind) {
        return Optional.ofNullable(line.who().insurance())
                .map(one ->
                        new Beside(one.payerName(), OneInsurance.payerClass(one, OneInsurance.holding(line)), kind));
    }

    private List<Beside> others(Listed line) {
        return insured.stream()
                .filter(other -> other != line)
                .flatMap(other -> beside(other, kindOf(other)).stream())
                .toList();
    }

    private @Nullable Kind kindOf(Listed line) {
        var insurance = line.who().insurance();
        var answer = OneInsurance.holding(line);
        if (answer == null || insurance == null) {
            return NOT_KNOWN;
        }
        var kind = OneInsurance.kind(answer.benefits());
        return kind == null && needsAuthorization(answer.benefits(), insurance) ? NOT_AUTHORIZED : kind;
    }

    private Optional<CoverageGap> gap(Listed line) {
        var insurance = line.who().insurance();
        var policy = line.who().policy();
        if (insurance == null || policy == null) {
            return Optional.empty();
        }
        var answer = OneInsurance.holding(line);
        if (answer == null && known.kept()) {
            return Optional.empty();
        }
        return Optional.ofNullable(kindOf(line))
                .map(found -> new CoverageGap(
                        found,
                        OneInsurance.payerClass(insurance, answer),
                        policy,
                        insurance.payerName(),
                        line.day(),
                        because(OneInsurance.sentence(found, insurance, answer, line), "/patients/", "/benefits", line),
                        answer != null && found != NOT_AUTHORIZED,
                        new Around(others(line), OneInsurance.share(answer), List.of(), false)));
    }

    private boolean needsAuthorization(Benefits benefits, Insurance insurance) {
        boolean asked = benefits.authorization() == AuthorizationNeed.YES
                || benefits.authorization() != AuthorizationNeed.NO
                        && known.asking().contains(insurance.payer());
        return asked && !known.authorized().contains(insurance.payer());
    }

    /** Who pays first is asked, and never guessed; Medicaid alone has its place: last (42 CFR 433.139). */
    private CoverageGap several() {
        var first = insured.getFirst();
        var names = insured.stream()
                .flatMap(line -> OneInsurance.name(line).stream())
                .distinct()
                .toList();
        boolean toCorrect =
                OneInsurance.paysLast(first) && insured.stream().anyMatch(line -> !OneInsurance.paysLast(line));
        var last = whoPaysLast(toCorrect);
        var insurance = first.who().insurance();
        return new CoverageGap(
                OTHER_INSURANCE,
                insurance == null
                        ? PayerClass.SELF_PAY
                        : OneInsurance.payerClass(insurance, OneInsurance.holding(first)),
                null,
                Words.list(names),
                first.day(),
                because(
                        "They have more than one insurance: " + Words.list(names) + ". Ask which one pays first."
                                + last,
                        "/patients/",
                        "",
                        first),
                false,
                new Around(
                        insured.stream()
                                .filter(line -> line != first)
                                .flatMap(line -> beside(line, OTHER_INSURANCE).stream())
                                .toList(),
                        null,
                        insured.stream()
                                .flatMap(line -> Stream.ofNullable(line.who().policy()))
                                .toList(),
                        toCorrect));
    }

    /** The sentence about who pays last; empty when nobody does. */
    private String whoPaysLast(boolean toCorrect) {
        return insured.stream()
                .filter(OneInsurance::paysLast)
                .flatMap(line -> OneInsurance.name(line).stream())
                .findFirst()
                .map(name -> " " + name + " pays last" + (toCorrect ? ", and stands first here: correct it." : "."))
                .orElse("");
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
