package org.circlekeeper.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void days_and_moments_read_the_same_everywhere() {
        assertThat(Words.day(LocalDate.of(2026, 11, 23))).isEqualTo("Mon 23 Nov 2026");
        assertThat(Words.moment(Instant.parse("2026-11-24T00:30:00Z"), ZoneId.of("America/Chicago")))
                .isEqualTo("Mon 23 Nov 2026, 18:30");
    }

    @Test
    void one_is_not_many() {
        assertThat(Words.count(1, "seat", "seats")).isEqualTo("1 seat");
        assertThat(Words.count(1200, "seat", "seats")).isEqualTo("1,200 seats");
    }

    @Test
    void a_list_ends_with_and() {
        assertThat(Words.list(List.of("Monday", "Tuesday", "Friday"))).isEqualTo("Monday, Tuesday and Friday");
        assertThat(Words.list(List.of("Monday"))).isEqualTo("Monday");
        assertThat(Words.list(List.of())).isEmpty();
    }
}
