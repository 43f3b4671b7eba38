package org.circlekeeper.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sealed answers, on disk. */
@Repository
class SheetStore {

    private final JdbcClient db;

    SheetStore(JdbcClient db) {
        this.db = db;
    }

    /** What lies there, closed. */
    @SuppressWarnings("ArrayRecordComponent")
    record Closed(byte[] sealed, Instant openedAt, @Nullable Instant readAt) {}

    Optional<Closed> of(PaperId paper) {
        return db.sql("select sealed, opened_at, read_at from intake.answers where paper_id = :paper")
                .param("paper", paper.value())
                .query((row, _) -> {
                    var read = row.getTimestamp("read_at");
                    return new Closed(
                            row.getBytes("sealed"),
                            row.getTimestamp("opened_at").toInstant(),
                            read == null ? null : read.toInstant());
                })
                .optional();
    }

    List<PaperId> all() {
        return db.sql("select paper_id from intake.answers order by paper_id")
                .query((row, _) -> new PaperId(row.getObject("paper_id", UUID.class)))
                .list();
    }

    /** Keeps them where nothing was kept before. */
    void begin(PaperId paper, byte[] sealed, String key, String by, Instant at) {
        db.sql("""
                        insert into intake.answers (paper_id, sealed, seal_key, saved_by, saved_at, opened_at)
                        values (:paper, :sealed, :key, :by, :at, :at)
                        on conflict (practice_id, paper_id) do nothing
                        """)
                .param("paper", paper.value())
                .param("sealed", sealed)
                .param("key", key)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    void keep(PaperId paper, byte[] sealed, String key, String by, Instant at) {
        db.sql("""
                        insert into intake.answers (paper_id, sealed, seal_key, saved_by, saved_at, opened_at)
                        values (:paper, :sealed, :key, :by, :at, :at)
                        on conflict (practice_id, paper_id) do update
                           set sealed = excluded.sealed, seal_key = excluded.seal_key, saved_by = excluded.saved_by,
                               saved_at = excluded.saved_at
                        """)
                .param("paper", paper.value())
                .param("sealed", sealed)
                .param("key", key)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    void read(PaperId paper, Instant at) {
        db.sql("update intake.answers set read_at = :at where paper_id = :paper")
                .param("paper", paper.value())
                .param("at", Timestamp.from(at))
                .update();
    }
}
