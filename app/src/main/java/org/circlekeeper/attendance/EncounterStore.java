package org.circlekeeper.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.PersonName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Attendance on disk. */
@Repository
class EncounterStore {

    private final JdbcClient db;

    EncounterStore(JdbcClient db) {
        this.db = db;
    }

    /** Whoever writes on a sheet has it alone until their transaction ends: nobody closes what another is changing. */
    void hold(SessionId session) {
        db.sql("""
                        select pg_advisory_xact_lock_shared(hashtextextended('sheets ' || database.practice_id(), 0)) is null,
                               pg_advisory_xact_lock(hashtextextended('sheet ' || :session, 0)) is null
                        """)
                .param("session", session.toString())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** All sheets of the practice at once, by one lock and not by one for each. */
    void holdAll() {
        db.sql("select pg_advisory_xact_lock(hashtextextended('sheets ' || database.practice_id(), 0)) is null")
                .query(Boolean.class)
                .single();
    }

    List<Seat> seats(SessionId session) {
        return db.sql("""
                        select s.patient_id, p.first_name, p.middle_name, p.last_name, e.id, s.presence, e.arrived, e.left_at,
                               e.minutes, e.recorded_by, e.recorded_at
                          from attendance.seat_facts s
                          join patients.patient_facts p on p.practice_id = s.practice_id and p.id = s.patient_id
                          left join attendance.encounter e
                            on e.practice_id = s.practice_id and e.id = s.encounter_id
                         where s.session_id = :session
                         order by lower(p.last_name), lower(p.first_name), s.patient_id
                        """)
                .param("session", session.value())
                .query(EncounterStore::seat)
                .list();
    }

    Optional<Sheet.Closed> closed(SessionId session) {
        return db.sql("select closed_by, closed_at from attendance.closing where session_id = :session")
                .param("session", session.value())
                .query((row, _) -> new Sheet.Closed(
                        row.getString("closed_by"),
                        row.getTimestamp("closed_at").toInstant()))
                .optional();
    }

    List<SessionId> openBetween(Instant from, Instant to) {
        return db
                .sql("""
                        select s.id
                          from scheduling.session_facts s
                          left join attendance.closing c on c.practice_id = s.practice_id and c.session_id = s.id
                         where s.ends_at > :from
                           and s.ends_at <= :to
                           and s.status = 'PLANNED'
                           and c.session_id is null
                         order by s.ends_at, s.id
                        """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(UUID.class)
                .list()
                .stream()
                .map(SessionId::new)
                .toList();
    }

    /** Of these, the ones on which somebody wrote: how many are marked, and 0 when the sheet is closed. */
    Map<SessionId, Integer> marked(Collection<SessionId> sessions) {
        var marked = new HashMap<SessionId, Integer>();
        db.sql("""
                        select e.session_id, count(*) as marks
                          from attendance.encounter e
                         where e.session_id = any(:ids)
                           and e.presence <> 'UNMARKED'
                           and not exists (select
                                             from attendance.closing c
                                            where c.practice_id = e.practice_id
                                              and c.session_id = e.session_id)
                         group by e.session_id
                        union all
                        select session_id, 0
                          from attendance.closing
                         where session_id = any(:ids)
                        """)
                .param("ids", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .query(row -> {
                    marked.put(new SessionId(row.getObject("session_id", UUID.class)), row.getInt("marks"));
                });
        return marked;
    }

    EncounterId put(
            EncounterId fresh,
            SessionId session,
            PatientId patient,
            Encounters.Mark mark,
            @Nullable String by,
            @Nullable Instant at) {
        return new EncounterId(marked(db.sql("""
                        insert into attendance.encounter (id, session_id, patient_id, presence, arrived, left_at, minutes,
                                                          recorded_by, recorded_at)
                        values (:id, :session, :patient, :presence, :arrived, :left, :minutes, :by, :at)
                        on conflict (practice_id, session_id, patient_id) do update
                           set presence = excluded.presence, arrived = excluded.arrived, left_at = excluded.left_at,
                               minutes = excluded.minutes, recorded_by = excluded.recorded_by,
                               recorded_at = excluded.recorded_at
                        returning id
                        """), mark)
                .param("id", fresh.value())
                .param("session", session.value())
                .param("patient", patient.value())
                .param("by", by)
                .param("at", at == null ? null : Timestamp.from(at))
                .query(UUID.class)
                .single());
    }

    /** What a member's claim says instead of the session's place. */
    void place(SessionId session, PatientId patient, Encounters.Place place) {
        db.sql("""
                        update attendance.encounter
                           set place_of_service = :code, heard_only = :heard
                         where session_id = :session
                           and patient_id = :patient
                        """)
                .param("code", place.code())
                .param("heard", place.heardOnly())
                .param("session", session.value())
                .param("patient", patient.value())
                .update();
    }

    /** A mark as it is kept: who said it and when, why when it corrects, and whether former records did. */
    record Said(Encounters.Mark mark, @Nullable String reason, String by, Instant at, boolean imported) {}

    void keepMark(UUID id, EncounterId encounter, Said said) {
        marked(db.sql("""
                        insert into attendance.mark (id, encounter_id, presence, arrived, left_at, minutes, reason,
                                                     recorded_by, recorded_at, source)
                        values (:id, :encounter, :presence, :arrived, :left, :minutes, :reason, :by, :at, :source)
                        """), said.mark())
                .param("id", id)
                .param("encounter", encounter.value())
                .param("reason", said.reason())
                .param("by", said.by())
                .param("at", Timestamp.from(said.at()))
                .param("source", said.imported() ? "import" : "sheet")
                .update();
    }

    /** When the sheet was marked here last; marks that were taken back do not count. */
    Optional<Instant> lastMark(SessionId session) {
        return db.sql("""
                        select max(m.recorded_at)
                          from attendance.mark m
                          join attendance.encounter e on e.practice_id = m.practice_id and e.id = m.encounter_id
                         where e.session_id = :session
                           and m.source = 'sheet'
                           and m.taken_back_at is null
                        """)
                .param("session", session.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** A mark that was taken back. */
    record TakenBack(EncounterId encounter, PatientId patient, Presence presence) {}

    /**
     * Several seats marked in one act are taken back together: they carry the same moment. Each seat stands again as it
     * did before, and the mark is kept.
     */
    List<TakenBack> undo(SessionId session, Instant last, String by, Instant now) {
        var taken = db.sql("""
                        update attendance.mark m
                           set taken_back_at = :now, taken_back_by = :by
                          from attendance.encounter e
                         where e.practice_id = m.practice_id
                           and e.id = m.encounter_id
                           and e.session_id = :session
                           and m.recorded_at = :last
                           and m.source = 'sheet'
                           and m.taken_back_at is null
                        returning m.encounter_id, e.patient_id, m.presence
                        """)
                .param("session", session.value())
                .param("last", Timestamp.from(last))
                .param("by", by)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new TakenBack(
                        new EncounterId(row.getObject("encounter_id", UUID.class)),
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        Presence.valueOf(row.getString("presence"))))
                .list();
        taken.stream().map(TakenBack::encounter).distinct().forEach(this::restore);
        return taken;
    }

    /** Marks follow each other in the order of their ids: what former records said may be older than its import. */
    private void restore(EncounterId encounter) {
        db.sql("""
                        update attendance.encounter e
                           set presence = m.presence, arrived = m.arrived, left_at = m.left_at, minutes = m.minutes,
                               recorded_by = case when m.presence = 'UNMARKED' then null else m.recorded_by end,
                               recorded_at = case when m.presence = 'UNMARKED' then null else m.recorded_at end
                          from (select coalesce(max(presence), 'UNMARKED') as presence, max(arrived) as arrived,
                                       max(left_at) as left_at, max(minutes) as minutes, max(recorded_by) as recorded_by,
                                       max(recorded_at) as recorded_at
                                  from (select presence, arrived, left_at, minutes, recorded_by, recorded_at
                                          from attendance.mark
                                         where encounter_id = :encounter
                                           and taken_back_at is null
                                         order by id desc
                                         limit 1) newest) m
                         where e.id = :encounter
                        """).param("encounter", encounter.value()).update();
    }

    void close(SessionId session, String by, Instant at, String source) {
        db.sql("""
                        insert into attendance.closing (session_id, closed_by, closed_at, source)
                        values (:session, :by, :at, :source)
                        on conflict (practice_id, session_id) do nothing
                        """)
                .param("session", session.value())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("source", source)
                .update();
    }

    /** Who had a line on one of them. */
    List<PatientId> remove(Collection<SessionId> sessions) {
        var ids = sessions.stream().map(SessionId::value).toArray(UUID[]::new);
        db.sql("delete from attendance.closing where session_id = any(:ids)")
                .param("ids", ids)
                .update();
        return db
                .sql("delete from attendance.encounter where session_id = any(:ids) returning patient_id")
                .param("ids", ids)
                .query(UUID.class)
                .list()
                .stream()
                .map(PatientId::new)
                .distinct()
                .toList();
    }

    private static StatementSpec marked(StatementSpec sql, Encounters.Mark mark) {
        var arrived = mark.arrived();
        var left = mark.left();
        Integer minutes = mark.minutes() != null || arrived == null || left == null
                ? mark.minutes()
                : Integer.valueOf(
                        (int) Math.max(0, Duration.between(arrived, left).toMinutes()));
        return sql.param("presence", mark.presence().name())
                .param("arrived", arrived)
                .param("left", left)
                .param("minutes", minutes);
    }

    private static Seat seat(ResultSet row, int number) throws SQLException {
        var encounter = row.getObject("id", UUID.class);
        var at = row.getTimestamp("recorded_at");
        return new Seat(
                new PatientId(row.getObject("patient_id", UUID.class)),
                new PersonName(row.getString("first_name"), row.getString("middle_name"), row.getString("last_name")),
                encounter == null ? null : new EncounterId(encounter),
                Presence.valueOf(row.getString("presence")),
                row.getObject("arrived", LocalTime.class),
                row.getObject("left_at", LocalTime.class),
                row.getObject("minutes", Integer.class),
                row.getString("recorded_by"),
                at == null ? null : at.toInstant());
    }
}
