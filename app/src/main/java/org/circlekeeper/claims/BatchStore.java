package org.circlekeeper.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batches on disk, and the moves of all their claims at once. */
@Repository
class BatchStore {

    /**
     * A session is released when expected seats = marked = claims + held + not billable. Of a closed one the sheet says
     * who was expected. Both lists are made but once: of tables that nobody has counted yet, the planner would rather
     * make them anew for every claim.
     */
    private static final String RELEASED = """
            with waiting as materialized (
                select distinct k.practice_id, k.session_id
                  from claims.claim k
                 where k.status = 'READY'),
            astray as materialized (
                select distinct e.session_id
                  from attendance.encounter_facts e
                  join waiting w on w.practice_id = e.practice_id and w.session_id = e.session_id
                  left join claims.claim c
                    on c.practice_id = e.practice_id
                   and c.encounter_id = e.id
                   and c.status <> 'VOIDED'
                 where e.presence = 'UNMARKED'
                    or (e.presence in ('PRESENT', 'LATE', 'LEFT_EARLY')) <> (c.id is not null)),
            released as (
                select w.practice_id, w.session_id
                  from waiting w
                  join attendance.closing_facts c on c.practice_id = w.practice_id and c.session_id = w.session_id
                  left join astray a on a.session_id = w.session_id
                 where a.session_id is null)
            """;

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

    List<Fileable> fileable(SecondLook look) {
        return db.sql(RELEASED + """
                        select k.payer_id as payer, y.payer_id as payer_code, y.name, count(*) as claims,
                               sum(k.charge_cents) as cents, min(k.service_date) as first, max(k.service_date) as last,
                               left(md5(string_agg(k.id::text || k.revision, ',' order by k.id)), 12) as situation,
                               max(case when :byAnother then k.denial_by end) as reason_by,
                               case when :byAnother then coalesce(k.denial_person::text, k.denial_by) end as reason_of
                          from claims.claim k
                          join released r on r.practice_id = k.practice_id and r.session_id = k.session_id
                          join practice.payer_facts y on y.practice_id = k.practice_id and y.id = k.payer_id
                         where k.status = 'READY'
                           and (k.denial_at is null or k.denial_at <= :reasonsUntil)
                         group by k.payer_id, y.payer_id, y.name, reason_of
                         order by y.name, k.payer_id, reason_of nulls first
                        """)
                .param("byAnother", look.byAnother())
                .param("reasonsUntil", Timestamp.from(look.reasonsUntil()))
                .query((row, _) -> new Fileable(
                        row.getObject("payer", UUID.class),
                        row.getString("payer_code"),
                        row.getString("name"),
                        row.getInt("claims"),
                        new Money(row.getLong("cents")),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class),
                        row.getString("situation"),
                        row.getString("reason_by"),
                        row.getString("reason_of"),
                        look))
                .list();
    }

    /** Takes every claim of it that may go now into the batch. Returns how many. */
    int take(UUID batch, Fileable fileable, Instant at) {
        return db.sql(RELEASED + """
                        update claims.claim k
                           set status = 'BATCHED', status_since = :at, batch_id = :batch, revision = k.revision + 1
                          from released r
                         where r.practice_id = k.practice_id
                           and r.session_id = k.session_id
                           and k.status = 'READY'
                           and k.payer_id = :payer
                           and (k.denial_at is null or k.denial_at <= :reasonsUntil)
                           and case when :byAnother then coalesce(k.denial_person::text, k.denial_by) end
                               is not distinct from :reasonOf::text
                        """)
                .param("at", Timestamp.from(at))
                .param("batch", batch)
                .param("payer", fileable.payer())
                .param("reasonsUntil", Timestamp.from(fileable.look().reasonsUntil()))
                .param("byAnother", fileable.look().byAnother())
                .param("reasonOf", fileable.reasonOf())
                .update();
    }

    /** What the claims that were just taken into the batch were before: as a {@link Fileable} says it. */
    String situation(UUID batch) {
        return db.sql("""
                        select left(md5(string_agg(k.id::text || (k.revision - 1), ',' order by k.id)), 12)
                          from claims.claim k
                         where k.batch_id = :batch
                        """).param("batch", batch).query(String.class).single();
    }

    /** Puts claims of a batch that is not written yet back where they were. */
    void putBack(Collection<ClaimId> claims) {
        db.sql("""
                        update claims.claim
                           set status = 'READY', batch_id = null, revision = revision + 1
                         where id = any(:claims)
                           and status = 'BATCHED'
                        """)
                .param("claims", claims.stream().map(ClaimId::value).toArray(UUID[]::new))
                .update();
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
