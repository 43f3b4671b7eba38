package org.circlekeeper.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** When somebody is reminded of papers that wait. */
class ChaseTest {

    private static final Instant SENT = Instant.parse("2026-10-31T12:00:00Z");

    @Test
    void somebody_is_reminded_after_one_two_and_three_days_and_then_called() {
        var when = new TreeMap<Long, String>();
        var went = new HashSet<Integer>();
        for (long hour = 0; hour < 120; hour++) {
            if (Chase.at(SENT, went, SENT.plus(Duration.ofHours(hour))) instanceof Chase.Due.Nudge(int number)) {
                went.add(number);
                when.put(hour, "nudge " + number);
            }
        }
        assertThat(when).hasToString("{24=nudge 1, 48=nudge 2, 72=nudge 3}");
        assertThat(at(went, 95)).isEqualTo(new Chase.Due.Nothing());
        assertThat(at(went, 96)).isEqualTo(new Chase.Due.Call());
    }

    @Test
    void whoever_was_not_reminded_while_nothing_ran_gets_one_reminder_and_not_three() {
        assertThat(at(Set.of(), 80)).isEqualTo(new Chase.Due.Nudge(3));
        assertThat(at(Set.of(3), 80)).isEqualTo(new Chase.Due.Nothing());
        assertThat(at(Set.of(1), 50)).isEqualTo(new Chase.Due.Nudge(2));
    }

    @Test
    void nobody_is_reminded_on_the_first_day() {
        assertThat(at(Set.of(), 0)).isEqualTo(new Chase.Due.Nothing());
        assertThat(at(Set.of(), 23)).isEqualTo(new Chase.Due.Nothing());
    }

    private static Chase.Due at(Set<Integer> went, long hours) {
        return Chase.at(SENT, went, SENT.plus(Duration.ofHours(hours)));
    }
}
