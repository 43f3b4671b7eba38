package org.circlekeeper.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Secret addresses of calendars on disk, each by its hash. */
@Repository
class FeedStore {

    private static final String COLUMNS = """
            select id, person_id, practitioner_id, mode, made_at, revoked_at, fetched_at
              from scheduling.feed
            """;

    private final JdbcClient db;

    FeedStore(JdbcClient db) {
        this.db = db;
    }

    List<Feed> of(PersonId person) {
        return db.sql(COLUMNS + " where person_id = :person order by made_at desc, id")
                .param("person", person.value())
                .query(FeedStore::feed)
                .list();
    }

    Optional<Feed> find(byte[] hash) {
        return db.sql(COLUMNS + " where token_hash = :hash and revoked_at is null")
                .param("hash", hash)
                .query(FeedStore::feed)
                .optional();
    }

    void add(Feed feed, byte[] hash) {
        db.sql("""
                        insert into scheduling.feed (id, person_id, practitioner_id, mode, token_hash, made_at)
                        values (:id, :person, :practitioner, :mode, :hash, :made)
                        """)
                .param("id", feed.id().value())
                .param("person", feed.person().value())
                .param(
                        "practitioner",
                        feed.practitioner() == null ? null : feed.practitioner().value())
                .param("mode", feed.mode().name())
                .param("hash", hash)
                .param("made", Timestamp.from(feed.madeAt()))
                .update();
    }

    boolean revoke(FeedId id, PersonId person, Instant now) {
        return db.sql("""
                        update scheduling.feed
                           set revoked_at = :now
                         where id = :id
                           and person_id = :person
                           and revoked_at is null
                        """)
                        .param("now", Timestamp.from(now))
                        .param("id", id.value())
                        .param("person", person.value())
                        .update()
                > 0;
    }

    /** Counts a reading. False when there were {@code most} since {@code since} already. */
    boolean fetched(FeedId id, Instant now, Instant since, int most) {
        return db.sql("""
                        update scheduling.feed
                           set fetched_at = :now,
                               fetches_since = case when fetches_since > :since then fetches_since else :now end,
                               fetches = case when fetches_since > :since then fetches + 1 else 1 end
                         where id = :id
                           and (fetches_since is null or fetches_since <= :since or fetches < :most)
                        """)
                        .param("now", Timestamp.from(now))
                        .param("since", Timestamp.from(since))
                        .param("most", most)
                        .param("id", id.value())
                        .update()
                > 0;
    }

    private static Feed feed(ResultSet row, int number) throws SQLException {
        var practitioner = row.getObject("practitioner_id", UUID.class);
        return new Feed(
                new FeedId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                practitioner == null ? null : new PractitionerId(practitioner),
                Feed.Mode.valueOf(row.getString("mode")),
                row.getTimestamp("made_at").toInstant(),
                instant(row.getTimestamp("revoked_at")),
                instant(row.getTimestamp("fetched_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
