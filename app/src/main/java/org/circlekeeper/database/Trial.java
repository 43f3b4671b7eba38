package org.circlekeeper.database;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether this home is on trial. Until somebody says that it goes live, claims files are marked as a test (ISA15 = T)
 * and nothing leaves but files in the home's own outbox folder. It stands from the start on, whatever a command asks
 * for.
 */
@Component
@Lazy(false)
public class Trial {

    private final JdbcClient db;
    private final Clock clock;
    private final boolean ownTime;

    Trial(JdbcClient db, Clock clock, @Value("${CIRCLEKEEPER_CLOCK:}") String told) {
        this.db = db;
        this.clock = clock;
        this.ownTime = !told.isBlank();
        if (ownTime && liveSince().isPresent()) {
            throw new CannotStart(
                    "This home is live, and a live home goes by the machine's clock. Unset CIRCLEKEEPER_CLOCK.");
        }
    }

    /** A process that was told another time stays on trial although its home went live meanwhile. */
    public boolean isLive() {
        return !ownTime && liveSince().isPresent();
    }

    public Optional<Instant> liveSince() {
        return db.sql("select live_since from database.home where live_since is not null")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Ends the trial. There is no way back; said again, nothing changes. */
    public void goLive(String actor) {
        if (ownTime) {
            throw new CannotStart(
                    "A home goes live by the machine's clock. Unset CIRCLEKEEPER_CLOCK, and say it again.");
        }
        db.sql("update database.home set live_since = :now, live_by = :by where live_since is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", actor)
                .update();
    }
}
