package org.circlekeeper.eligibility;

import static org.circlekeeper.eligibility.Verdict.Kind.BY_HAND;
import static org.circlekeeper.eligibility.Verdict.Kind.CORRECT;
import static org.circlekeeper.eligibility.Verdict.Kind.DUE;
import static org.circlekeeper.eligibility.Verdict.Kind.DUE_BY_PERSON;
import static org.circlekeeper.eligibility.Verdict.Kind.FINE;
import static org.circlekeeper.eligibility.Verdict.Kind.GAP;
import static org.circlekeeper.eligibility.Verdict.Kind.IN_VAIN;
import static org.circlekeeper.eligibility.Verdict.Kind.LATER;
import static org.circlekeeper.eligibility.Verdict.Kind.NOT_ASKED;
import static org.circlekeeper.eligibility.Verdict.Kind.UNDER_WAY;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.eligibility.Insured.Insurance;
import org.circlekeeper.eligibility.Insured.Standing;
import org.circlekeeper.frame.Words;
import org.circlekeeper.payers.PayerRule;
import org.circlekeeper.payers.PayerRules;
import org.circlekeeper.payers.Program;
import org.circlekeeper.payers.Topic;
import org.circlekeeper.x12.eligibility.Covered;
import org.circlekeeper.x12.eligibility.EligibilityStatus;
import org.jspecify.annotations.Nullable;

/** Decides about whom a payer is asked now. Pure: the first reason against it is the one that is told. */
final class Due {

    static final String NOT_ON_FILE = "The insurance is not on file any more, or ended.";

    private final Insured who;
    private final Circumstances known;

    private Due(Insured who, Circumstances known) {
        this.who = who;
        this.known = known;
    }

    static Verdict of(Insured who, Circumstances known) {
        return new Due(who, known).verdict();
    }

    /** Why a question about it may not be put, or may not leave any more; empty when nothing speaks against it. */
    static Optional<String> forbidden(Insured who, Circumstances known) {
        var insurance = who.insurance();
        return insurance == null
                ? Optional.of(NOT_ON_FILE)
                : new Due(who, known)
                        .never(insurance)
                        .map(Verdict::because)
                        .or(() -> Optional.ofNullable(known.notEnrolled().get(insurance.payer())));
    }

    private Verdict verdict() {
        var insurance = who.insurance();
        var policy = who.policy();
        if (insurance == null || policy == null) {
            return new Verdict(NOT_ASKED, "No insurance is on file: visits are self-pay, and no payer is asked.");
        }
        return never(insurance).or(() -> standing(policy)).orElseGet(() -> due(insurance, policy));
    }

    /** Who is not asked about, whatever is known or not. */
    private Optional<Verdict> never(Insurance insurance) {
        var withheld = known.withheld().get(who.patient());
        if (withheld != null) {
            return Optional.of(Verdict.withheld(withheld));
        }
        if (who.standing() == Standing.WAITS && !known.agreed().contains(who.patient())) {
            return Optional.of(
                    new Verdict(NOT_ASKED, "They have no seat, and have not agreed that their insurance is asked."));
        }
        if (insurance.program() == Program.MEDICARE && known.advantage().contains(who.patient())) {
            return Optional.of(
                    new Verdict(NOT_ASKED, "They have a Medicare Advantage plan: the plan is asked, not Medicare."));
        }
        if (who.coming() == null && isYes(insurance, Topic.BENEFITS_BEFORE_SERVICE)) {
            return Optional.of(new Verdict(
                    NOT_ASKED, insurance.payerName() + " is asked before a service, and no session is near."));
        }
        return Optional.empty();
    }

    /** What stands already: an answer that is good, one that says what to correct, a question under way. */
    private Optional<Verdict> standing(Policy policy) {
        var last = known.latest().get(policy);
        if (last != null && last.isGoodOn(day()) && last.benefits().status() != EligibilityStatus.REJECTED) {
            return Optional.of(new Verdict(
                    last.benefits().isCovered() || last.leavesQuestions() ? FINE : GAP,
                    gap(last) + "Verified " + Words.shortDay(last.heard().standsFor()) + ", good through "
                            + Words.day(last.good().through()) + ": "
                            + last.good().why() + "."));
        }
        if (last != null && isOfToday(last)) {
            return Optional.of(new Verdict(
                    FINE,
                    "Asked today, good through " + Words.shortDay(last.good().through()) + ". For the session of "
                            + Words.shortDay(day()) + " it is asked anew from tomorrow on."));
        }
        return asked(policy, last);
    }

    /** What the last question about it came to. */
    private Optional<Verdict> asked(Policy policy, @Nullable Answer last) {
        var asked = known.asked().get(policy);
        if (asked != null && asked.status().isOpen()) {
            return Optional.of(new Verdict(
                    UNDER_WAY, "An answer is waited for: " + asked.status().onScreen() + "."));
        }
        if (last != null && asked != null && asked.isOfItsDayAlone() && isPutOff(last)) {
            return Optional.of(new Verdict(
                    FINE,
                    "Verified " + Words.shortDay(last.heard().standsFor()) + ". The payer says nothing of days to come:"
                            + " for the session of " + Words.shortDay(day())
                            + " it is asked anew from the first of that month on."));
        }
        if (last != null && last.benefits().status() == EligibilityStatus.REJECTED) {
            return Optional.of(new Verdict(
                    CORRECT,
                    "The payer did not answer (" + last.benefits().rejection()
                            + "). Correct what it names, then ask again."));
        }
        return asked == null ? Optional.empty() : inVain(asked);
    }

