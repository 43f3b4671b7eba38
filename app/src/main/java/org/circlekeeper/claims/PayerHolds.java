package org.circlekeeper.claims;

import static org.circlekeeper.claims.FindingCode.AUTHORIZATION_MISSING;
import static org.circlekeeper.claims.FindingCode.AUTHORIZATION_USED_UP;
import static org.circlekeeper.claims.FindingCode.COVERAGE_ENDED;
import static org.circlekeeper.claims.FindingCode.FILING_DEADLINE;
import static org.circlekeeper.claims.FindingCode.MINUTES_UNKNOWN;
import static org.circlekeeper.claims.FindingCode.NOT_ENROLLED;
import static org.circlekeeper.claims.FindingCode.SECOND_VISIT_SAME_DAY;
import static org.circlekeeper.claims.FindingCode.STAYED_SHORT;
import static org.circlekeeper.claims.FindingCode.TOO_FEW_PEOPLE;
import static org.circlekeeper.claims.FindingCode.TOO_LATE_TO_FILE;
import static org.circlekeeper.claims.FindingCode.TOO_MANY_PEOPLE;
import static org.circlekeeper.claims.FindingCode.TREATMENT_PLAN_MISSING;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.frame.Words;
import org.circlekeeper.payers.PayerRule;
import org.circlekeeper.payers.PayerRules;
import org.circlekeeper.payers.Topic;
import org.circlekeeper.practice.OwnRule;
import org.circlekeeper.terms.Finding;

/** What a payer's rule, or the practice's own about that payer, finds in a visit. */
final class PayerHolds {

    private final Visit visit;
    private final Visit.Insurance insurance;
    private final BillingRules rules;
    private final PayerRules asked;
    private final LocalDate day;
    private final List<Finding> findings;

    private PayerHolds(Visit visit, Visit.Insurance insurance, BillingRules rules, List<Finding> findings) {
        this.visit = visit;
        this.insurance = insurance;
        this.rules = rules;
        this.asked = rules.of(insurance, visit.meeting());
        this.day = visit.meeting().day();
        this.findings = findings;
    }

    static void assess(
            Visit visit, Visit.Insurance insurance, BillingRules rules, LocalDate today, List<Finding> findings) {
        var holds = new PayerHolds(visit, insurance, rules, findings);
        holds.coverage();
        holds.enrolment();
        holds.treatmentPlan();
        holds.authorization();
        holds.people();
        holds.length();
        holds.secondVisit();
        holds.deadline(today);
    }

    private void coverage() {
        if (!insurance.covers(day) && insurance.lastDay() != null) {
            findings.add(COVERAGE_ENDED.with("The insurance with %s ended on %s, before the visit of %s."
                    .formatted(insurance.payerName(), Words.day(insurance.lastDay()), Words.day(day))));
        }
    }

    /** Known not to be enrolled holds. Unknown holds nothing and is asked once for leader and payer. */
    private void enrolment() {
        var leader = visit.meeting().leader();
        if (rules.enrolled(leader, insurance.payer(), day) == BillingRules.Enrolled.NO) {
            findings.add(NOT_ENROLLED.with("%s was not enrolled with %s on %s."
                    .formatted(leader.name(), insurance.payerName(), Words.day(day))));
        }
    }

    private void treatmentPlan() {
        if (!asked.isStrict() || !asked.asksForTreatmentPlan() || rules.formerRecordsHoldPlanOf(day)) {
            return;
        }
        var from = visit.planFrom();
        if (from == null || from.isAfter(day.plusDays(asked.treatmentPlanGraceDays()))) {
            findings.add(TREATMENT_PLAN_MISSING.with(
                    "%s asks for a treatment plan in force on %s, and none is on file."
                            .formatted(insurance.payerName(), Words.day(day)),
                    source(Topic.TREATMENT_PLAN)));
        }
    }

    private void authorization() {
        var own = rules.own(OwnRule.Kind.AUTHORIZATION, insurance.payer(), day);
        if (own.isEmpty() && !asked.asksForAuthorization()) {
            return;
        }
        var source = own.map(PayerHolds::source).orElseGet(() -> source(Topic.AUTHORIZATION));
        var authorization = visit.authorization();
        if (authorization == null) {
            findings.add(AUTHORIZATION_MISSING.with(
                    "%s asks for a prior authorization, and none covers %s."
                            .formatted(insurance.payerName(), Words.day(day)),
                    source));
        } else if (!authorization.taken()
                && (visit.presence().came() || authorization.used() >= authorization.units())) {
            findings.add(AUTHORIZATION_USED_UP.with(notTaken(authorization), source));
        }
    }

