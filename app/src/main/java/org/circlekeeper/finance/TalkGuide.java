package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.circlekeeper.finance.CoverageGap.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What is said in a talk about money with somebody whose payer is of one class, and what may come of it: data of
 * {@code finance/talks.yaml}.
 *
 * @param endedDays so many days after its last day somebody still counts as of this class; zero of most
 * @param paysLast whether it stands behind every other payer
 * @param lines what is said, in order
 * @param rules at least one of each outcome
 */
public record TalkGuide(
        PayerClass payerClass, int endedDays, boolean paysLast, List<Line> lines, Map<Outcome, List<Rule>> rules) {

    public TalkGuide {
        lines = List.copyOf(lines);
        rules = Map.copyOf(rules);
        for (var outcome : Outcome.values()) {
            if (!rules.containsKey(outcome)) {
                throw new IllegalArgumentException(payerClass + " says nothing of " + outcome);
            }
        }
    }

    /**
     * One thing to say.
     *
     * @param about the gaps for which it is said
     * @param source where the rule behind it stands
     * @param from since when it holds
     * @param verified when somebody looked the rule up; null while nobody has
     */
    public record Line(
            String says,
            Set<Kind> about,
            String source,
            LocalDate from,
            @Nullable LocalDate verified) {

        public Line {
            about = Set.copyOf(about);
        }

        /** Whether it is said of this gap, and not of every one. */
        public boolean isOf(Kind gap) {
            return about.contains(gap) && about.size() < Kind.values().length;
        }
    }

    /**
     * Whether something may be agreed.
     *
     * @param open the gaps for which it may; none when it never may
     * @param otherwise the sentence that refuses it; empty when it always may
     * @param basis what has to be written down with it; empty when nothing beyond what the outcome itself needs
     * @param money whether an amount may be agreed
     * @param optOut whether it has to name who opted out of the program, and since when
     */
    public record Rule(
            Set<Kind> open,
            String otherwise,
            String basis,
            boolean money,
            boolean optOut,
            String source,
            @Nullable LocalDate verified) {

        public Rule {
            open = Set.copyOf(open);
        }

        public boolean allows(Kind gap) {
            return open.contains(gap);
        }

        /** Whether it may be agreed even of a payer that pays. */
        boolean isAlways() {
            return open.size() == Kind.values().length;
        }
    }

    /** Of a class. */
    public static TalkGuide of(PayerClass payerClass) {
        return TalkFile.SHIPPED.stream()
                .filter(guide -> guide.payerClass() == payerClass)
                .findFirst()
                .orElseThrow();
    }

    /** What is said about a gap. */
    public List<Line> about(Kind gap) {
        return lines.stream().filter(line -> line.about().contains(gap)).toList();
    }

    /** What may come of a talk about a gap, in the order of the list. */
    public List<Outcome> open(Kind gap) {
        return List.of(Outcome.values()).stream()
                .filter(outcome -> rule(outcome, gap).allows(gap))
                .toList();
    }

    /** The rule of an outcome that is open to the gap, or else the first one, whose sentence refuses it. */
    public Rule rule(Outcome outcome, Kind gap) {
        var all = all(outcome);
        return all.stream().filter(rule -> rule.allows(gap)).findFirst().orElse(all.getFirst());
    }

    /** Whether the class knows the outcome at all. */
    public boolean knows(Outcome outcome) {
        return all(outcome).stream().anyMatch(rule -> !rule.open().isEmpty());
    }

    List<Rule> all(Outcome outcome) {
        var all = rules.get(outcome);
        if (all == null) {
            throw new IllegalStateException("Each outcome has a rule");
        }
        return all;
    }
}
