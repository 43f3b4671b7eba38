package org.circlekeeper.practice.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.practice.RuleShelf.ShownRule;

/**
 * Everything the page of one payer shows.
 *
 * @param one whether it is one payer, or the rules for every payer
 * @param order the standing order in force, as a sentence; empty when there is none
 */
public record PayerPage(
        String path,
        String name,
        String says,
        boolean one,
        List<Rule> rules,
        List<ShownRule> shelf,
        List<Leader> leaders,
        String order,
        List<Choice> kinds,
        List<Choice> leaderChoices,
        LocalDate today,
        Filled form) {

    /** A rule of the practice's own. */
    public record Rule(UUID id, String says, String days, String source, String checked, boolean open) {}

    /** Whether the payer knows a leader, and everything recorded about that. */
    public record Leader(String name, Known known, List<String> said) {}

    public Filled ruleForm() {
        return named("rule", Filled.blank("rule").with("from", today.withDayOfYear(1)));
    }

    public Filled endForm(Rule rule) {
        var name = "end-" + rule.id();
        return named(name, Filled.blank(name).with("last", today));
    }

    /** What is known of such payers: what holds claims back, or what is only usual. */
    public List<ShownRule> shelf(boolean usual) {
        return shelf.stream().filter(rule -> rule.usual() == usual).toList();
    }

    public Filled enrolmentForm() {
        return named("enrolment", Filled.blank("enrolment").with("from", today));
    }

    private Filled named(String name, Filled fresh) {
        return form.name().equals(name) ? form : fresh;
    }
}
