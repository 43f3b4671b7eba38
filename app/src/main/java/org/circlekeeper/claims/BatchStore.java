package org.circlekeeper.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batches on disk, and the moves of all their claims at once: what was filed. */
@Repository
class BatchStore {

    private static final String BATCHES = """
            select b.id, b.payer_id as payer, y.payer_id as payer_code, y.name as payer_name, b.filed_on,
                   b.control_number, b.batch_ref, b.file_name, b.sha256, b.claims, b.total_cents, b.test, b.filed_by,
                   b.filed_at, b.released_by, b.delivered_at, b.recalled_at, b.recalled_why, b.exported_at, o.trouble
              from claims.batch b
              join practice.payer_facts y on y.practice_id = b.practice_id and y.id = b.payer_id
              left join outbox.letter_facts o
                on o.practice_id = b.practice_id
               and o.kind = '837'
               and o.key = b.id::text
            """;

    private final JdbcClient db;

    BatchStore(JdbcClient db) {
        this.db = db;
    }

    List<UUID> encounters(UUID batch) {
        return db.sql("select encounter_id from claims.claim where batch_id = :batch")
                .param("batch", batch)
                .query(UUID.class)
                .list();
    }

    List<UUID> patients(UUID batch) {
        return db.sql("select distinct patient_id from claims.claim where batch_id = :batch")
                .param("batch", batch)
                .query(UUID.class)
                .list();
    }

    List<ClaimId> claims(UUID batch) {
        return db
                .sql("select id from claims.claim where batch_id = :batch")
                .param("batch", batch)
                .query(UUID.class)
                .list()
                .stream()
                .map(ClaimId::new)
                .toList();
    }

    /** How many of a batch no longer have a person in the room or a signed note behind them. */
    int unfounded(UUID batch) {
        return db.sql("""
                        select count(*)
                          from claims.claim k
                          join attendance.encounter_facts e on e.practice_id = k.practice_id and e.id = k.encounter_id
                          join scheduling.session_facts s on s.practice_id = k.practice_id and s.id = k.session_id
                          left join charts.signed_note_facts n
                            on n.practice_id = k.practice_id
                           and n.session_id = k.session_id
                           and n.patient_id = k.patient_id
                         where k.batch_id = :batch
                           and (e.presence not in ('PRESENT', 'LATE', 'LEFT_EARLY')
                                or e.recorded_by is null
                                or s.status <> 'PLANNED'
                                or n.session_id is null)
                        """).param("batch", batch).query(Integer.class).single();
    }

    void add(Batch batch, byte[] content) {
        db.sql("""
                        insert into claims.batch (id, payer_id, filed_on, control_number, batch_ref, file_name, content, sha256,
                                                  claims, total_cents, test, filed_by, filed_at, released_by)
                        values (:id, :payer, :day, :control, :ref, :file, :content, :sha, :claims, :cents, :test, :by, :at,
                                :released)
                        """)
                .param("id", batch.id())
                .param("payer", batch.payer())
                .param("day", batch.filedOn())
                .param("control", Long.parseLong(batch.interchange()))
                .param("ref", batch.reference())
                .param("file", batch.fileName())
                .param("content", content)
                .param("sha", batch.sha256())
                .param("claims", batch.claims())
                .param("cents", batch.total().cents())
                .param("test", batch.test())
                .param("by", batch.filedBy())
                .param("at", Timestamp.from(batch.filedAt()))
                .param("released", batch.releasedBy())
                .update();
    }

    /** Moves every claim of the batch that stands at {@code from}, and writes a row for each. */
    void moveAll(UUID batch, ClaimStatus from, ClaimStatus to, String why, String actor, Instant at) {
        if (!from.next().contains(to)) {
            throw new IllegalStateException("A claim cannot go from " + from + " to " + to);
        }
        db.sql("""
                        with moved as (
                            update claims.claim
                               set status = :to, status_since = :at, revision = revision + 1,
                                   batch_id = case when :to = 'READY' then null else batch_id end
                             where batch_id = :batch
                               and status = :from
                            returning id, revision)
                        insert into claims.claim_move (claim_id, revision, from_status, to_status, why, actor, at)
                        select id, revision, :from, :to, :why, :actor, :at from moved
                        """)
                .param("to", to.name())
                .param("from", from.name())
                .param("at", Timestamp.from(at))
                .param("batch", batch)
                .param("why", why)
                .param("actor", actor)
                .update();
    }

    /** Writes down that the claims of a batch went into it. */
    void filed(UUID batch, String why, String actor, Instant at) {
        db.sql("""
                        insert into claims.claim_move (claim_id, revision, from_status, to_status, why, actor, at)
                        select id, revision, 'READY', 'BATCHED', :why, :actor, :at
                          from claims.claim
                         where batch_id = :batch
                        """)
                .param("why", why)
                .param("actor", actor)
                .param("at", Timestamp.from(at))
                .param("batch", batch)
                .update();
    }

    void delivered(UUID batch, Instant at) {
        db.sql("update claims.batch set delivered_at = :at where id = :id and delivered_at is null")
                .param("at", Timestamp.from(at))
                .param("id", batch)
                .update();
    }

    void recalled(UUID batch, String why, Instant at) {
        db.sql("update claims.batch set recalled_at = :at, recalled_why = :why where id = :id and delivered_at is null")
                .param("at", Timestamp.from(at))
                .param("why", why)
                .param("id", batch)
                .update();
    }

    /** Returns whether it was copied out for the first time. */
    boolean exported(UUID batch, Instant at) {
        return db.sql("update claims.batch set exported_at = :at where id = :id and exported_at is null")
                        .param("at", Timestamp.from(at))
                        .param("id", batch)
                        .update()
                == 1;
    }

    Optional<Batch> find(UUID id) {
        return db.sql(BATCHES + " where b.id = :id")
                .param("id", id)
                .query(BatchStore::batch)
                .optional();
    }

    List<Batch> newestFirst(int limit) {
        return db.sql(BATCHES + " order by b.control_number desc limit :limit")
                .param("limit", limit)
                .query(BatchStore::batch)
                .list();
    }

    List<Batch> inOrder() {
        return db.sql(BATCHES + " where b.recalled_at is null order by b.control_number")
                .query(BatchStore::batch)
                .list();
    }

    byte[] content(UUID batch) {
        return db.sql("select content from claims.batch where id = :id")
                .param("id", batch)
                .query((row, _) -> row.getBytes("content"))
                .single();
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                row.getObject("payer", UUID.class),
                row.getString("payer_code"),
                row.getString("payer_name"),
                row.getObject("filed_on", LocalDate.class),
                "%09d".formatted(row.getLong("control_number")),
                row.getString("batch_ref"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getInt("claims"),
                new Money(row.getLong("total_cents")),
                row.getBoolean("test"),
                row.getString("filed_by"),
                row.getTimestamp("filed_at").toInstant(),
                row.getString("released_by"),
                instant(row, "delivered_at"),
                instant(row, "recalled_at"),
                row.getString("recalled_why"),
                instant(row, "exported_at"),
                row.getString("trouble"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
