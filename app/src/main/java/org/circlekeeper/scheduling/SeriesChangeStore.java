package org.circlekeeper.scheduling;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes of regular times on disk, with what each took away: sessions, who was in them, what became of them. */
@Repository
class SeriesChangeStore {

    /** Whole rows go back, whatever columns they have: they were taken away whole. */
    private static final List<String> PUT_BACK = List.of("""
            insert into scheduling.session
            select r.*
              from scheduling.series_change c
             cross join jsonb_populate_recordset(null::scheduling.session, c.sessions) r
             where c.act_id = :act
            """, """
            insert into scheduling.session_leader
            select r.*
              from scheduling.series_change c
             cross join jsonb_populate_recordset(null::scheduling.session_leader, c.beside) r
             where c.act_id = :act
            """, """
            insert into scheduling.session_move
            select r.*
              from scheduling.series_change c
             cross join jsonb_populate_recordset(null::scheduling.session_move, c.moves) r
             where c.act_id = :act
            """);

    private final JdbcClient db;

    SeriesChangeStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A change that was made.
     *
     * @param said what whom it concerns was told
     * @param old the series that ended before the day; null when a time was added
     * @param fresh the series that begins on the day; null when a time ended
     */
    record Made(
            UUID act,
            GroupId group,
            String said,
            LocalDate from,
            @Nullable SeriesId old,
            @Nullable SeriesId fresh,
            boolean takenBack) {}

    /** Keeps the series and these sessions as they stand now, before the change takes them away. */
    void keep(Made made, Collection<SessionId> gone, String by, Instant at) {
        var old = made.old();
        var fresh = made.fresh();
        db.sql("""
                        insert into scheduling.series_change (act_id, group_id, said, from_day, old_series, fresh_series,
                                                              series, sessions, beside, moves, made_by, made_at)
                        select :act, :group, :said, :from, cast(:old as uuid), cast(:fresh as uuid),
                               (select to_jsonb(s) from scheduling.series s where s.id = cast(:old as uuid)),
                               (select coalesce(jsonb_agg(to_jsonb(s)), '[]')
                                  from scheduling.session s
                                 where s.id = any(:gone)),
                               (select coalesce(jsonb_agg(to_jsonb(l)), '[]')
                                  from scheduling.session_leader l
                                 where l.session_id = any(:gone)),
                               (select coalesce(jsonb_agg(to_jsonb(m)), '[]')
                                  from scheduling.session_move m
                                 where m.session_id = any(:gone)),
                               :by, :at
                        """)
                .param("act", made.act())
                .param("group", made.group().value())
                .param("said", made.said())
                .param("from", made.from())
                .param("old", old == null ? null : old.toString())
                .param("fresh", fresh == null ? null : fresh.toString())
                .param("gone", gone.stream().map(SessionId::value).toArray(UUID[]::new))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Made> find(UUID act) {
        return db.sql("""
                        select act_id, group_id, said, from_day, old_series, fresh_series,
                               taken_back_at is not null as taken_back
                          from scheduling.series_change
                         where act_id = :act
                        """)
                .param("act", act)
                .query((row, _) -> new Made(
                        row.getObject("act_id", UUID.class),
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getString("said"),
                        row.getObject("from_day", LocalDate.class),
                        series(row.getObject("old_series", UUID.class)),
                        series(row.getObject("fresh_series", UUID.class)),
                        row.getBoolean("taken_back")))
                .optional();
    }

    private static @Nullable SeriesId series(@Nullable UUID id) {
        return id == null ? null : new SeriesId(id);
    }

    /** The sessions that a change took away, as they stood. */
    List<Session> gone(UUID act) {
        return db.sql("""
                        select s.*
                          from scheduling.series_change c
                         cross join jsonb_populate_recordset(null::scheduling.session, c.sessions) s
                         where c.act_id = :act
                         order by s.starts_at, s.id
                        """).param("act", act).query(SessionStore::session).list();
    }

    /** Who was in them beside their leaders. */
    List<BesideStore.Beside> beside(UUID act) {
        return db.sql("""
                        select l.session_id, l.practitioner_id, l.part
                          from scheduling.series_change c
                         cross join jsonb_populate_recordset(null::scheduling.session_leader, c.beside) l
                         where c.act_id = :act
                        """)
                .param("act", act)
                .query((row, _) -> new BesideStore.Beside(
                        new SessionId(row.getObject("session_id", UUID.class)),
                        new PractitionerId(row.getObject("practitioner_id", UUID.class)),
                        Part.valueOf(row.getString("part"))))
                .list();
    }

    /** Puts back what a change took away: the series as it was, its sessions, who was in them, what became of them. */
    void putBack(UUID act, String by, Instant at) {
        db.sql("""
                        insert into scheduling.series
                        select s.*
                          from scheduling.series_change c
                         cross join jsonb_populate_record(null::scheduling.series, c.series) s
                         where c.act_id = :act
                           and c.series is not null
                            on conflict (practice_id, id) do update set last_day = excluded.last_day
                        """).param("act", act).update();
        PUT_BACK.forEach(rows -> db.sql(rows).param("act", act).update());
        db.sql("""
                        update scheduling.series_change
                           set taken_back_by = :by, taken_back_at = :at
                         where act_id = :act
                        """)
                .param("act", act)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }
}
