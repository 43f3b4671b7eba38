package org.circlekeeper.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import org.circlekeeper.Generated;
import org.junit.jupiter.api.Test;

/** Where a session and an appointment can go. */
class SessionStatusTest {

    @Test
    void what_does_not_take_place_can_take_place_after_all() {
        for (var status : Session.Status.values()) {
            assertThat(status == Session.Status.PLANNED || status.next().contains(Session.Status.PLANNED))
                    .isTrue();
        }
    }

    @Test
    void a_cancelled_session_is_not_skipped() {
        assertThat(Session.Status.CANCELLED.next()).containsExactly(Session.Status.PLANNED);
    }

    @Test
    void the_pictures_in_the_docs_are_the_ones_in_the_code() {
        Generated.assertMatches("states/session.mmd", drawing(Session.Status.values(), Session.Status::next));
        Generated.assertMatches(
                "states/appointment.mmd", drawing(Appointment.Status.values(), Appointment.Status::next));
    }

    private static <S> String drawing(S[] all, Function<S, Set<S>> next) {
        var arrows = new StringBuilder("stateDiagram-v2\n");
        Arrays.stream(all)
                .forEach(from -> next.apply(from)
                        .forEach(to -> arrows.append("  ")
                                .append(from)
                                .append(" --> ")
                                .append(to)
                                .append('\n')));
        return arrows.toString();
    }
}
