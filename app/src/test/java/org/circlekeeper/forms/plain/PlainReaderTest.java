package org.circlekeeper.forms.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.circlekeeper.forms.Answering;
import org.circlekeeper.forms.Fault;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.Item;
import org.circlekeeper.forms.Kind;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Questionnaire;
import org.circlekeeper.forms.Taken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counsel's text as an owner pastes it, with its marks, and what is said of faults in it. */
class PlainReaderTest {

    private static Taken read(String text) {
        return PlainReader.read(text, new FormId("some-form"), Kind.DOCUMENT, Language.EN);
    }

    private static Questionnaire whole(String text) {
        var taken = read(text);
        assertThat(taken).isInstanceOf(Taken.Whole.class);
        return ((Taken.Whole) taken).questionnaire();
    }

    private static String faults(String text) {
        var taken = read(text);
        assertThat(taken).isInstanceOf(Taken.Refused.class);
        return ((Taken.Refused) taken).faults().stream().map(Fault::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void pasted_paragraphs_are_text_and_what_is_marked_is_initialled_or_asked() {
        var form = whole(
                "title: House rules\r\n\r\nThe parties agree:\r\n- to be kind\r\n\r\n\r\n# Privacy\r\n\r\n"
                        + "[initial] I keep it private.\r\nAlways.\r\n\r\n#\r\n\r\n[question pets: yes-no, required] Any pets?\r\n");

        assertThat(form.title()).isEqualTo("House rules");
        assertThat(form.items().stream().map(Item::linkId)).containsExactly("t1", "h1", "pets");
        assertThat(form.all().map(Item::text))
                .containsExactly(
                        "The parties agree:\n- to be kind", "Privacy", "I keep it private.\nAlways.", "Any pets?");
        assertThat(form.question("c1").orElseThrow().answering()).isInstanceOf(Answering.Initials.class);
        assertThat(form.question("c1").orElseThrow().required()).isTrue();
        assertThat(form.question("pets").orElseThrow().answering()).isEqualTo(new Answering.YesNo(null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "title: T\\n\\n[question a]\\nWhat? ~ line 3: It does not say how it is answered",
                "title: T\\n\\nText\\n\\n[question a: yes-no, urgent]\\nWhat? ~ line 5: \"urgent\" is not known there",
                "title: T\\n\\n[question a: choice]\\nWhich? ~ line 3: Give it between 1 and 50 answers",
                "title: T\\n\\n[question a: choice]\\nWhich?\\n- a | b | c ~ line 3: \"- a | b | c\" is no answer",
                "title: T\\n\\n[question a: line]\\nWhat?\\nonly if: sun shines ~ line 3: When it is shown",
                "title: T\\n\\n[question a: line]\\nWhat?\\nonly if: b is yes ~ line 3: It is shown by",
                "title: T\\n\\n[question a: date]\\nWhen?\\nstarts as: soon ~ line 3: What stands there",
                "title: T\\n\\n[initial] ~ line 3: It says nothing",
                "title: T\\n\\n### Deep\\n\\nText ~ line 3: It stands two steps below",
                "title: T\\n\\n# Heading\\nText ~ line 3: A heading is one line",
                "Just text ~ line 1: Begin with title:",
                "title: T ~ It is empty",
                "title: T\\n\\n[question a: line]\\nA?\\n\\n[question a: line]\\nB? ~ line 3: Two parts are called so"
            })
    void a_fault_is_said_with_its_line(String text, String sentence) {
        assertThat(faults(text.replace("\\n", "\n"))).contains(sentence);
    }

    @Test
    void a_text_that_is_too_long_is_refused() {
        assertThat(faults("title: T\n\n" + "x".repeat(PlainReader.LONGEST))).contains("too long");
    }
}
