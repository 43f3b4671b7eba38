package org.circlekeeper.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import org.circlekeeper.forms.Filling.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown, what is wrong, and what is asked next. */
class FillingTest {

    private static final Questionnaire CHAIN = SomeForm.of("""
            [question pets: yes-no, required]
            Have you pets?

            [question how-many: number, required]
            How many?
            only if: pets is yes

            # Many
            only if: how-many > 2

            Many pets need room.

            [question names: words, required]
            Their names?
            """);

    private static Answers answers(String... pairs) {
        var answers = Answers.none();
        for (int i = 0; i < pairs.length; i += 2) {
            answers = answers.with(pairs[i], pairs[i + 1]);
        }
        return answers;
    }

    @Test
    void an_answer_shows_what_hangs_on_it_and_what_hangs_on_that() {
        assertThat(Filling.enabled(CHAIN, answers())).containsExactly("pets");
        assertThat(Filling.enabled(CHAIN, answers("pets", "true"))).containsExactly("pets", "how-many");
        assertThat(Filling.enabled(CHAIN, answers("pets", "true", "how-many", "3")))
                .containsExactly("pets", "how-many", "h1", "t1", "names");
    }

    /** Somebody who goes back and says no is not asked for names because of a number that is no longer shown. */
    @Test
    void an_answer_that_is_no_longer_shown_counts_as_none() {
        var changed = answers("pets", "false", "how-many", "3", "names", "Rex");

        assertThat(Filling.enabled(CHAIN, changed)).containsExactly("pets");
        assertThat(Filling.check(CHAIN, changed)).isEmpty();
        assertThat(Filling.shown(CHAIN, changed).values()).isEqualTo(Map.of("pets", "false"));
    }

    @Test
    void what_is_shown_unless_something_was_answered_is_shown_while_nothing_was() {
        var form = SomeForm.of(
                "[question smoker: yes-no]\nDo you smoke?\n\n[question help: words]\nHelp?\nonly if: smoker is not no");

        assertThat(Filling.enabled(form, answers())).contains("help");
        assertThat(Filling.enabled(form, answers("smoker", "true"))).contains("help");
        assertThat(Filling.enabled(form, answers("smoker", "false"))).doesNotContain("help");
    }

    @Test
    void everything_that_is_missing_is_said_in_the_order_of_the_form_and_nothing_that_is_not_shown() {
        assertThat(Filling.check(CHAIN, answers()).stream().map(Problem::linkId))
                .containsExactly("pets");
        assertThat(Filling.check(CHAIN, answers("pets", "true", "how-many", "3")).stream()
                        .map(Problem::linkId))
                .containsExactly("names");
    }

