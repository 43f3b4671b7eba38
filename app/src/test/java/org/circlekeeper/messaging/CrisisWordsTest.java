package org.circlekeeper.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that can mean danger to life are found as whole words, in both languages, however they are typed. */
class CrisisWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I want to die",
                "some days i just want\nto die.",
                "I don’t want to live like this",
                "I DON'T WANT TO LIVE",
                "thinking of self-harm again",
                "They would be better off without me…",
                "Suicidal? Yes.",
                "Me quiero morir",
                "ya no quiero vivir más",
                "pienso en hacerme daño",
                "pienso en hacerme dano",
                "No veo ninguna salida, sin razón para vivir",
                "tomé una SOBREDOSIS"
            })
    void a_phrase_of_the_list_is_found_whatever_its_case_accents_and_line_ends(String text) {
        assertThat(CrisisWords.areIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "When is the next session?",
                "The skills group helped me a lot",
                "I want to diet",
                "We want to diversify",
                "I cannot go on Tuesday",
                "the parasuicidality study",
                "My brother died by suicide last year",
                "mi hermano se suicidó",
                "rematarme la paciencia",
                "no quiero vivirlo otra vez",
                "las autolesiones de otra persona",
                "quiero morirmelas"
            })
    void words_inside_other_words_and_words_of_those_who_are_left_behind_are_not(String text) {
        assertThat(CrisisWords.areIn(text)).isFalse();
    }
}
