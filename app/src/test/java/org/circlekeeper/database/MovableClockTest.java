package org.circlekeeper.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovableClockTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T15:00:00Z");

    @Test
    void for_a_command_time_stands_still() throws InterruptedException {
        var clock = MovableClock.told(MONDAY.toString(), HomeUse.COMMAND);
        Thread.sleep(5);
        assertThat(clock.instant()).isEqualTo(MONDAY);
    }

    @Test
    void for_who_serves_time_begins_there_and_runs_on() throws InterruptedException {
        var clock = MovableClock.told(MONDAY.toString(), HomeUse.SERVE);
        Thread.sleep(5);
        assertThat(clock.instant()).isAfter(MONDAY).isBefore(MONDAY.plus(Duration.ofMinutes(5)));
    }

    @Test
    void the_demo_lets_time_pass() {
        var clock = MovableClock.told(MONDAY.toString(), HomeUse.DEMO);
        var evening = MONDAY.plus(Duration.ofHours(10));
        clock.moveTo(evening);
        assertThat(clock.instant()).isBetween(evening, evening.plusSeconds(60));
    }

    @Test
    void told_nothing_it_is_the_machines() {
        var clock = MovableClock.told("", HomeUse.SERVE);
        assertThat(Duration.between(Instant.now(), clock.instant()).abs()).isLessThan(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Monday", "2026-11-23", "+999999999-01-01T00:00:00Z", "0001-01-01T00:00:00Z"})
    void a_time_that_is_none_or_far_off_is_refused_with_an_example(String told) {
        assertThatThrownBy(() -> MovableClock.told(told, HomeUse.SERVE))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("2026-11-23T15:00:00Z")
                .hasMessageContaining(told);
    }
}
