package org.circlekeeper.forms;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.forms.Filling.Problem;
import org.circlekeeper.terms.Sha256;

/**
 * Makes of a form and its answers what somebody sees: a whole paper, one question, or a text to read and mark. Pure.
 */
public final class FormRenderer {

    private FormRenderer() {}

    /**
     * What stands on a paper beside its text.
     *
     * @param day the practice's local day on which it is made
     */
    public record Facts(String practice, String member, LocalDate day) {}

    /** A paper, or why there is none. */
    public sealed interface Paper {

        /**
         * One XHTML document that needs nothing else.
         *
         * @param sha256 of its bytes in UTF-8
         */
        record Whole(String xhtml, String sha256) implements Paper {}

        /** The names of places for which there is no value: nothing is signed with a gap in it. */
        record Refused(List<String> missing) implements Paper {
            public Refused {
                missing = List.copyOf(missing);
            }

            /** In a sentence for staff. */
            public String sentence() {
                return "The paper leaves a place for " + String.join(", ", missing)
                        + ", and nothing is known to put there. Fill it in on the page of papers and forms, or take the place"
                        + " out of the text.";
            }
        }
    }

    /**
     * The exact paper with what was answered: the same version, answers, values and facts give the same bytes. A
     * question that is not answered says so, and leaves no place to write.
     *
     * @param placeholders what is put in where the text leaves a place; {@link Placeholders#OF_PAPER} need not be among
     *     them
     */
    public static Paper paper(FormVersion version, Answers answers, Map<String, String> placeholders, Facts facts) {
        return paper(version, Optional.of(answers), placeholders, facts);
    }

    /**
     * The same paper for whoever reads what was handed in, with the sum of its answers below them: whoever filled it in
     * is not shown a number. A paper without a sum stays as it is.
     */
    public static String withSum(Paper.Whole paper, FormVersion version, Answers answers) {
        return Scores.of(version.questionnaire(), answers)
                .inWords(version.language())
                .map(sum -> PaperWriter.withSum(paper.xhtml(), sum))
                .orElse(paper.xhtml());
    }

    /** A sheet to be filled in by hand, with every question on it; else like a paper. */
    public static Paper sheet(FormVersion version, Map<String, String> placeholders, Facts facts) {
        return paper(version, Optional.empty(), placeholders, facts);
    }

    private static Paper paper(
            FormVersion version, Optional<Answers> answers, Map<String, String> placeholders, Facts facts) {
        var values = new HashMap<>(placeholders);
        values.put("practice_name", facts.practice());
        values.put("member_name", facts.member());
        values.put("day", Days.say(facts.day(), version.language()));
        var missing = Placeholders.missing(version.questionnaire(), values);
        if (!missing.isEmpty()) {
            return new Paper.Refused(missing);
        }
        var xhtml = PaperWriter.write(version, answers, values, facts);
        return new Paper.Whole(xhtml, Sha256.hex(xhtml));
    }

    /**
     * One question, for the template {@code org.circlekeeper.forms.question}.
     *
     * @param problems what {@link Filling#check} said, if the answer was sent already; else none
     */
    public static QuestionView question(
            Item.Question question,
            Language language,
            Answers answers,
            List<Problem> problems,
            Map<String, String> placeholders) {
        return QuestionView.of(question, language, answers, problems, placeholders);
    }

    /** What is read on a page before its question, for the template {@code org.circlekeeper.forms.reads}. */
    public static List<DocumentView.Part> reads(FormPage page, Map<String, String> placeholders) {
        return page.reads().stream().map(read -> part(read, placeholders)).toList();
    }

    private static DocumentView.Part part(FormPage.Read read, Map<String, String> placeholders) {
        var text = Placeholders.fill(read.text(), placeholders);
        return switch (read) {
            case FormPage.Read.Heading heading -> new DocumentView.Part.Heading(heading.level(), text);
            case FormPage.Read.Text _ -> new DocumentView.Part.Reading(Prose.of(text));
        };
    }

    /** The whole text with its questions, as far as they are shown, for the template {@code …forms.document}. */
    public static DocumentView document(
            Questionnaire questionnaire,
            Answers answers,
            List<Problem> problems,
            Map<String, String> placeholders,
            boolean draft) {
        return DocumentView.of(questionnaire, answers, problems, placeholders, draft);
    }

    /** The whole text with everything that ever is shown, and when: for whoever writes it. */
    public static DocumentView whole(Questionnaire questionnaire, Map<String, String> placeholders, boolean draft) {
        return DocumentView.whole(questionnaire, placeholders, draft);
    }

    /** What stands on each page of a form that counsel has not approved. */
    public static String draftMark(Language language) {
        return language.say(
                "Draft for your counsel. No lawyer has approved this text yet.",
                "Borrador para su asesor legal. Ningún abogado ha aprobado todavía este texto.");
    }
}
