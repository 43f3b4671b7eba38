package org.circlekeeper.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.circlekeeper.frame.Ring.Seat;
import org.junit.jupiter.api.Test;

class RingTest {

    @Test
    void a_ring_has_a_dot_for_each_seat_and_words_beside_it() {
        var ring = Ring.of(6, 1, 1, 10, "6 of 10, 1 on hold, 1 offered");

        assertThat(ring.dots()).hasSize(10);
        assertThat(ring.seats()).containsSubsequence(Seat.FILLED, Seat.HALF, Seat.OFFERED, Seat.OPEN, Seat.OPEN);
        assertThat(ring.words()).isEqualTo("6 of 10, 1 on hold, 1 offered");
    }

    @Test
    void the_first_seat_is_at_the_top() {
        var first = Ring.of(1, 0, 0, 8, "1 of 8").dots().getFirst();

        assertThat(first.x()).isEqualTo("50.00");
        assertThat(first.y()).isEqualTo("12.00");
    }

    @Test
    void neighbours_do_not_touch() {
        var dots = new Ring(Collections.nCopies(30, Seat.FILLED), "30 of 30").dots();
        double apart = Math.hypot(
                Double.parseDouble(dots.get(0).x())
                        - Double.parseDouble(dots.get(1).x()),
                Double.parseDouble(dots.get(0).y())
                        - Double.parseDouble(dots.get(1).y()));

        assertThat(apart).isGreaterThan(2 * Double.parseDouble(dots.getFirst().r()));
    }

    @Test
    void attendance_is_drawn_as_well_as_coloured() {
        var ring = new Ring(List.of(Seat.PRESENT, Seat.LATE, Seat.ABSENT, Seat.EXCUSED), "1 came on time");

        assertThat(ring.dots()).allSatisfy(dot -> assertThat(dot.strokes()).isNotEmpty());
        assertThat(ring.dots().stream().map(Ring.Dot::strokes).map(Object::toString))
                .doesNotHaveDuplicates();
    }
}
