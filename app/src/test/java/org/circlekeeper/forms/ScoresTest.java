package org.circlekeeper.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** PHQ-9 and GAD-7 as they are counted, and the answer that calls for help. */
class ScoresTest {

    private static final StarterPacket.Piece PHQ = piece("phq-9");
    private static final StarterPacket.Piece GAD = piece("gad-7");

    private static StarterPacket.Piece piece(String form) {
        return StarterPacket.PIECES.stream()
                .filter(one -> one.form().value().equals(form))
                .findFirst()
                .orElseThrow();
    }

    /** Points spread over the questions, the last one of a PHQ-9 only when nothing else is left. */
    private static Answers points(String prefix, int questions, int points) {
        var answers = Answers.none();
        int left = points;
        for (int i = 1; i <= questions; i++) {
            int here = Math.min(3, left);
            left -= here;
            answers = answers.with(prefix + i, String.valueOf(here));
        }
        return answers;
    }

    @ParameterizedTest
    @CsvSource({
        "0,Minimal",
        "4,Minimal",
        "5,Mild",
        "9,Mild",
        "10,Moderate",
        "14,Moderate",
        "15,Moderately severe",
        "19,Moderately severe",
        "20,Severe",
        "27,Severe"
    })
    void a_phq_9_is_summed_and_named(int points, String band) {
        var score = Scores.of(
                StarterPacket.read(PHQ, Language.EN), points("phq-", 9, points).with("difficulty", "very"));

        assertThat(score.points()).isEqualTo(points);
        assertThat(score.most()).isEqualTo(27);
        assertThat(score.band()).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"4,Mínima", "5,Leve", "10,Moderada", "15,Grave", "21,Grave"})
    void a_gad_7_is_summed_and_named_in_spanish_too(int points, String band) {
        var score = Scores.of(StarterPacket.read(GAD, Language.ES), points("gad-", 7, points));

        assertThat(score.points()).isEqualTo(points);
        assertThat(score.most()).isEqualTo(21);
        assertThat(score.band()).isEqualTo(band);
        assertThat(score.crisis()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void item_9_above_nought_calls_for_help_even_before_the_rest_is_answered(Language language) {
        var phq = StarterPacket.read(PHQ, language);

        assertThat(Scores.of(phq, points("phq-", 8, 24)).crisis()).isFalse();
        assertThat(Scores.of(phq, Answers.none().with("phq-9", "0")).crisis()).isFalse();
        for (var code : new String[] {"1", "2", "3"}) {
            var alone = Scores.of(phq, Answers.none().with("phq-9", code));
            assertThat(alone.crisis()).isTrue();
            assertThat(alone.points()).isNull();
            assertThat(alone.band()).isNull();
        }
    }

    @Test
    void a_sum_is_not_told_while_an_answer_is_missing() {
        var phq = StarterPacket.read(PHQ, Language.EN);

        assertThat(Scores.of(phq, points("phq-", 8, 8)).points()).isNull();
        assertThat(Filling.check(phq, points("phq-", 8, 8))).hasSize(1);
    }

    @Test
    void both_measures_carry_the_line_of_their_authors() {
        for (var piece : new StarterPacket.Piece[] {PHQ, GAD}) {
            assertThat(StarterPacket.read(piece, Language.EN).copyright())
                    .isEqualTo(
                            "Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with"
                                    + " an educational grant from Pfizer Inc. No permission required to reproduce, translate,"
                                    + " display or distribute.");
            assertThat(StarterPacket.read(piece, Language.ES).copyright()).contains("No se requiere permiso");
            assertThat(StarterPacket.read(piece, Language.EN).isInstrument()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_text_for_a_crisis_names_988_and_911_and_says_that_nobody_watches(Language language) {
        assertThat(Crisis.text(language)).contains("988", "911").doesNotContain("\n");
        assertThat(Crisis.text(Language.EN)).contains("Nobody here watches these answers day and night");
        assertThat(Crisis.text(Language.ES)).contains("Aquí nadie lee estas respuestas de día y de noche");
    }
}
