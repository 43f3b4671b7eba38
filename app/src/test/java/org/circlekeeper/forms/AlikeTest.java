package org.circlekeeper.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two languages of one form ask the same, or it is said where they do not. */
class AlikeTest {

    private static final String ASKED = "[question a: yes-no]\n%s?\n\n# %s%s\n\n[question b: line, required]\n%s?";

    private static List<String> differences(Questionnaire english, Questionnaire spanish) {
        var texts = new EnumMap<Language, Questionnaire>(Language.class);
        texts.put(Language.EN, english);
        texts.put(Language.ES, spanish);
        return Alike.differences(texts);
    }

    private static Questionnaire english(String onlyIf) {
        return SomeForm.of(ASKED.formatted("Pets", "Them", onlyIf, "Names"));
    }

    private static Questionnaire spanish(String onlyIf) {
        return SomeForm.in(Language.ES, ASKED.formatted("Mascotas", "Ellas", onlyIf, "Nombres"));
    }

    @Test
    void other_words_are_no_difference() {
        assertThat(differences(english(""), spanish(""))).isEmpty();
        assertThat(differences(english("\nonly if: a is yes"), spanish("\nonly if: a is yes")))
                .isEmpty();
    }

    @Test
    void a_heading_that_hides_a_question_in_one_language_alone_is_told() {
        assertThat(differences(english(""), spanish("\nonly if: a is yes")))
                .singleElement()
                .asString()
                .contains("\"b\" is answered differently in the Spanish text");
    }

    @Test
    void sums_whose_names_begin_or_end_elsewhere_are_told() {
        var form = english("");
        var other = spanish("");

        assertThat(differences(sums(form, 10, 14, "Moderate"), sums(other, 10, 14, "Moderada")))
                .isEmpty();
        assertThat(differences(sums(form, 10, 14, "Moderate"), sums(other, 10, 19, "Moderada")))
                .singleElement()
                .asString()
                .contains("The sums that have a name");
    }

    private static Questionnaire sums(Questionnaire form, int from, int to, String label) {
        return new Questionnaire(
                form.form(),
                form.kind(),
                form.language(),
                form.title(),
                form.about(),
                form.copyright(),
                List.of(new Questionnaire.Band(from, to, label)),
                form.items());
    }
}
