package org.circlekeeper.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.circlekeeper.forms.Filling.Problem;
import org.circlekeeper.forms.plain.OnlyIf;

/**
 * A form as one text to read, with its clauses to mark and its questions, as far as they are shown.
 *
 * @param draft the mark of a text that counsel has not approved; empty when it has
 */
public record DocumentView(
        Language language, String title, String about, String draft, String copyright, List<Part> parts) {

    public DocumentView {
        parts = List.copyOf(parts);
    }

    /** A piece of it. */
    public sealed interface Part {

        /** A heading; level 2 stands right below the title. */
        record Heading(int level, String text) implements Part {}

        record Reading(List<Prose> text) implements Part {
            public Reading {
                text = List.copyOf(text);
            }
        }

        /**
         * A question.
         *
         * @param onlyIf when it is shown, for whoever writes the form; empty for whoever fills it
         */
        record Asked(QuestionView question, String onlyIf) implements Part {}
    }

    static DocumentView of(
            Questionnaire questionnaire,
            Answers answers,
            List<Problem> problems,
            Map<String, String> placeholders,
            boolean draft) {
        var enabled = Filling.enabled(questionnaire, answers);
        return of(
                questionnaire,
                enabled,
                placeholders,
                draft,
                question -> new Part.Asked(
                        QuestionView.of(question, questionnaire.language(), answers, problems, placeholders), ""));
    }

    /** With everything in it, shown at once or not, for whoever writes it. */
    static DocumentView whole(Questionnaire questionnaire, Map<String, String> placeholders, boolean draft) {
        var everything = questionnaire.all().map(Item::linkId).collect(Collectors.toSet());
        var asked =
                questionnaire.questions().collect(Collectors.toMap(Item.Question::linkId, Item.Question::answering));
        var initial = Answers.initial(questionnaire);
        return of(questionnaire, everything, placeholders, draft, question -> {
            var when = question.when();
            return new Part.Asked(
                    QuestionView.of(question, questionnaire.language(), initial, List.of(), placeholders),
                    when == null ? "" : OnlyIf.write(when, asked));
        });
    }

    private static DocumentView of(
            Questionnaire questionnaire,
            Set<String> enabled,
            Map<String, String> placeholders,
            boolean draft,
            Viewing viewing) {
        var parts = new ArrayList<Part>();
        questionnaire.items().forEach(item -> add(item, 2, enabled, parts, viewing, placeholders));
        return new DocumentView(
                questionnaire.language(),
                Placeholders.fill(questionnaire.title(), placeholders),
                Placeholders.fill(questionnaire.about(), placeholders),
                draft ? FormRenderer.draftMark(questionnaire.language()) : "",
                questionnaire.copyright(),
                parts);
    }

    private interface Viewing {
        Part.Asked of(Item.Question question);
    }

    private static void add(
            Item item, int level, Set<String> enabled, List<Part> parts, Viewing viewing, Map<String, String> values) {
        if (!enabled.contains(item.linkId())) {
            return;
        }
        switch (item) {
            case Item.Group group -> {
                parts.add(new Part.Heading(level, Placeholders.fill(group.text(), values)));
                group.items().forEach(one -> add(one, level + 1, enabled, parts, viewing, values));
            }
            case Item.Display display ->
                parts.add(new Part.Reading(Prose.of(Placeholders.fill(display.text(), values))));
            case Item.Question question -> parts.add(viewing.of(question));
        }
    }
}
