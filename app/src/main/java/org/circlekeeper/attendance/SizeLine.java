package org.circlekeeper.attendance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.practice.OwnRule;
import org.circlekeeper.practice.Payer;

/**
 * How many came, beside what the practice's own rules allow: those for everyone, and those about the payers of the
 * people present. Everyone in the room counts, whoever pays for them.
 */
public record SizeLine(String sentence, boolean fine) {

    /** When one leads. */
    public static SizeLine of(
            long came, LocalDate day, Collection<OwnRule> rules, Collection<Payer> payers, Set<UUID> present) {
        return of(came, 1, day, rules, payers, present);
    }

    public static SizeLine of(
            long came,
            int leading,
            LocalDate day,
            Collection<OwnRule> rules,
            Collection<Payer> payers,
            Set<UUID> present) {
        var parts = new ArrayList<String>();
        boolean fine = true;
        var verb = "";
        for (var rule : mostGenerousFirst(holding(rules, leading, day))) {
            var whose = whose(rule, payers, present);
            if (!whose.isEmpty() && came > 0) {
                boolean kept = keeps(rule, came);
                fine &= kept;
                var says = verb.equals(says(rule)) ? " " : says(rule);
                parts.add(whose + says + rule.amount() + rule.withLeaders() + (kept ? "" : wrongWay(rule)));
                verb = says(rule);
            }
        }
        var start = came + " came.";
        return new SizeLine(
                parts.isEmpty()
                        ? start
                        : start + " " + String.join(", ", parts) + (fine ? ": fine." : ". Look before it is billed."),
                fine);
    }

    /** Those of the day and of so many leaders; of a payer's rules that differ by leaders, the one for the most. */
    private static List<OwnRule> holding(Collection<OwnRule> rules, int leading, LocalDate day) {
        var fit = rules.stream()
                .filter(rule -> rule.days().includes(day) && rule.isFor(leading))
                .toList();
        return fit.stream()
                .filter(rule -> fit.stream()
                        .filter(other -> other.kind() == rule.kind() && Objects.equals(other.payer(), rule.payer()))
                        .allMatch(rule::standsBefore))
                .toList();
    }

    private static List<OwnRule> mostGenerousFirst(Collection<OwnRule> rules) {
        return rules.stream()
                .sorted(Comparator.comparingInt(OwnRule::amount).reversed())
                .toList();
    }

    private static String whose(OwnRule rule, Collection<Payer> payers, Set<UUID> present) {
        if (rule.kind() != OwnRule.Kind.MOST_PEOPLE && rule.kind() != OwnRule.Kind.FEWEST_PEOPLE) {
            return "";
        }
        if (rule.payer() == null) {
            return "Your practice";
        }
        return payers.stream()
                .filter(payer -> payer.id().equals(rule.payer()) && present.contains(payer.id()))
                .map(Payer::name)
                .findFirst()
                .orElse("");
    }

    private static String says(OwnRule rule) {
        return rule.kind() == OwnRule.Kind.MOST_PEOPLE ? " allows " : " wants at least ";
    }

    private static boolean keeps(OwnRule rule, long came) {
        return rule.kind() == OwnRule.Kind.MOST_PEOPLE ? came <= rule.amount() : came >= rule.amount();
    }

    private static String wrongWay(OwnRule rule) {
        return rule.kind() == OwnRule.Kind.MOST_PEOPLE ? " (too many came)" : " (too few came)";
    }
}