    private String notTaken(Visit.Authorized authorization) {
        return authorization.used() >= authorization.units()
                ? "All %d visits that %s authorized are taken by other sessions."
                        .formatted(authorization.units(), insurance.payerName())
                : "This visit is not counted against what %s authorized yet. Mark it on its sheet again."
                        .formatted(insurance.payerName());
    }

    /** Counts everyone in the room, whoever pays for them. */
    private void people() {
        int heads = visit.meeting().heads();
        int leading = visit.meeting().leading();
        rules.own(OwnRule.Kind.MOST_PEOPLE, insurance.payer(), day, leading)
                .filter(rule -> heads > rule.amount())
                .ifPresent(rule -> findings.add(TOO_MANY_PEOPLE.with(
                        "%d people came; your own rule for %s allows %d%s."
                                .formatted(heads, insurance.payerName(), rule.amount(), rule.withLeaders()),
                        source(rule))));
        rules.own(OwnRule.Kind.FEWEST_PEOPLE, insurance.payer(), day, leading)
                .filter(rule -> heads < rule.amount())
                .ifPresent(rule -> findings.add(TOO_FEW_PEOPLE.with(
                        "%d came; your own rule for %s asks for %d%s."
                                .formatted(heads, insurance.payerName(), rule.amount(), rule.withLeaders()),
                        source(rule))));
    }

    private void length() {
        rules.own(OwnRule.Kind.LOOK_AT_SHORTER, insurance.payer(), day)
                .filter(_ -> visit.presence().came())
                .flatMap(this::length)
                .ifPresent(findings::add);
    }

    private Optional<Finding> length(OwnRule rule) {
        var minutes = visit.minutes();
        if (minutes == null) {
            return visit.presence().cameInPart()
                    ? Optional.of(MINUTES_UNKNOWN.with(
                            "The member " + (visit.presence() == Presence.LATE ? "came late" : "left early")
                                    + ", nobody said after how many minutes; your own rule looks at them.",
                            source(rule)))
                    : Optional.empty();
        }
        return minutes < rule.amount()
                ? Optional.of(STAYED_SHORT.with(
                        "The member stayed " + minutes + " minutes; your own rule asks you to look.", source(rule)))
                : Optional.empty();
    }

    private void secondVisit() {
        if (visit.secondThatDay() && visit.presence().came()) {
            findings.add(SECOND_VISIT_SAME_DAY.with(
                    "The member was in another group earlier on " + Words.day(day) + "; payers take one visit a day."));
        }
    }

    private void deadline(LocalDate today) {
        var last = rules.lastDayToFile(insurance, visit.meeting());
        if (last == null) {
            return;
        }
        long left = ChronoUnit.DAYS.between(today, last);
        if (left < 0) {
            findings.add(TOO_LATE_TO_FILE.with(
                    "%s took claims for %s until %s.".formatted(insurance.payerName(), Words.day(day), Words.day(last)),
                    filingSource()));
            return;
        }
        FilingWarning.of(left)
                .ifPresent(days -> findings.add(FILING_DEADLINE.with(
                        "%s takes this claim until %s: %d days or less are left."
                                .formatted(insurance.payerName(), Words.day(last), days),
                        filingSource())));
    }

    private String filingSource() {
        return rules.own(OwnRule.Kind.TIMELY_FILING, insurance.payer(), day)
                .map(PayerHolds::source)
                .orElseGet(() -> asked.about(Topic.TIMELY_FILING_DAYS).isPresent()
                        ? source(Topic.TIMELY_FILING_DAYS)
                        : source(Topic.TIMELY_FILING_MONTHS));
    }

    private String source(Topic topic) {
        return asked.about(topic)
                .map(rule -> rule.source() + ", " + PayerRule.verifiedOrNot(rule.verified()))
                .orElse("the payer's rule");
    }

    private static String source(OwnRule rule) {
        return "this practice: " + rule.source() + ", " + PayerRule.verifiedOrNot(rule.verifiedOn());
    }
}
