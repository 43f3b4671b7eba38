package org.circlekeeper.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.circlekeeper.forms.Filling.Problem;

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

        record Asked(QuestionView question) implements Part {}
    }

    static DocumentView of(
            Questionnaire questionnaire,
            Answers answers,
            List<Problem> problems,
            Map<String, String> placeholders,
            boolean draft) {
        var language = questionnaire.language();
        var parts = new ArrayList<Part>();
        var enabled = Filling.enabled(questionnaire, answers);
        questionnaire
                .items()
                .forEach(item -> add(
                        item,
                        2,
                        enabled,
                        parts,
                        question -> QuestionView.of(question, language, answers, problems, placeholders),
                        placeholders));
        return new DocumentView(
                language,
                Placeholders.fill(questionnaire.title(), placeholders),
                Placeholders.fill(questionnaire.about(), placeholders),
                draft ? FormRenderer.draftMark(language) : "",
                questionnaire.copyright(),
                parts);
    }

    private interface Viewing {
        QuestionView of(Item.Question question);
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
            case Item.Question question -> parts.add(new Part.Asked(viewing.of(question)));
        }
    }
}
