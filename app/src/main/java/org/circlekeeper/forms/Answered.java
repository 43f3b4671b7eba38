package org.circlekeeper.forms;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether one answer is one, and if not, the sentence beside the question. Pure. */
final class Answered {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
    private static final int MOST_NUMBER = 1_000_000_000;
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private Answered() {}

    static Optional<String> problem(Item.Question question, Answers answers, Language language) {
        var answer = answers.value(question.linkId());
        return answer.isPresent()
                ? wrong(question.answering(), answer.get(), language)
                : Optional.of(missing(question.answering(), language)).filter(_ -> question.required());
    }

    static String unknown(Language language) {
        return language.say(
                "This question is not on the form. Load the page again; your other answers are kept.",
                "Esta pregunta no está en el formulario. Vuelva a cargar la página; sus otras respuestas se guardan.");
    }

    private static String missing(Answering answering, Language language) {
        return switch (answering) {
            case Answering.Initials _ ->
                language.say(
                        "Read this part and mark it. If you do not agree, ask us about it before you sign.",
                        "Lea esta parte y márquela. Si no está de acuerdo, pregúntenos antes de firmar.");
            case Answering.YesNo _, Answering.Choice _ -> language.say("Choose an answer.", "Elija una respuesta.");
            case Answering.Words _ -> language.say("Write an answer.", "Escriba una respuesta.");
            case Answering.Day _ -> language.say("Enter the date.", "Escriba la fecha.");
            case Answering.Whole _ -> language.say("Write a number.", "Escriba un número.");
            case Answering.File _ -> language.say("Add the picture or file.", "Agregue la foto o el archivo.");
        };
    }

    private static Optional<String> wrong(Answering answering, String answer, Language language) {
        return switch (answering) {
            case Answering.Initials _ -> when(!answer.equals("true"), missing(answering, language));
            case Answering.YesNo _ ->
                when(!answer.equals("true") && !answer.equals("false"), missing(answering, language));
            case Answering.Choice choice -> wrong(choice, answer, language);
            case Answering.Words words -> wrong(words, answer, language);
            case Answering.Day _ ->
                when(
                        !isDay(answer),
                        language.say(
                                "Enter the whole date: month, day and a year with four digits.",
                                "Escriba la fecha completa: mes, día y un año de cuatro cifras."));
            case Answering.Whole _ ->
                when(
                        !isWhole(answer),
                        language.say("Write a whole number, as in 12.", "Escriba un número entero, como 12."));
            case Answering.File _ ->
                when(
                        !FILE.matcher(answer).matches(),
                        language.say("Add the file again.", "Agregue el archivo otra vez."));
        };
    }

    private static Optional<String> wrong(Answering.Choice choice, String answer, Language language) {
        if (choice.option(answer).isPresent()) {
            return Optional.empty();
        }
        if (Answers.Twofold.of(choice, answer).isPresent()) {
            return Optional.of(
                    language.say(
                            "You chose an answer and wrote words of your own. Empty the words, or choose \"Something else\".",
                            "Eligió una respuesta y también escribió palabras propias. Borre las palabras o elija \"Otra cosa\"."));
        }
        return choice.open()
                ? wrong(new Answering.Words(false, Answering.Words.LINE, ""), answer, language)
                : Optional.of(language.say("Choose one of the answers.", "Elija una de las respuestas."));
    }

    private static Optional<String> wrong(Answering.Words words, String answer, Language language) {
        if (answer.codePointCount(0, answer.length()) > words.most()) {
            return Optional.of(language.say(
                    "Shorten it: " + words.most() + " characters are the most.",
                    "Acórtelo: el máximo son " + words.most() + " caracteres."));
        }
        return when(
                !isWritten(answer, words.lines()),
                language.say(
                        "Something in it is no letter or sign. Write it again by hand.",
                        "Algo en el texto no es una letra ni un signo. Escríbalo otra vez a mano."));
    }

    /** No control characters but the ends of lines, where there may be lines; no half of a pair. */
    private static boolean isWritten(String answer, boolean lines) {
        return answer.codePoints()
                .allMatch(c -> (lines && (c == '\n' || c == '\t'))
                        || (!Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE));
    }

    private static boolean isDay(String answer) {
        try {
            var day = LocalDate.parse(answer);
            return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
        } catch (DateTimeParseException noDay) {
            return false;
        }
    }

    private static boolean isWhole(String answer) {
        try {
            return Math.abs((long) Integer.parseInt(answer)) <= MOST_NUMBER;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private static Optional<String> when(boolean wrong, String sentence) {
        return wrong ? Optional.of(sentence) : Optional.empty();
    }
}
