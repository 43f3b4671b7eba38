package org.circlekeeper.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.stream.LongStream;
import org.circlekeeper.forms.fhir.QuestionnaireReader;
import org.circlekeeper.forms.fhir.QuestionnaireWriter;
import org.circlekeeper.forms.plain.PlainReader;
import org.circlekeeper.forms.plain.PlainWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written of a form is read as the same form again, as FHIR and as plain text. */
class RoundTripTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_item_of_the_subset_comes_back_from_json_and_from_plain_text(long seed) {
        var form = AnyForm.of(seed);
        assertThat(Soundness.check(form)).isEmpty();

        var json = QuestionnaireWriter.write(form, 3);
        assertThat(fromJson(form, json)).isEqualTo(form);
        assertThat(QuestionnaireWriter.write(fromJson(form, json), 3)).isEqualTo(json);

        var plain = PlainWriter.write(form);
        assertThat(fromPlain(form, plain)).as(plain).isEqualTo(form);
    }

    /** The seeds are worth something only if they make everything that there is. */
    @Test
    void the_seeds_make_every_item_every_answering_and_every_comparison() {
        var made = new HashSet<Object>();
        seeds().mapToObj(AnyForm::of).flatMap(Questionnaire::all).forEach(item -> {
            made.add(item.getClass());
            if (item instanceof Item.Question question) {
                made.add(question.answering().getClass());
            }
            var when = item.when();
            if (when != null) {
                made.add(when.all());
                when.conditions().forEach(condition -> made.add(condition.operator()));
            }
        });
        assertThat(made).hasSize(3 + 7 + 2 + When.Operator.values().length);
    }

    private static Questionnaire fromJson(Questionnaire form, String json) {
        return whole(QuestionnaireReader.read(json.getBytes(StandardCharsets.UTF_8), form.form(), form.kind()));
    }

    private static Questionnaire fromPlain(Questionnaire form, String plain) {
        return whole(PlainReader.read(plain, form.form(), form.kind(), form.language()));
    }

    private static Questionnaire whole(Taken taken) {
        assertThat(taken).isInstanceOf(Taken.Whole.class);
        return ((Taken.Whole) taken).questionnaire();
    }
}
