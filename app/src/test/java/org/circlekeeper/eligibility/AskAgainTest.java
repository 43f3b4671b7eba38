package org.circlekeeper.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.circlekeeper.x12.eligibility.Rejection;
import org.junit.jupiter.api.Test;

/** What follows when a payer refuses a question. */
class AskAgainTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    @Test
    void a_payer_that_is_not_there_is_asked_three_times_with_space_between() {
        assertThat(of("42", "R", 1)).isEqualTo(new AskAgain.At(NOW.plus(Duration.ofMinutes(15)), false));
        assertThat(of("80", "", 2)).isEqualTo(new AskAgain.At(NOW.plus(Duration.ofHours(2)), false));
        assertThat(of("42", "R", 3)).isEqualTo(new AskAgain.GiveUp());
    }

    @Test
    void what_has_to_be_corrected_is_not_asked_again() {
        assertThat(of("72", "C", 1)).isEqualTo(new AskAgain.Correct());
        assertThat(of("42", "C", 1)).isEqualTo(new AskAgain.Correct());
        assertThat(of("75", "N", 1)).isEqualTo(new AskAgain.Correct());
    }

    @Test
    void an_answer_that_follows_is_waited_for() {
        assertThat(of("42", "Y", 1)).isEqualTo(new AskAgain.Wait());
        assertThat(of("42", "S", 3)).isEqualTo(new AskAgain.Wait());
    }

    @Test
    void days_that_the_payer_names_are_kept() {
        assertThat(of("75", "W", 1)).isEqualTo(new AskAgain.At(NOW.plus(Duration.ofDays(30)), false));
        assertThat(of("75", "X", 1)).isEqualTo(new AskAgain.At(NOW.plus(Duration.ofDays(10)), false));
    }

    @Test
    void a_payer_that_says_nothing_of_days_to_come_is_asked_about_today() {
        assertThat(AskAgain.of(List.of(new Rejection("2100C", "63", "C")), 1, NOW, true))
                .isEqualTo(new AskAgain.At(NOW, true));
        assertThat(AskAgain.of(List.of(new Rejection("2100C", "63", "C")), 1, NOW, false))
                .isEqualTo(new AskAgain.Correct());
    }

    private static AskAgain of(String code, String followUp, int tries) {
        return AskAgain.of(List.of(new Rejection("2100C", code, followUp)), tries, NOW, false);
    }
}
