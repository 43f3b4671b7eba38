package org.circlekeeper.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fact has its words, and what is sealed is read again as it was. */
class EvidenceWordsTest {

    @ParameterizedTest
    @EnumSource(Fact.class)
    void each_fact_has_words_in_both_languages(Fact fact) {
        assertThat(EvidenceWords.of("en", fact.key())).isNotBlank();
        assertThat(EvidenceWords.of("es", fact.key())).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"en, en", "es, es", "es-MX, es", "fr, en"})
    void the_words_are_in_the_language_of_the_paper_where_there_are_such(String language, String written) {
        assertThat(EvidenceWords.written(language)).isEqualTo(written);
        assertThat(EvidenceWords.of(language, "title")).isEqualTo(EvidenceWords.of(written, "title"));
    }

    @ParameterizedTest
    @EnumSource(Fact.class)
    void what_is_sealed_is_read_again_as_it_was(Fact fact) {
        var value = "王 \"quoted\" \\ \n 🦊 محمد";
        var facts = new Facts(Map.of(fact, value));

        assertThat(Facts.read(facts.json())).isEqualTo(facts);
        assertThat(Facts.read(facts.json()).get(fact)).isEqualTo(value);
    }
}