    @ParameterizedTest
    @CsvSource({
        "number,1.5",
        "number,many",
        "number,99999999999",
        "date,2026-02-30",
        "date,23.11.2026",
        "date,0226-01-01",
        "yes-no,yes",
        "line,'a\nb'",
        "'line, at most 3',abcd",
        "file,../etc/passwd"
    })
    void an_answer_that_is_none_is_refused_with_a_sentence(String type, String answer) {
        var form = SomeForm.of("[question a: " + type + "]\nAnswer?");

        assertThat(Filling.check(form, answers("a", answer)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"عائشة بنت محمد", "שלום", "Zoë Nuñez-Łukasz", "王小明", "さくら 김민준", "O'Brien", "👩‍👩‍👧"})
    void a_name_of_any_script_is_an_answer_and_stays_as_it_is(String name) {
        var form = SomeForm.of("[question a: line, required]\nYour name?");

        assertThat(Filling.check(form, answers("a", name))).isEmpty();
        assertThat(answers("a", name).value("a")).contains(name);
    }

    @Test
    void what_is_said_of_a_spanish_form_is_said_in_spanish() {
        var form = SomeForm.in(Language.ES, "[initial a] Lo leí.");

        assertThat(Filling.check(form, answers()))
                .containsExactly(new Problem(
                        "a", "Lea esta parte y márquela. Si no está de acuerdo, pregúntenos antes de firmar."));
    }

    @Test
    void a_clause_is_not_marked_by_anything_but_its_mark() {
        var form = SomeForm.of("[initial a] I read it.");

        assertThat(Filling.check(form, answers("a", "false"))).hasSize(1);
        assertThat(Filling.check(form, answers("a", "true"))).isEmpty();
    }

    @Test
    void a_choice_takes_its_codes_alone_and_an_open_one_other_words_too() {
        var closed = SomeForm.of("[question a: choice]\nWhich?\n- x | The x\n- y | The y");
        var open = SomeForm.of("[question a: choice or words]\nWhich?\n- x | The x\n- y | The y");

        assertThat(Filling.check(closed, answers("a", "z"))).hasSize(1);
        assertThat(Filling.check(open, answers("a", "z"))).isEmpty();
        assertThat(Answers.typed(open, Map.of("a", Answers.OTHER, "a" + Answers.OTHER_FIELD, "my own"))
                        .value("a"))
                .contains("my own");
    }

    @Test
    void words_of_their_own_count_without_the_tick_beside_them_and_with_another_one_both_are_shown_again() {
        var form = SomeForm.of("[question a: choice or words]\nWhich?\n- x | The x\n- y | The y");
        var words = "a" + Answers.OTHER_FIELD;

        assertThat(Answers.typed(form, Map.of(words, " my own ")).value("a")).contains("my own");
        assertThat(Answers.typed(form, Map.of("a", "x", words, " ")).value("a")).contains("x");
        var both = Answers.typed(form, Map.of("a", "x", words, "my own"));
        var problems = Filling.check(form, both);
        assertThat(problems)
                .extracting(Problem::sentence)
                .singleElement()
                .asString()
                .contains("Empty the words");
        var view = FormRenderer.question(form.question("a").orElseThrow(), form.language(), both, problems, Map.of());
        assertThat(view.isTicked("x")).isTrue();
        assertThat(view.isOther()).isFalse();
        assertThat(view.other()).isEqualTo("my own");
    }

    @Test
    void a_choice_is_taken_back_unless_words_of_their_own_stand_beside_it() {
        var form = SomeForm.of("[question a: choice or words]\nWhich?\n- x | The x\n\n[question b: yes-no]\nPets?");

        assertThat(Answers.typed(form, Map.of("a", Answers.NOTHING, "b", Answers.NOTHING))
                        .values())
                .isEmpty();
        var both = Answers.typed(form, Map.of("a", Answers.NOTHING, "a" + Answers.OTHER_FIELD, "my own"));
        assertThat(Filling.check(form, both)).hasSize(1);
    }

    @Test
    void what_describes_a_field_is_its_fault_its_help_and_that_it_may_be_left_empty() {
        var form = SomeForm.of("[question a: number]\nHow many?\nhelp: About.");
        var wrong = answers("a", "many");
        var view = FormRenderer.question(
                form.question("a").orElseThrow(), form.language(), wrong, Filling.check(form, wrong), Map.of());

        assertThat(view.describedBy()).isEqualTo("f-a-wrong f-a-help f-a-optional");
    }

    @Test
    void an_answer_to_a_question_of_another_form_is_told() {
        assertThat(Filling.check(CHAIN, answers("pets", "false", "else", "x")).stream()
                        .map(Problem::linkId))
                .containsExactly("else");
    }

    @Test
    void a_telephone_asks_one_question_after_another_with_what_is_read_before_it() {
        var form = SomeForm.of("""
                Read this first.

                # Part one

                [initial a] I read it.

                Then this.

                [question b: line]
                And?

                At the end.
                """);
        var pages = Filling.pages(form, answers());

        assertThat(pages.stream()
                        .map(page ->
                                page.question() == null ? "–" : page.question().linkId()))
                .containsExactly("a", "b", "–");
        assertThat(pages.getFirst().reads()).containsExactly(text("Read this first."), heading(2, "Part one"));
        assertThat(pages.get(1).reads()).containsExactly(heading(2, "Part one"), text("Then this."));
        assertThat(pages.getLast().reads()).containsExactly(heading(2, "Part one"), text("At the end."));
    }

    /** Else "Share therapy notes" reads as something that is done without asking. */
    @Test
    void a_heading_stands_on_a_page_where_it_stands_in_the_paper_and_only_above_what_is_shown() {
        var form = SomeForm.of("""
                [question first: yes-no]
                First?

                # What we may do

                - Treat you.

                # What you asked for

                More of it.
                only if: first is yes

                # What we do only if you say yes

                - Sell your record.

                ## Signs

                [initial got] I got it.

                [initial kept] I keep it.
                """);
        var pages = Filling.pages(form, answers());

        assertThat(pages.get(1).reads())
                .containsExactly(
                        heading(2, "What we may do"),
                        text("- Treat you."),
                        heading(2, "What we do only if you say yes"),
                        text("- Sell your record."),
                        heading(3, "Signs"));
        assertThat(pages.get(2).reads())
                .containsExactly(heading(2, "What we do only if you say yes"), heading(3, "Signs"));
        assertThat(FormRenderer.reads(pages.get(1), Map.of()))
                .startsWith(
                        new DocumentView.Part.Heading(2, "What we may do"),
                        new DocumentView.Part.Reading(Prose.of("- Treat you.")));
    }

    private static FormPage.Read heading(int level, String text) {
        return new FormPage.Read.Heading(level, text);
    }

    private static FormPage.Read text(String text) {
        return new FormPage.Read.Text(text);
    }

    /** For any form and any answers: what is not shown is never asked for, and each shown question is on one page. */
    @Test
    void whatever_the_form_and_the_answers_only_what_is_shown_is_asked_for() {
        for (long seed = 1; seed <= 200; seed++) {
            var form = AnyForm.of(seed);
            var answers = some(form, new Random(seed));
            var enabled = Filling.enabled(form, answers);
            var asked = Filling.pages(form, answers).stream()
                    .map(FormPage::question)
                    .filter(question -> question != null)
                    .map(Item.Question::linkId)
                    .toList();
            assertThat(new HashSet<>(asked)).hasSameSizeAs(asked);
            assertThat(asked)
                    .isEqualTo(form.questions()
                            .map(Item.Question::linkId)
                            .filter(enabled::contains)
                            .toList());
            assertThat(enabled)
                    .containsAll(Filling.check(form, answers).stream()
                            .map(Problem::linkId)
                            .toList());
            assertThat(Filling.enabled(form, Filling.shown(form, answers))).isEqualTo(enabled);
        }
    }

    private static Answers some(Questionnaire form, Random random) {
        var answers = Answers.none();
        for (var question : form.questions().toList()) {
            var value = switch (random.nextInt(4)) {
                case 0 -> "";
                case 1 -> String.valueOf(random.nextBoolean());
                case 2 -> String.valueOf(random.nextInt(20) - 10);
                default ->
                    question.answering() instanceof Answering.Choice choice
                            ? choice.options().getFirst().code()
                            : "2026-05-15";
            };
            answers = answers.with(question.linkId(), value);
        }
        return answers;
    }
}
