package org.circlekeeper.x12;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class X12TextTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            Łukasz, LUKASZ
            Zoë, ZOE
            Groß, GROSS
            Ørsted, ORSTED
            Æsir, AESIR
            œuvre, OEUVRE
            Nguyễn, NGUYEN
            Đặng, DANG
            İstanbul, ISTANBUL
            ılgın, ILGIN
            Þórður, THORDUR
            ﬁnch, FINCH
            O’Brien, O'BRIEN
            D´Arc, D'ARC
            Anna–Maria, ANNA-MARIA
            San José, SAN JOSE
            Mary*Ann, MARY ANN
            A:B^C~D|E, A B C D E
            {Braced} #4, BRACED 4
            two   spaces, TWO SPACES
            Ⅷ, VIII
            """)
    void text_is_made_of_capitals_digits_and_plain_punctuation(String text, String basic) {
        assertThat(X12Text.basic(text)).isEqualTo(basic);
    }

    @Test
    void what_is_basic_already_stays_as_it_is() {
        var basic = "AZ 09 !\"&'()+,-./;?=";

        assertThat(X12Text.basic(basic)).isEqualTo(basic);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "李", "Иван", "🙂", "'-", "*~", "李 Wei", "Иванов B"})
    void a_name_of_which_letters_would_be_lost_cannot_be_written(String name) {
        assertThat(X12Text.isWritable(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"O", "Łukasz", "Ø", "Joy 🙂", "Zoë №4", "4"})
    void a_name_of_which_every_letter_is_left_can_be_written(String name) {
        assertThat(X12Text.isWritable(name)).isTrue();
    }

    @Test
    void making_text_basic_twice_changes_nothing() {
        for (int point = 0; point < 0x3000; point++) {
            var once = X12Text.basic("a" + Character.toString(point) + "b");
            assertThat(X12Text.basic(once)).isEqualTo(once).matches("A[ -~]*B");
        }
    }
}
