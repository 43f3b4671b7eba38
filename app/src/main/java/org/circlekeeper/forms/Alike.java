package org.circlekeeper.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a form asks the same in each of its languages, and names the same sums, so that an answer means the same in
 * all. Pure.
 */
final class Alike {

    private Alike() {}

    static List<String> differences(Map<Language, Questionnaire> texts) {
        var differences = new ArrayList<String>();
        var all = List.copyOf(texts.values());
        for (var other : all.subList(Math.min(1, all.size()), all.size())) {
            compare(all.getFirst(), other, differences);
        }
        return differences;
    }

    private static void compare(Questionnaire one, Questionnaire other, List<String> differences) {
        var in = " in the " + other.language().onScreen() + " text";
        var asked = asked(one);
        var answered = asked(other);
        asked.forEach((linkId, shape) -> {
            var same = answered.get(linkId);
            if (same == null) {
                differences.add("\"" + linkId + "\" is missing" + in + ". Add it there, or take it out here.");
            } else if (!shape.equals(same)) {
                differences.add("\"" + linkId + "\" is answered differently" + in
                        + ": its kind, its codes and scores, whether it is required and when it or the heading above it is"
                        + " shown must be alike.");
            }
        });
        answered.keySet().stream()
                .filter(linkId -> !asked.containsKey(linkId))
                .forEach(linkId -> differences.add(
                        "\"" + linkId + "\" stands only" + in + ". Take it out there, or add it here."));
        if (!sums(one).equals(sums(other))) {
            differences.add("The sums that have a name are others" + in + ". Let each name begin and end with the same"
                    + " points in both.");
        }
    }

    /**
     * What is asked, without its words.
     *
     * @param above when each heading above it is shown, as far as one is not always shown
     */
    private record Shape(List<When> above, Item.Question question) {}

    private static Map<String, Shape> asked(Questionnaire questionnaire) {
        var asked = new LinkedHashMap<String, Shape>();
        questionnaire.items().forEach(item -> ask(item, List.of(), asked));
        return asked;
    }

    private static void ask(Item item, List<When> above, Map<String, Shape> asked) {
        switch (item) {
            case Item.Group group -> {
                var within = new ArrayList<>(above);
                var when = group.when();
                if (when != null) {
                    within.add(when);
                }
                group.items().forEach(one -> ask(one, List.copyOf(within), asked));
            }
            case Item.Question question -> asked.put(question.linkId(), new Shape(above, shape(question)));
            case Item.Display _ -> {}
        }
    }

    private static List<Questionnaire.Band> sums(Questionnaire questionnaire) {
        return questionnaire.bands().stream()
                .map(band -> new Questionnaire.Band(band.from(), band.to(), ""))
                .toList();
    }

    private static Item.Question shape(Item.Question question) {
        return new Item.Question(
                question.linkId(), "", question.when(), question.required(), "", shape(question.answering()));
    }

    private static Answering shape(Answering answering) {
        return switch (answering) {
            case Answering.Choice choice ->
                new Answering.Choice(
                        choice.options().stream()
                                .map(option -> new Answering.Option(option.code(), "", option.score()))
                                .toList(),
                        choice.open(),
                        choice.initial(),
                        choice.crisis());
            case Answering.Words words -> new Answering.Words(words.lines(), words.most(), "");
            case Answering.Initials _, Answering.YesNo _, Answering.Day _, Answering.Whole _, Answering.File _ ->
                answering;
        };
    }
}
