package org.circlekeeper.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters on disk. */
@Repository
class LetterStore {

    private final JdbcClient db;

    LetterStore(JdbcClient db) {
        this.db = db;
    }

    void put(Letter letter, Instant at, @Nullable Instant notBefore) {
        db.sql("""
                        insert into outbox.letter (id, kind, target, key, payload, sha256, status, put_at, not_before)
                        values (:id, :kind, :target, :key, :payload, :sha, 'WAITING', :at, :notBefore)
                        """)
                .param("id", letter.id())
                .param("kind", letter.kind())
                .param("target", letter.target())
                .param("key", letter.key())
                .param("payload", letter.payload())
                .param("sha", letter.sha256())
                .param("at", Timestamp.from(at))
                .param("notBefore", notBefore == null ? null : Timestamp.from(notBefore), Types.TIMESTAMP)
                .update();
    }

    /** Those that wait and are held no longer. */
    List<UUID> waiting(int limit, Instant now) {
        return db.sql("""
                        select id
                          from outbox.letter
                         where status = 'WAITING'
                           and (not_before is null or not_before <= :now)
                         order by put_at, id
                         limit :limit
                        """)
                .param("limit", limit)
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
    Optional<Letter> waiting(UUID id, Instant now) {
        return db.sql("""
                        select id, kind, target, key, payload, sha256
                          from outbox.letter
                         where id = :id
                           and status = 'WAITING'
                           and (not_before is null or not_before <= :now)
                        """)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Letter(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("target"),
                        row.getString("key"),
                        row.getBytes("payload"),
                        row.getString("sha256")))
                .optional();
    }

    /** False when another has settled it meanwhile. */
    boolean settle(UUID id, String status, Instant at) {
        return db.sql("""
                        update outbox.letter
                           set status = :status, settled_at = :at, trouble = null
                         where id = :id
                           and status = 'WAITING'
                        """)
                        .param("status", status)
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .update()
                == 1;
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
                         where status = 'WAITING'
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
                         where status = 'WAITING'
                           and trouble is not null
                         order by put_at, id
                         limit 1
                        """).query(LetterStore::read).optional();
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
