package org.circlekeeper.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A home is on trial until somebody says otherwise, and from then on goes by the machine's clock. */
class TrialTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T15:00:00Z");

    private JdbcClient db;

    @BeforeEach
    void anEmptyHome() {
        var address = TestDatabase.fresh().application();
        db = JdbcClient.create(new DriverManagerDataSource(address.url(), address.user(), address.password()));
    }

    @Test
    void it_ends_once_and_for_good() {
        var trial = trial("", MONDAY);
        assertThat(trial.isLive()).isFalse();

        trial.goLive("owner");
        trial("", MONDAY.plusSeconds(60)).goLive("somebody else");

        assertThat(trial.liveSince()).contains(MONDAY);
        assertThat(db.sql("select live_by from database.home")
                        .query(String.class)
                        .single())
                .isEqualTo("owner");
    }

    @Test
    void a_live_home_refuses_another_clock() {
        trial("", MONDAY).goLive("owner");

        assertThatThrownBy(() -> trial(MONDAY.toString(), MONDAY))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Unset CIRCLEKEEPER_CLOCK");
    }

    @Test
    void a_process_with_a_clock_of_its_own_stays_on_trial_when_its_home_goes_live_meanwhile() {
        var rehearsing = trial(MONDAY.toString(), MONDAY);
        trial("", MONDAY).goLive("owner");

        assertThat(rehearsing.isLive()).isFalse();
    }

    private Trial trial(String told, Instant now) {
        return new Trial(db, MovableClock.standingAt(now), told);
    }
}
