package org.circlekeeper.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.forms.Answering.Choice;
import org.circlekeeper.forms.Answering.Option;
import org.circlekeeper.forms.Filling.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One question as a page shows it, in the language of the form. Its field is named by its link id; for other words
 * there is a second one ({@link Answers#OTHER_FIELD}). {@link Answers#typed} reads both.
 *
 * @param label the question, laid out
 * @param help empty when there is none
 * @param wrong the sentence beside the field; null when nothing is wrong
 * @param value what was answered, empty when nothing was
 */
public record QuestionView(
        String linkId,
        Language language,
        List<Prose> label,
        String help,
        @Nullable String wrong,
        boolean required,
        Answering answering,
        String value) {

    static QuestionView of(
            Item.Question question,
            Language language,
            Answers answers,
            List<Problem> problems,
            Map<String, String> placeholders) {
        var wrong = problems.stream()
                .filter(problem -> problem.linkId().equals(question.linkId()))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
        return new QuestionView(
                question.linkId(),
                language,
                Prose.of(Placeholders.fill(question.text(), placeholders)),
                Placeholders.fill(question.help(), placeholders),
                wrong,
                question.required(),
                question.answering(),
                answers.value(question.linkId()).orElse(""));
    }

    /** How the field is shown. */
    public enum Field {
        MARK,
        CHOICE,
        LINE,
        LINES,
        DAY,
        NUMBER,
        FILE
    }

    public Field field() {
        return switch (answering) {
            case Answering.Initials _ -> Field.MARK;
            case Answering.YesNo _, Choice _ -> Field.CHOICE;
            case Answering.Words words -> words.lines() ? Field.LINES : Field.LINE;
            case Answering.Day _ -> Field.DAY;
            case Answering.Whole _ -> Field.NUMBER;
            case Answering.File _ -> Field.FILE;
        };
    }

    /** What there is to choose. */
    public List<Option> options() {
        return switch (answering) {
            case Answering.YesNo _ ->
                List.of(new Option("true", language.say("Yes", "Sí"), null), new Option("false", "No", null));
            case Choice choice -> choice.options();
            case Answering _ -> List.of();
        };
    }

    public boolean isOpen() {
        return answering instanceof Choice choice && choice.open();
    }

    /** Whether this code is ticked. */
    public boolean isTicked(String code) {
        return twofold().map(Answers.Twofold::ticked).orElse(value).equals(code);
    }

    /** Whether the tick for words of their own is set. */
    public boolean isOther() {
        return twofold().isEmpty() && !other().isEmpty();
    }

    /** What was written instead of choosing, or beside a choice; empty when an option alone was chosen. */
    public String other() {
        return isOpen() && options().stream().noneMatch(option -> option.code().equals(value))
                ? twofold().map(Answers.Twofold::words).orElse(value)
                : "";
    }

    private Optional<Answers.Twofold> twofold() {
        return answering instanceof Choice choice ? Answers.Twofold.of(choice, value) : Optional.empty();
    }

    public int most() {
        return answering instanceof Answering.Words words ? words.most() : Answering.Words.LINE;
    }

    /** An id for the page: link ids may hold what ids may not. */
    public String id(String part) {
        return "f-" + linkId.replaceAll("[^A-Za-z0-9_-]", "_") + "-" + part;
    }

    /** What describes the field to whoever cannot see it; null when nothing does. */
    public @Nullable String describedBy() {
        var ids = new ArrayList<String>();
        if (wrong != null) {
            ids.add(id("wrong"));
        }
        if (!help.isEmpty()) {
            ids.add(id("help"));
        }
        if (!required) {
            ids.add(id("optional"));
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    public String markWords() {
        return language.say(
                "I have read this part. My mark counts as my initials.",
                "He leído esta parte. Mi marca vale como mis iniciales.");
    }

    public String optionalWords() {
        return language.say("You may leave this empty.", "Puede dejarlo en blanco.");
    }

    public String nothingWords() {
        return language.say("No answer", "Sin respuesta");
    }

    public String otherWords() {
        return language.say("Something else", "Otra cosa");
    }

    public String otherLabel() {
        return language.say("In your own words", "En sus propias palabras");
    }

    /** Where a telephone offers its pictures alone, this field opens the camera. */
    public String photoWords() {
        return language.say("Or take a photo now", "O tome una foto ahora");
    }

    public String keptWords() {
        return language.say(
                "A file is kept. Choose another to replace it.", "Hay un archivo guardado. Elija otro para cambiarlo.");
    }
}
