package org.circlekeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.scheduling.Session;
import org.junit.jupiter.api.Test;

class CircleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    @Test
    void fewer_than_it_needs_are_pointed_at_while_it_is_to_come() {
        var circle = circle(3, NOW.plusSeconds(3_600), Presence.UNMARKED, Presence.UNMARKED, Presence.EXCUSED);

        assertThat(circle.expected()).isEqualTo(2);
        assertThat(circle.isAtRisk(NOW)).isTrue();
        assertThat(circle.isAtRisk(NOW.plusSeconds(7_200))).isFalse();
        assertThat(circle(2, NOW.plusSeconds(3_600), Presence.UNMARKED, Presence.UNMARKED)
                        .isAtRisk(NOW))
                .isFalse();
    }

    @Test
    void who_pauses_is_half_a_seat_and_not_counted() {
        assertThat(circle(2, NOW.plusSeconds(3_600), Presence.UNMARKED, Presence.UNMARKED, Presence.UNMARKED)
                        .words())
                .isEqualTo("3 of 8, 1 on hold · 09:00 Monday Circle");
    }

    private static Circle circle(int minimum, Instant ends, Presence... presences) {
        return new Circle(
                new UUID(0, 1),
                new UUID(0, 2),
                "Monday Circle",
                LocalDate.of(2026, 11, 23),
                LocalTime.of(9, 0),
                ends,
                new UUID(0, 3),
                "Marcus Bell",
                8,
                presences.length + 1,
                1,
                minimum,
                List.of(presences),
                false,
                Session.Status.PLANNED,
                null,
                0);
    }
}
