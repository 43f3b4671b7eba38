package org.circlekeeper.forms;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills a form: what is shown, what is wrong, and in which order one question after another is asked. Pure. */
public final class Filling {

    private Filling() {}

    /** Why an answer cannot stay, in the language of the form. */
    public record Problem(String linkId, String sentence) {}

    /** The link ids of what is shown. An item below one that is not shown is not shown either. */
    public static Set<String> enabled(Questionnaire questionnaire, Answers answers) {
        var enabled = new LinkedHashSet<String>();
        var questions = new HashMap<String, Item.Question>();
        questionnaire.questions().forEach(one -> questions.put(one.linkId(), one));
        enable(questionnaire.items(), questions, answers, enabled);
        return enabled;
    }

    private static void enable(
            List<Item> items, Map<String, Item.Question> questions, Answers answers, Set<String> enabled) {
        for (var item : items) {
            if (holds(item.when(), questions, answers, enabled)) {
                enabled.add(item.linkId());
                if (item instanceof Item.Group group) {
                    enable(group.items(), questions, answers, enabled);
                }
            }
        }
    }

    private static boolean holds(
            @Nullable When when, Map<String, Item.Question> questions, Answers answers, Set<String> enabled) {
        if (when == null) {
            return true;
        }
        var conditions = when.conditions().stream();
        return when.all()
                ? conditions.allMatch(one -> holds(one, questions, answers, enabled))
                : conditions.anyMatch(one -> holds(one, questions, answers, enabled));
    }

    /**
     * What was answered to a question that is no longer shown counts as not answered. Without an answer {@code !=}
     * holds: it says that no answer is equal (FHIR R4, code system questionnaire-enable-operator, 4.0.1).
     */
    private static boolean holds(
            When.Condition condition, Map<String, Item.Question> questions, Answers answers, Set<String> enabled) {
        var answer = answers.value(condition.question()).filter(_ -> enabled.contains(condition.question()));
        if (condition.operator() == When.Operator.EXISTS) {
            return answer.isPresent() == Boolean.parseBoolean(condition.value());
        }
        var question = questions.get(condition.question());
        return answer.isEmpty()
                ? condition.operator() == When.Operator.NOT_EQUAL
                : question != null && compares(question.answering(), condition, answer.get());
    }

    /** An answer that cannot be read is not equal to anything, and neither before nor behind it. */
    private static boolean compares(Answering answering, When.Condition condition, String answer) {
        try {
            int compared = switch (answering) {
                case Answering.Day _ -> LocalDate.parse(answer).compareTo(LocalDate.parse(condition.value()));
                case Answering.Whole _ ->
                    Integer.compare(Integer.parseInt(answer), Integer.parseInt(condition.value()));
                case Answering.Initials _, Answering.YesNo _, Answering.Choice _, Answering.Words _, Answering.File _ ->
                    answer.compareTo(condition.value());
            };
            return condition.operator().holds(compared);
        } catch (DateTimeParseException | NumberFormatException unreadable) {
            return condition.operator() == When.Operator.NOT_EQUAL;
        }
    }

    /** Everything that keeps these answers from being whole, in the order of the form. */
    public static List<Problem> check(Questionnaire questionnaire, Answers answers) {
        var problems = new ArrayList<Problem>();
        var enabled = enabled(questionnaire, answers);
        questionnaire
                .questions()
                .filter(one -> enabled.contains(one.linkId()))
                .forEach(question -> Answered.problem(question, answers, questionnaire.language())
                        .ifPresent(sentence -> problems.add(new Problem(question.linkId(), sentence))));
        answers.values().keySet().stream()
                .filter(linkId -> questionnaire.question(linkId).isEmpty())
                .forEach(linkId -> problems.add(new Problem(linkId, Answered.unknown(questionnaire.language()))));
        return List.copyOf(problems);
    }

    /** The answers that count: those to questions that are shown. */
    public static Answers shown(Questionnaire questionnaire, Answers answers) {
        var enabled = enabled(questionnaire, answers);
        var values = new LinkedHashMap<String, String>();
        questionnaire
                .questions()
                .map(Item.Question::linkId)
                .filter(enabled::contains)
                .forEach(linkId -> answers.value(linkId).ifPresent(value -> values.put(linkId, value)));
        return new Answers(values);
    }

    /** The form as a telephone shows it, one question after another, as far as these answers show them. */
    public static List<FormPage> pages(Questionnaire questionnaire, Answers answers) {
        return FormPage.of(questionnaire, enabled(questionnaire, answers));
    }
}
