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
 * @param lines what is said, in order
 * @param rules one of each outcome
 */
public record TalkGuide(PayerClass payerClass, List<Line> lines, Map<Outcome, Rule> rules) {

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
    }

    /**
     * Whether something may be agreed.
     *
     * @param open the gaps for which it may; none when it never may
     * @param otherwise the sentence that refuses it; empty when it always may
     * @param basis what has to be written down with it; empty when nothing beyond what the outcome itself needs
     */
    public record Rule(
            Set<Kind> open,
            String otherwise,
            String basis,
            String source,
            @Nullable LocalDate verified) {

        public Rule {
            open = Set.copyOf(open);
        }

        public boolean allows(Kind gap) {
            return open.contains(gap);
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
                .filter(outcome -> rule(outcome).allows(gap))
                .toList();
    }

    public Rule rule(Outcome outcome) {
        var rule = rules.get(outcome);
        if (rule == null) {
            throw new IllegalStateException("Each outcome has a rule");
        }
        return rule;
    }
}