    private Optional<Verdict> inVain(LastAsked asked) {
        if (asked.isGivenUp()) {
            return Optional.of(new Verdict(
                    IN_VAIN,
                    "Asked " + asked.inVain() + " times in vain. The last time: " + asked.said()
                            + " Ring, or look in its portal."));
        }
        if (!asked.isInVainOn(known.today())) {
            return Optional.empty();
        }
        var again = asked.notBefore().isAfter(known.today()) ? Words.shortDay(asked.notBefore()) : "tomorrow";
        return Optional.of(
                new Verdict(LATER, "No answer could be had: " + asked.said() + " Ring, or wait for " + again + "."));
    }

    /** Whether the answer holds today, and the session is in a month of which the payer says nothing yet. */
    private boolean isPutOff(Answer last) {
        return last.isGoodOn(known.today())
                && last.benefits().status() != EligibilityStatus.REJECTED
                && YearMonth.from(day()).isAfter(YearMonth.from(known.today()));
    }

    /** What the payer will not pay for, before the rest is told; empty where it may be expected to pay, or is rung. */
    private static String gap(Answer last) {
        var benefits = last.benefits();
        if (benefits.isCovered() || last.leavesQuestions()) {
            return "";
        }
        if (benefits.status() == EligibilityStatus.INACTIVE) {
            return "The plan is not in force. ";
        }
        if (benefits.carveOut() != null) {
            return "Mental health is with " + benefits.carveOut().inWords() + ". ";
        }
        return benefits.covered() == Covered.YES ? "No visits are left. " : "Group therapy is not covered. ";
    }

    /** One question a day about one insurance: some payers say nothing of a month to come. */
    private boolean isOfToday(Answer last) {
        return last.heard().standsFor().equals(known.today())
                && last.isGoodOn(known.today())
                && last.benefits().status() != EligibilityStatus.REJECTED;
    }

    private Verdict due(Insurance insurance, Policy policy) {
        var because = occasion(policy);
        var not = known.notEnrolled().get(insurance.payer());
        if (not != null) {
            return new Verdict(BY_HAND, because + " " + not + " Look in its portal, or ring.");
        }
        return isYes(insurance, Topic.BENEFITS_ASKED_BY_PERSON)
                ? new Verdict(
                        DUE_BY_PERSON,
                        because + " A named person inside the United States asks " + insurance.payerName() + ".")
                : new Verdict(DUE, because);
    }

    /** Never asked, the plan counts anew, another month, or too long ago. */
    private String occasion(Policy policy) {
        var last = known.latest().get(policy);
        if (last == null) {
            return "This insurance was never verified.";
        }
        var resets = last.benefits().resetsOn();
        var stood = last.heard().standsFor();
        if (resets != null && resets.isAfter(stood) && !resets.isAfter(day())) {
            return "The plan counts anew from " + Words.day(resets) + ".";
        }
        var month = stood.getYear() * 12 + stood.getMonthValue();
        if (month != day().getYear() * 12 + day().getMonthValue()) {
            return "A new month: the last answer stands for " + Words.shortDay(stood) + ".";
        }
        return "The last answer was good through " + Words.day(last.good().through()) + ".";
    }

    /** The day an answer has to hold on: that of the next session, or today. */
    private LocalDate day() {
        return dayOf(who, known.today());
    }

    /** Whether a rule of the payer lets nobody ask but a named person inside the United States. */
    static boolean isByPerson(Insured who, Circumstances known) {
        var insurance = who.insurance();
        return insurance != null && isByPerson(known.rules().get(insurance.payer()));
    }

    /** Whether a question of an earlier day stands open on the eve of the next session, or on its day. */
    static boolean isLate(Insured who, Circumstances known) {
        var asked = who.policy() == null ? null : known.asked().get(who.policy());
        return asked != null
                && who.coming() != null
                && asked.status().isOpen()
                && asked.movedOn().isBefore(known.today())
                && !dayOf(who, known.today()).isAfter(known.today().plusDays(1));
    }

    /** The same of a payer. */
    static boolean isByPerson(@Nullable PayerRules rules) {
        return rules != null
                && rules.about(Topic.BENEFITS_ASKED_BY_PERSON)
                        .filter(PayerRule::yes)
                        .isPresent();
    }

    static LocalDate dayOf(Insured who, LocalDate today) {
        var coming = who.coming();
        return coming == null || coming.day().isBefore(today) ? today : coming.day();
    }

    private boolean isYes(Insurance insurance, Topic topic) {
        return rule(insurance.payer(), topic).filter(PayerRule::yes).isPresent();
    }

    private Optional<PayerRule> rule(UUID payer, Topic topic) {
        var rules = known.rules().get(payer);
        return rules == null ? Optional.empty() : rules.about(topic);
    }
}
