package org.circlekeeper.roster.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.roster.Criterion;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Joining;
import org.circlekeeper.roster.OwnFeeForm;

/**
 * Everything the page of the kinds of groups shows.
 *
 * @param form the form that was sent and could not be read, or a blank one
 */
public record KindPage(List<Card> cards, Filled form) {

    /** When somebody may join, to choose from. */
    public static final List<Choice> JOININGS = Arrays.stream(Joining.values())
            .map(joining -> new Choice(joining.name(), sentence(joining.onScreen())))
            .toList();

    /** What may be looked at. */
    public static final List<Choice> LOOKED_AT = Arrays.stream(Criterion.Kind.values())
            .map(kind -> new Choice(kind.name(), kind.onScreen()))
            .toList();

    /** Whom a sentence is about. */
    public static final List<Choice> SIDES = List.of(new Choice("for", "Is for"), new Choice("not", "Is not for"));

    /**
     * One kind.
     *
     * @param used how many groups are of it, in words
     * @param stays what speaks against removing it; empty when nothing does
     * @param groups its groups, to choose one from
     * @param fees what it charges of its own
     */
    public record Card(
            Groups.Type type,
            String used,
            String stays,
            List<Line> isFor,
            List<Line> isNotFor,
            List<Choice> groups,
            List<OwnFeeForm.Line> fees) {

        public String path() {
            return "/groups/kinds/" + type.id();
        }

        public String joining() {
            return sentence(type.joining().onScreen());
        }
    }

    /** One sentence about whom it is for; {@code how} says who looks at it. */
    public record Line(UUID id, String says, String how) {}

    public Filled newForm() {
        return named(
                "kind",
                Filled.blank("kind")
                        .with("code", "90853")
                        .with("joining", Joining.OPEN.name())
                        .with("screened", "yes"));
    }

    public Filled kindForm(Card card) {
        var type = card.type();
        var name = "kind-" + type.id();
        return named(
                name,
                Filled.blank(name)
                        .with("name", type.name())
                        .with("code", type.code())
                        .with("joining", type.joining().name())
                        .with("population", type.population())
                        .with("notice", type.noticeDays() == 0 ? null : type.noticeDays())
                        .with("part2", type.part2() ? "yes" : null)
                        .with("families", type.families() ? "yes" : null)
                        .with("screened", type.screened() ? "yes" : null));
    }

    public Filled feeForm(Card card) {
        var name = "fee-" + card.type().id();
        return named(name, Filled.blank(name));
    }

    public Filled criterionForm(Card card) {
        var name = "criterion-" + card.type().id();
        return named(name, Filled.blank(name));
    }

    private Filled named(String name, Filled fresh) {
        return form.name().equals(name) ? form : fresh;
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
