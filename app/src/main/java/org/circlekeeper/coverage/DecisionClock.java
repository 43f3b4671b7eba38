package org.circlekeeper.coverage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.payers.PayerRule;
import org.circlekeeper.payers.PayerRules;
import org.circlekeeper.payers.Topic;
import org.circlekeeper.practice.OwnRule;
import org.jspecify.annotations.Nullable;

/**
 * How long a payer may take to decide on a request for an authorization, and how long a denial may be appealed. What
 * the practice has settled for a payer stands before what rules say; where neither says, it is unknown, and nothing is
 * ever overdue. Since 2026 Medicare Advantage, Medicaid and CHIP decide in 7 calendar days, expedited in 72 hours
 * (CMS-0057-F, 89 FR 8758); plans of the exchange are not bound by it, nor are other payers. Pure.
 */
public record DecisionClock(
        @Nullable Span decides,
        @Nullable Span decidesExpedited,
        @Nullable Span appeal,
        @Nullable Span usualAppeal) {

    /** Of a payer about whom nothing is known. */
    static final DecisionClock UNKNOWN = new DecisionClock(null, null, null, null);

    /** What is asked for when nobody knows how long the payer takes; said on screen to be assumed. */
    static final int ASSUMED_DAYS = 14;

    /** Days in which the practice writes and sends a request. */
    static final int TO_PREPARE = 7;

    /** A length, its words, and where it stands. */
    public record Span(Duration length, String words, String source) {

        long days() {
            return length.toDays() + (length.toHoursPart() > 0 ? 1 : 0);
        }
    }

    /** From the rules that are shipped and the practice's own for this payer that hold today. */
    static DecisionClock of(PayerRules rules, List<OwnRule> own) {
        var decides = own(own, OwnRule.Kind.DECISION_DAYS)
                .or(() -> rules.about(Topic.DECISION_DAYS).map(DecisionClock::days));
        return new DecisionClock(
                decides.orElse(null),
                rules.about(Topic.EXPEDITED_HOURS).map(DecisionClock::hours).orElse(null),
                own(own, OwnRule.Kind.APPEAL_DAYS)
                        .or(() -> rules.about(Topic.APPEAL_DAYS).map(DecisionClock::days))
                        .orElse(null),
                rules.rules().stream()
                        .filter(rule -> rule.topic() == Topic.APPEAL_DAYS && rule.classDefault())
                        .map(DecisionClock::days)
                        .findFirst()
                        .orElse(null));
    }

    /** By when a request that was sent then must be decided; empty when nobody knows. */
    public Optional<Instant> decidedBy(Instant asked, boolean expedited, ZoneId zone) {
        if (expedited && decidesExpedited != null) {
            return Optional.of(asked.plus(decidesExpedited.length()));
        }
        return Optional.ofNullable(decides)
                .map(span -> asked.atZone(zone)
                        .toLocalDate()
                        .plusDays(span.days() + 1)
                        .atStartOfDay(zone)
                        .toInstant());
    }

    /** The last day of an appeal against a notice of that day; empty when no rule that binds says. */
    public Optional<LocalDate> appealBy(LocalDate notice) {
        return Optional.ofNullable(appeal).map(span -> notice.plusDays(span.days()));
    }

    /** How many days before the last covered session a request is due, with the days in which it is written. */
    public int daysAhead() {
        return TO_PREPARE + (decides == null ? ASSUMED_DAYS : (int) decides.days());
    }

    /** In words, with the source: where it is assumed, that it is. */
    public String says(String payer) {
        return decides == null
                ? "How long " + payer + " takes to decide is not known: " + ASSUMED_DAYS
                        + " days are assumed. Write down what its manual says on its page."
                : payer + " decides within " + decides.words() + " (" + decides.source() + ").";
    }

    private static Optional<Span> own(List<OwnRule> own, OwnRule.Kind kind) {
        return own.stream()
                .filter(rule -> rule.kind() == kind)
                .findFirst()
                .map(rule -> new Span(
                        Duration.ofDays(rule.amount()),
                        rule.amount() + (rule.amount() == 1 ? " day" : " days"),
                        "the practice's own rule: " + rule.source() + ", "
                                + PayerRule.verifiedOrNot(rule.verifiedOn())));
    }

    private static Span days(PayerRule rule) {
        return new Span(Duration.ofDays(Long.parseLong(rule.value())), rule.value() + " days", source(rule));
    }

    private static Span hours(PayerRule rule) {
        return new Span(Duration.ofHours(Long.parseLong(rule.value())), rule.value() + " hours", source(rule));
    }

    private static String source(PayerRule rule) {
        return rule.source() + ", " + PayerRule.verifiedOrNot(rule.verified());
    }
}
