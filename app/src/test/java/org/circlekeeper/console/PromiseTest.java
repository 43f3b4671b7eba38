package org.circlekeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of the first sentence, and what "since Friday" means. */
class PromiseTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            35 | 4 | 5 | Since Friday I filed 35 claims for $2,275, kept 4 back, and need 5 answers.
            1  | 0 | 1 | Since Friday I filed 1 claim for $2,275 and need 1 answer.
            0  | 4 | 0 | Since Friday I filed nothing, kept 4 back, and need nothing from you.
            0  | 0 | 0 | Since Friday nothing was to file, and nothing waits for you.
            """)
    void the_first_sentence_says_what_was_done_kept_back_and_asked(long filed, long kept, long asked, String sentence) {
        assertThat(Promise.sentence("Friday", filed, "$2,275", kept, asked)).isEqualTo(sentence);
    }

    @Test
    void before_monday_comes_friday_unless_it_was_a_holiday() {
        assertThat(Workdays.before(MONDAY, Set.of())).isEqualTo(MONDAY.minusDays(3));
        assertThat(Workdays.before(MONDAY, Set.of(MONDAY.minusDays(3)))).isEqualTo(MONDAY.minusDays(4));
        assertThat(Workdays.before(MONDAY.plusDays(1), Set.of())).isEqualTo(MONDAY);
    }

    @Test
    void a_day_is_called_as_people_call_it() {
        assertThat(Workdays.word(MONDAY.minusDays(3), MONDAY)).isEqualTo("Friday");
        assertThat(Workdays.word(MONDAY.minusDays(1), MONDAY)).isEqualTo("yesterday");
        assertThat(Workdays.word(MONDAY.minusDays(10), MONDAY)).isEqualTo("Fri 13 Nov");
    }
}
