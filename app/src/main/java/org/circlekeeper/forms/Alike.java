package org.circlekeeper.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether a form asks the same in each of its languages, so that an answer means the same in all. Pure. */
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
        var asked = one.questions().collect(Collectors.toMap(Item.Question::linkId, Function.identity()));
        var answered = other.questions().collect(Collectors.toMap(Item.Question::linkId, Function.identity()));
        one.questions().forEach(question -> {
            var same = answered.get(question.linkId());
            if (same == null) {
                differences.add(
                        "\"" + question.linkId() + "\" is missing" + in + ". Add it there, or take it out here.");
            } else if (!shape(question).equals(shape(same))) {
                differences.add(
                        "\"" + question.linkId() + "\" is answered differently" + in
                                + ": its kind, its codes and scores, whether it is required and when it is shown must be alike.");
            }
        });
        other.questions()
                .filter(question -> !asked.containsKey(question.linkId()))
                .forEach(question -> differences.add(
                        "\"" + question.linkId() + "\" stands only" + in + ". Take it out there, or add it here."));
    }

    /** A question without its words. */
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
