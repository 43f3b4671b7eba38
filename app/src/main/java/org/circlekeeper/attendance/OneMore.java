package org.circlekeeper.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.practice.OwnRule;
import org.circlekeeper.roster.Group;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.terms.Finding;

/**
 * Says where one more member would be more people than the practice's own rules allow: those for everyone, and those
 * about the payers of whoever would sit there. It names payers, and never whom they pay for. Pure.
 */
final class OneMore {

    private OneMore() {}

    /**
     * A group with one more member in it.
     *
     * @param people how many would sit there on the fullest day, the new one among them
     * @param leading how many lead it on the first day
     * @param paying who pays first on the first day, for the new member and for the others
     */
    record Asked(Group group, LocalDate day, int people, int leading, Set<UUID> paying, Instant now) {

        Asked {
            paying = Set.copyOf(paying);
        }
    }

    /** Each rule that would be passed; it warns and stops nothing, because who comes is not known yet. */
    static List<Finding> assess(Asked asked, Collection<OwnRule> rules, Map<UUID, String> payers) {
        var holding = rules.stream()
                .filter(rule -> rule.kind() == OwnRule.Kind.MOST_PEOPLE)
                .filter(rule -> rule.days().includes(asked.day()) && rule.isFor(asked.leading()))
                .filter(rule -> rule.payer() == null || asked.paying().contains(rule.payer()))
                .toList();
        return holding.stream()
                .filter(rule -> holding.stream()
                        .filter(other -> Objects.equals(other.payer(), rule.payer()))
                        .allMatch(rule::standsBefore))
                .filter(rule -> asked.people() > rule.amount())
                .map(rule -> passed(asked, rule, payers))
                .toList();
    }

    private static Finding passed(Asked asked, OwnRule rule, Map<UUID, String> payers) {
        var payer = rule.payer();
        var whose = payer == null ? "Your practice" : payers.getOrDefault(payer, "A payer");
        return new Finding(
                "one-more-than-allowed",
                Finding.Weight.WARNS,
                Because.of(
                        "With them " + asked.people() + " people would sit there; " + whose + " allows " + rule.amount()
                                + rule.withLeaders() + ".",
                        new Evidence(
                                asked.group().name(), "/groups/" + asked.group().id(), asked.now())),
                "Have another lead beside the first, or choose another group: with more people it is not billed.",
                rule.source());
    }
}
