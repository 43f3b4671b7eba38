package org.circlekeeper.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.LedDays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions on disk. */
@Repository
class SessionStore {

    private static final String COLUMNS = """
            select id, group_id, series_id, service_date, starts_at, ends_at, leader_id, place_of_service,
                   status, reason, origin
              from scheduling.session
            """;

    private final JdbcClient db;

    SessionStore(JdbcClient db) {
        this.db = db;
    }

    Map<SessionId, Session> byId(Collection<SessionId> ids) {
        var found = new LinkedHashMap<SessionId, Session>();
        db.sql(COLUMNS + " where id = any(:ids) order by starts_at, id")
                .param("ids", ids.stream().map(SessionId::value).toArray(UUID[]::new))
                .query(SessionStore::session)
                .list()
                .forEach(session -> found.put(session.id(), session));
        return found;
    }

    List<Session> between(LocalDate from, LocalDate to) {
        return db.sql(COLUMNS + " where service_date between :from and :to order by starts_at, id")
                .param("from", from)
                .param("to", to)
                .query(SessionStore::session)
                .list();
    }

    List<Session> of(GroupId group, int limit) {
        return db.sql(COLUMNS + " where group_id = :group order by starts_at desc, id limit :limit")
                .param("group", group.value())
                .param("limit", limit)
                .query(SessionStore::session)
                .list();
    }

    Set<LedDays.Led> ledBy(PractitionerId leader) {
        return db.sql("select distinct group_id, service_date from scheduling.session where leader_id = :leader")
                .param("leader", leader.value())
                .query((row, _) -> new LedDays.Led(
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getObject("service_date", LocalDate.class)))
                .set();
    }

    List<Session> after(Instant now) {
        return db.sql(COLUMNS + " where starts_at > :now order by starts_at, id")
                .param("now", Timestamp.from(now))
                .query(SessionStore::session)
                .list();
    }

    void add(Collection<Session> sessions) {
        sessions.forEach(this::add);
    }

    private void add(Session session) {
        db.sql("""
                        insert into scheduling.session (id, group_id, series_id, service_date, starts_at, ends_at, leader_id,
                                                        place_of_service, status, reason, origin)
                        values (:id, :group, :series, :day, :starts, :ends, :leader, :place, :status, :reason, :origin)
                        """)
                .param("id", session.id().value())
                .param("group", session.group().value())
                .param(
                        "series",
                        session.series() == null ? null : session.series().value())
                .param("day", session.serviceDate())
                .param("starts", Timestamp.from(session.startsAt()))
                .param("ends", Timestamp.from(session.endsAt()))
                .param("leader", session.leader().value())
                .param("place", session.placeOfService())
                .param("status", session.status().name())
                .param("reason", session.reason())
                .param("origin", session.imported() ? "imported" : "planned")
                .update();
    }

    int leadAfter(GroupId group, PractitionerId leader, Instant now) {
        return db.sql("""
                        update scheduling.session
                           set leader_id = :leader
                         where group_id = :group
                           and starts_at > :now
                           and leader_id <> :leader
                        """)
                .param("group", group.value())
                .param("leader", leader.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    void setStatus(SessionId id, Session.Status status, @Nullable String reason) {
        db.sql("update scheduling.session set status = :status, reason = :reason where id = :id")
                .param("id", id.value())
                .param("status", status.name())
                .param("reason", reason)
                .update();
    }

    void move(SessionId id, Instant startsAt, Instant endsAt) {
        db.sql("update scheduling.session set starts_at = :starts, ends_at = :ends where id = :id")
                .param("id", id.value())
                .param("starts", Timestamp.from(startsAt))
                .param("ends", Timestamp.from(endsAt))
                .update();
    }

    void unplanAfter(SeriesId series, LocalDate lastDay, Instant now) {
        db.sql("""
                        delete from scheduling.session
                         where series_id = :series
                           and service_date > :last
                           and starts_at > :now
                           and origin = 'planned'
                        """)
                .param("series", series.value())
                .param("last", lastDay)
                .param("now", Timestamp.from(now))
                .update();
    }

    void unplan(SeriesId series) {
        db.sql("delete from scheduling.session where series_id = :series and origin = 'planned'")
                .param("series", series.value())
                .update();
    }

    void remove(Collection<SessionId> ids) {
        db.sql("delete from scheduling.session where id = any(:ids)")
                .param("ids", ids.stream().map(SessionId::value).toArray(UUID[]::new))
                .update();
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        var series = row.getObject("series_id", UUID.class);
        return new Session(
                new SessionId(row.getObject("id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                series == null ? null : new SeriesId(series),
                row.getObject("service_date", LocalDate.class),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                new PractitionerId(row.getObject("leader_id", UUID.class)),
                row.getString("place_of_service"),
                Session.Status.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getString("origin").equals("imported"));
    }
}
