package org.circlekeeper.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NewIdTest {

    private static final Instant NOW = Instant.parse("2026-11-26T18:00:00.123Z");

    @Test
    void those_of_one_millisecond_come_in_the_order_of_their_making() {
        var made = Stream.generate(() -> NewId.at(NOW)).limit(100_000).toList();

        assertThat(made.stream().map(UUID::toString)).isSorted().doesNotHaveDuplicates();
        assertThat(made).allMatch(id -> id.version() == 7 && id.variant() == 2);
    }

    @Test
    void a_later_instant_makes_a_later_id() {
        var earlier = NewId.at(NOW).toString();

        assertThat(NewId.at(NOW.plusMillis(1)).toString()).isGreaterThan(earlier);
        assertThat(NewId.at(NOW.minusMillis(1)).toString()).isLessThan(earlier);
    }

    @Test
    void the_instant_stands_in_the_first_48_bits() {
        assertThat(NewId.at(NOW).getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }
}
