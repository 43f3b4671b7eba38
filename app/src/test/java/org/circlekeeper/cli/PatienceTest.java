package org.circlekeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is going on is said again to somebody who watches, and once to a log. */
class PatienceTest {

    @Test
    void a_log_is_told_each_thing_once() {
        assertThat(Patience.isToSay("Starting", "", false)).isTrue();
        assertThat(Patience.isToSay("Starting", "Starting", false)).isFalse();
        assertThat(Patience.isToSay("Working", "Starting", false)).isTrue();
    }

    @Test
    void whoever_watches_a_terminal_is_told_again() {
        assertThat(Patience.isToSay("Starting", "Starting", true)).isTrue();
    }
}
