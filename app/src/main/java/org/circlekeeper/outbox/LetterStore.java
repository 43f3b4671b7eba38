package org.circlekeeper.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters on disk. */
@Repository
class LetterStore {

    private final JdbcClient db;

    LetterStore(JdbcClient db) {
        this.db = db;
    }

    void put(Kept kept, Instant at) {
        var letter = kept.letter();
        var notBefore = kept.notBefore();
        db.sql("""
                        insert into outbox.letter (id, kind, target, key, payload, sha256, status, put_at, not_before,
                                                   sealed, passing, urgent)
                        values (:id, :kind, :target, :key, :payload, :sha, 'WAITING', :at, :notBefore,
                                :sealed, :passing, :urgent)
                        """)
                .param("id", letter.id())
                .param("kind", letter.kind())
                .param("target", letter.target())
                .param("key", letter.key())
                .param("payload", letter.payload())
                .param("sha", letter.sha256())
                .param("at", Timestamp.from(at))
                .param("notBefore", notBefore == null ? null : Timestamp.from(notBefore), Types.TIMESTAMP)
                .param("sealed", kept.sealed())
                .param("passing", kept.passing())
                .param("urgent", kept.urgent())
                .update();
    }

    /** Those that wait and are held no longer, the urgent first; or these alone. */
    List<UUID> waiting(int limit, boolean urgentAlone, Instant now) {
        return db.sql("""
                        select id
                          from outbox.letter
                         where status = 'WAITING'
                           and (not_before is null or not_before <= :now)
                           and (urgent or not :urgent)
                         order by urgent desc, put_at, id
                         limit :limit
                        """)
                .param("limit", limit)
                .param("urgent", urgentAlone)
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .list();
    }

    /** The letter of that kind and key while it waits, held or not. */
    Optional<UUID> waiting(String kind, String key) {
        return db.sql("select id from outbox.letter where kind = :kind and key = :key and status = 'WAITING'")
                .param("kind", kind)
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    /** The letter when it still waits and is held no longer. */
    Optional<Kept> waiting(UUID id, Instant now) {
        return db.sql("""
                        select id, kind, target, key, payload, sha256, sealed, passing, urgent
                          from outbox.letter
                         where id = :id
                           and status = 'WAITING'
                           and (not_before is null or not_before <= :now)
                        """)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Kept(
                        letter(row),
                        row.getBoolean("sealed"),
                        row.getBoolean("passing"),
                        row.getBoolean("urgent"),
                        null))
                .optional();
    }

    /** False when another has settled it meanwhile. Of what only passes through nothing stays. */
    boolean settle(UUID id, String status, Instant at) {
        return db.sql("""
                        update outbox.letter
                           set status = :status, settled_at = :at, trouble = null,
                               payload = case when passing then '' else payload end
                         where id = :id
                           and status = 'WAITING'
                        """)
                        .param("status", status)
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** It was refused because nobody is at its address. */
    void nobodyThere(UUID id) {
        db.sql("update outbox.letter set nobody_there = true where id = :id and status = 'REFUSED'")
                .param("id", id)
                .update();
    }

    /** It has left, and whoever put it here could not be told so. */
    void settleUntold(UUID id, Instant at, String sentence) {
        if (settle(id, "SENT", at)) {
            db.sql("update outbox.letter set untold = true, breaks = 0, trouble = :trouble where id = :id")
                    .param("trouble", sentence)
                    .param("id", id)
                    .update();
        }
    }

    /** What has left without its sender knowing, and when it did; those alone for which it was not tried too often. */
    List<Untold> untold(int limit, int tries) {
        return db.sql("""
                        select id, kind, target, key, payload, sha256, settled_at
                          from outbox.letter
                         where untold
                           and breaks < :tries
                         order by settled_at, id
                         limit :limit
                        """)
                .param("tries", tries)
                .param("limit", limit)
                .query((row, _) ->
                        new Untold(letter(row), row.getTimestamp("settled_at").toInstant()))
                .list();
    }

    /** A letter that has left at that moment without its sender knowing. */
    record Untold(Letter letter, Instant sentAt) {}

    /** False when its sender was told meanwhile. */
    boolean told(UUID id) {
        return db.sql("update outbox.letter set untold = false, trouble = null where id = :id and untold")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Something broke once more: how often it did so far. */
    int broke(UUID id, String sentence) {
        return db.sql("""
                        update outbox.letter
                           set breaks = breaks + 1, trouble = :trouble
                         where id = :id
                           and (status = 'WAITING' or untold)
                        returning breaks
                        """)
                .param("trouble", sentence)
                .param("id", id)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void trouble(UUID id, String sentence) {
        db.sql("update outbox.letter set trouble = :trouble where id = :id and status = 'WAITING'")
                .param("trouble", sentence)
                .param("id", id)
                .update();
    }

    /** Those of one kind, the oldest hundred: what waits of another kind hides none of them. */
    List<Outbox.Trouble> troubles(String kind) {
        return db.sql("""
                        select kind, key, target, trouble, put_at
                          from outbox.letter
                         where (status = 'WAITING' or untold)
                           and kind = :kind
                           and trouble is not null
                         order by put_at, id
                         limit 100
                        """).param("kind", kind).query(LetterStore::read).list();
    }

    /** The oldest of them all. */
    Optional<Outbox.Trouble> trouble() {
        return db.sql("""
                        select kind, key, target, trouble, put_at
                          from outbox.letter
                         where (status = 'WAITING' or untold)
                           and trouble is not null
                         order by put_at, id
                         limit 1
                        """).query(LetterStore::read).optional();
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("target"),
                row.getString("key"),
                row.getBytes("payload"),
                row.getString("sha256"));
    }

    private static Outbox.Trouble read(ResultSet row, int number) throws SQLException {
        return new Outbox.Trouble(
                row.getString("kind"),
                row.getString("key"),
                row.getString("target"),
                row.getString("trouble"),
                row.getTimestamp("put_at").toInstant());
    }
}
