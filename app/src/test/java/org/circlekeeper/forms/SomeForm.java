package org.circlekeeper.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.circlekeeper.forms.fhir.QuestionnaireWriter;
import org.circlekeeper.forms.plain.PlainReader;
import org.circlekeeper.terms.Sha256;

/** Forms for tests, written as an owner writes them. */
public final class SomeForm {

    public static final FormId ID = new FormId("some-form");
    public static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    public static final Map<String, String> NOTHING = Map.of();

    private SomeForm() {}

    /** A questionnaire in English; the title is written for it. */
    public static Questionnaire of(String body) {
        return in(Language.EN, body);
    }

    public static Questionnaire in(Language language, String body) {
        var taken = PlainReader.read("title: Some form\n\n" + body, ID, Kind.DOCUMENT, language);
        assertThat(taken).isInstanceOf(Taken.Whole.class);
        return ((Taken.Whole) taken).questionnaire();
    }

    public static FormVersion version(Questionnaire questionnaire) {
        var json = QuestionnaireWriter.write(questionnaire, 1);
        return new FormVersion(questionnaire.form(), 1, questionnaire, json, Sha256.hex(json), null);
    }
}
