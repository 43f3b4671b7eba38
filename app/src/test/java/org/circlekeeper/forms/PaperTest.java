package org.circlekeeper.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.forms.SomeForm.DAY;
import static org.circlekeeper.forms.SomeForm.NOTHING;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.circlekeeper.forms.FormRenderer.Facts;
import org.circlekeeper.forms.FormRenderer.Paper;
import org.circlekeeper.terms.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The paper that is printed and hashed: well-formed, whole, the same again, and nothing in it runs. */
class PaperTest {

    private static final String ATTACK = "</style><script>alert(1)</script><img src=x onerror='a()'>]]>&\"";

    private static String paper(Questionnaire form, Answers answers, Map<String, String> values, Facts facts) {
        var paper = FormRenderer.paper(SomeForm.version(form), answers, values, facts);
        assertThat(paper).isInstanceOf(Paper.Whole.class);
        var whole = (Paper.Whole) paper;
        assertThat(whole.sha256()).isEqualTo(Sha256.hex(whole.xhtml()));
        return whole.xhtml();
    }

    private static Facts facts(String member) {
        return new Facts("Any Practice", member, DAY);
    }

    private static Document read(String xhtml) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xhtml)));
        } catch (Exception notWellFormed) {
            throw new AssertionError(xhtml, notWellFormed);
        }
    }

    @Test
    void any_form_makes_a_well_formed_paper_and_the_same_one_again() {
        for (long seed = 1; seed <= 150; seed++) {
            var form = AnyForm.of(seed);
            var answers = Answers.initial(form).with("id1", ATTACK);
            var first = paper(form, answers, NOTHING, facts("Ana"));
            read(first);
            assertThat(paper(form, answers, NOTHING, facts("Ana"))).isEqualTo(first);
        }
    }

    @Test
    void nothing_that_comes_from_outside_is_taken_for_more_than_text() {
        var form = SomeForm.of("# " + ATTACK + "\n\n" + ATTACK + "\n\n[question a: words]\n" + ATTACK + " {{own}}\n\n"
                + "[question b: choice or words]\nWhich?\n- x | " + ATTACK);
        var xhtml = paper(
                form,
                Answers.none().with("a", ATTACK).with("b", ATTACK),
                Map.of("own", ATTACK),
                new Facts(ATTACK, ATTACK, DAY));

        assertThat(read(xhtml).getElementsByTagName("script").getLength()).isZero();
        assertThat(read(xhtml).getElementsByTagName("img").getLength()).isZero();
        assertThat(read(xhtml).getElementsByTagName("style").getLength()).isOne();
        assertThat(read(xhtml).getDocumentElement().getTextContent()).contains("alert(1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"عائشة بنت محمد", "שלום רב", "Zoë Nuñez-Łukasz", "王小明", "さくら 김민준", "अनन्या", "👩‍👩‍👧"})
    void a_name_of_any_script_stands_on_it_in_its_own_direction(String name) {
        var form = SomeForm.of("[question a: line]\nYour name?");
        var xhtml = paper(form, Answers.none().with("a", name), NOTHING, facts(name));

        assertThat(xhtml).contains("<bdi>" + name + "</bdi>", "dir=\"auto\">" + name + "</p>");
        read(xhtml);
    }

    @Test
    void what_xml_forbids_is_left_out() {
        var xhtml = paper(SomeForm.of("Read this."), Answers.none(), NOTHING, facts("A\u0000n\u0008a\uFFFE \uD800"));

        read(xhtml);
        assertThat(xhtml).contains("<bdi>Ana </bdi>");
    }

    @Test
    void a_paper_with_a_gap_is_refused_and_the_gap_is_named() {
        var form = SomeForm.of("Call {{practice_phone}} or {{ privacy_contact }}, {{member_name}}.");
        var paper = FormRenderer.paper(
                SomeForm.version(form),
                Answers.none(),
                Map.of("practice_phone", "217-555-0142", "privacy_contact", " "),
                facts("Ana"));

        assertThat(paper).isInstanceOfSatisfying(Paper.Refused.class, refused -> {
            assertThat(refused.missing()).containsExactly("privacy_contact");
            assertThat(refused.sentence()).contains("privacy_contact");
        });
    }

    /** A member called like a place gets nothing of the practice's into their name. */
    @Test
    void what_is_put_in_is_not_filled_again() {
        var form = SomeForm.of("Dear {{member_name}}.");

        assertThat(paper(form, Answers.none(), Map.of("secret", "hidden"), facts("{{secret}} $1 \\")))
                .contains("Dear {{secret}} $1 \\.")
                .doesNotContain("hidden");
    }

    @Test
    void what_is_not_shown_does_not_stand_on_it_and_a_sheet_for_a_pen_has_everything() {
        var form = SomeForm.of("[question a: yes-no]\nPets?\n\n[question b: line]\nTheir name?\nonly if: a is yes");

        assertThat(paper(form, Answers.none().with("a", "false"), NOTHING, facts("Ana")))
                .contains("[X] No", "[ ] Yes")
                .doesNotContain("Their name?");
        var sheet = (Paper.Whole) FormRenderer.sheet(SomeForm.version(form), NOTHING, facts("Ana"));
        assertThat(sheet.xhtml()).contains("[ ] No", "Their name?", "If it applies to you.", "class=\"line\"");
    }

    /** Nobody writes into it after it was signed. */
    @Test
    void a_paper_without_an_answer_says_so_and_leaves_no_place_to_write() {
        var form = SomeForm.of("[question a: yes-no]\nPets?\n\n[question b: line]\nTheir name?\nonly if: a is yes\n\n"
                + "[initial c: optional] I read it.\n\n[question d: line]\nElse?\n\n"
                + "[question e: choice or words]\nWhich?\n- x | The x");

        assertThat(paper(form, Answers.none(), NOTHING, facts("Ana")))
                .contains("Not answered", "Not initialled")
                .doesNotContain("Their name?", "If it applies to you.", "class=\"line\"", "____");
    }

    @Test
    void what_a_member_wrote_is_no_place_to_put_something_in() {
        var form = SomeForm.of("[question a: choice or words]\nWhich?\n- x | The x of {{own}}");

        assertThat(paper(form, Answers.none().with("a", "{{own}}"), Map.of("own", "hidden"), facts("Ana")))
                .contains("Other: {{own}}", "The x of hidden");
    }

    @Test
    void a_draft_is_marked_until_the_day_after_counsels_word_so_that_papers_of_before_print_the_same() {
        var version = SomeForm.version(SomeForm.of("Read this."));
        var said = new Approval("Law & Co", DAY, DAY.plusDays(1), "Dana");
        var approved =
                new FormVersion(version.form(), 1, version.questionnaire(), version.json(), version.sha256(), said);

        assertThat(onDay(version, DAY)).contains("Draft for your counsel").isEqualTo(onDay(approved, DAY));
        assertThat(onDay(approved, DAY.plusDays(1))).doesNotContain("Draft for your counsel");
    }

    @Test
    void days_are_said_in_the_language_of_the_paper() {
        var spanish = SomeForm.in(Language.ES, "[question a: date]\n¿Cuándo?");

        assertThat(paper(spanish, Answers.none().with("a", "1961-03-07"), NOTHING, facts("Ana")))
                .contains("7 de marzo de 1961", "23 de noviembre de 2026", "lang=\"es\"")
                .doesNotContain("November");
    }

    private static String onDay(FormVersion version, LocalDate day) {
        var paper = FormRenderer.paper(version, Answers.none(), NOTHING, new Facts("Any Practice", "Ana", day));
        return ((Paper.Whole) paper).xhtml();
    }
}
