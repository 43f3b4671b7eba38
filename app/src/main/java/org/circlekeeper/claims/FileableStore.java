package org.circlekeeper.claims;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.terms.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What could be filed now, and taking it into a batch. */
@Repository
class FileableStore {

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

    private final JdbcClient db;

    FileableStore(JdbcClient db) {
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
}
