package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A leader closes a sheet some minutes early; what is not over is not billed. */
@PracticeTest
class BeforeTheEndTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final int BEGINS_NOW = 9;

    @Autowired
    private BilledPractice story;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient db;

    @Test
    void a_claim_waits_for_the_end_of_a_session_that_was_closed_early() {
        var practice = story.open();
        var group = story.group(practice, "Monday Circle", false);
        var member = story.member(practice, group, "BRHP1");
        var session = story.session(practice, group, TODAY, BEGINS_NOW);
        story.held(practice, session, List.of(member));
        assertThat(story.close(practice, session)).isInstanceOf(Encounters.Closing.Closed.class);

        story.round(practice);
        assertThat(found(practice, session)).containsExactly("HELD session-not-over");

        var begun = clock.instant();
        clock.moveTo(begun.plus(Duration.ofMinutes(75)));
        try {
            story.round(practice);
            assertThat(found(practice, session)).doesNotContain("HELD session-not-over");
        } finally {
            clock.moveTo(begun);
        }
    }

    private List<String> found(PracticeId practice, SessionId session) {
        return story.in(
                practice,
                () -> db.sql("""
                        select k.status || ' ' || coalesce(f.code, '')
                          from claims.claim k
                          left join claims.claim_finding f on f.claim_id = k.id and f.weight <> 'WARNS'
                         where k.session_id = :session
                        """)
                        .param("session", session.value())
                        .query(String.class)
                        .list());
    }
}
