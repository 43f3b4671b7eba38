package org.circlekeeper.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.LedDays;
import org.circlekeeper.roster.MembershipId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions on disk. */
@Repository
class SessionStore {

    private static final String COLUMNS = """
            select id, group_id, series_id, service_date, starts_at, ends_at, leader_id, place_of_service,
                   status, reason, origin, occurrence, room_id, link, substitute_for, makes_up, by_hand, revision, away,
                   instead
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
        return db.sql("""
                        select group_id, service_date
                          from scheduling.session
                         where leader_id = :leader
                        union
                        select s.group_id, s.service_date
                          from scheduling.session s
                          join scheduling.session_leader l on l.practice_id = s.practice_id and l.session_id = s.id
                         where l.practitioner_id = :leader
                        """)
                .param("leader", leader.value())
                .query((row, _) -> new LedDays.Led(
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getObject("service_date", LocalDate.class)))
                .set();
    }

    /** Those that begin after an instant, or stand for a time of their series after it and were moved before. */
    List<Session> after(Instant now, LocalDateTime localNow) {
        return db.sql(COLUMNS + " where starts_at > :now or occurrence > :local order by starts_at, id")
                .param("now", Timestamp.from(now))
                .param("local", localNow)
                .query(SessionStore::session)
                .list();
    }

    /** Of a series, from a day on. */
    List<Session> of(SeriesId series, LocalDate from) {
        return db.sql(COLUMNS + " where series_id = :series and service_date >= :from order by starts_at, id")
                .param("series", series.value())
                .param("from", from)
                .query(SessionStore::session)
                .list();
    }

    /** Adds them in one statement, all or none. */
    void add(Collection<Session> sessions) {
        add(sessions, "");
    }

    /** The same; where the group meets already, that stays as it is. */
    void addWhatIsNotThere(Collection<Session> sessions) {
        add(sessions, " on conflict do nothing");
    }

    private void add(Collection<Session> sessions, String onConflict) {
        if (sessions.isEmpty()) {
            return;
        }
        db.sql("""
                        insert into scheduling.session (id, group_id, series_id, service_date, starts_at, ends_at, leader_id,
                                                        place_of_service, status, reason, origin, occurrence, room_id,
                                                        link, substitute_for, makes_up, by_hand)
                        select *
                          from unnest(:id::uuid[], :group::uuid[], :series::uuid[], :day::date[], :starts::timestamptz[],
                                      :ends::timestamptz[], :leader::uuid[], :place::text[], :status::text[],
                                      :reason::text[], :origin::text[], :occurrence::timestamp[], :room::uuid[],
                                      :link::text[], :substitute::uuid[], :makesUp::uuid[], :byHand::boolean[])
                        """ + onConflict)
                .param("id", texts(sessions, Session::id))
                .param("group", texts(sessions, Session::group))
                .param("series", texts(sessions, Session::series))
                .param("day", texts(sessions, Session::serviceDate))
                .param("starts", texts(sessions, Session::startsAt))
                .param("ends", texts(sessions, Session::endsAt))
                .param("leader", texts(sessions, Session::leader))
                .param("place", texts(sessions, Session::placeOfService))
                .param("status", texts(sessions, Session::status))
                .param("reason", texts(sessions, Session::reason))
                .param("origin", texts(sessions, session -> session.imported() ? "imported" : "planned"))
                .param(
                        "occurrence",
                        texts(sessions, session -> session.arranged().occurrence()))
                .param("room", texts(sessions, Session::room))
                .param("link", texts(sessions, Session::link))
                .param(
                        "substitute",
                        texts(sessions, session -> session.arranged().substituteFor()))
                .param("makesUp", texts(sessions, session -> session.arranged().makesUp()))
                .param("byHand", texts(sessions, session -> session.arranged().byHand()))
                .update();
    }

    private static @Nullable String[] texts(Collection<Session> sessions, Function<Session, @Nullable Object> of) {
        var texts = new @Nullable String[sessions.size()];
        int at = 0;
        for (var session : sessions) {
            var value = of.apply(session);
            texts[at++] = value == null ? null : value.toString();
        }
        return texts;
    }

    /** Writes how a session stands now, where its old status still stands. */
    boolean write(Session session, Session.Status before) {
        var arranged = session.arranged();
        return db.sql("""
                        update scheduling.session
                           set service_date = :day, starts_at = :starts, ends_at = :ends, leader_id = :leader,
                               place_of_service = :place, status = :status, reason = :reason, room_id = :room,
                               link = :link, substitute_for = :substitute, by_hand = :byHand, away = :away::uuid[],
                               instead = :instead::uuid[], revision = revision + 1
                         where id = :id
                           and status = :before
                        """)
                        .param("day", session.serviceDate())
                        .param("starts", Timestamp.from(session.startsAt()))
                        .param("ends", Timestamp.from(session.endsAt()))
                        .param("leader", session.leader().value())
                        .param("place", session.placeOfService())
                        .param("status", session.status().name())
                        .param("reason", session.reason())
                        .param(
                                "room",
                                arranged.room() == null ? null : arranged.room().value())
                        .param("link", arranged.link())
                        .param("substitute", value(arranged.substituteFor()))
                        .param("byHand", arranged.byHand())
                        .param("away", StandIn.away(arranged.standIns()))
                        .param("instead", StandIn.instead(arranged.standIns()))
                        .param("id", session.id().value())
                        .param("before", before.name())
                        .update()
                > 0;
    }

    private static @Nullable UUID value(@Nullable PractitionerId practitioner) {
        return practitioner == null ? null : practitioner.value();
    }

    /** Those of a group that begin after an instant. */
    List<Session> of(GroupId group, Instant after) {
        return db.sql(COLUMNS + " where group_id = :group and starts_at > :after order by starts_at, id")
                .param("group", group.value())
                .param("after", Timestamp.from(after))
                .query(SessionStore::session)
                .list();
    }

    /** Whether the group has a session that begins then, be it one that is not held. */
    boolean meets(GroupId group, Instant at) {
        return db.sql("""
                        select exists (select 1
                                         from scheduling.session
                                        where group_id = :group
                                          and starts_at = :at)
                        """)
                .param("group", group.value())
                .param("at", Timestamp.from(at))
                .query(Boolean.class)
                .single();
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

    /**
     * Who has a seat in each of these sessions and does not pause: whoever is told of it. Whom it expects is fewer, see
     * {@link SessionRosters}.
     */
    List<Seated> seated(Collection<Session> sessions) {
        return db.sql("""
                        select wanted.session_id, m.patient_id, m.id as seat_id
                          from unnest(:sessions::uuid[], :groups::uuid[], :days::date[])
                               as wanted (session_id, group_id, day)
                          join roster.membership_facts m
                            on m.group_id = wanted.group_id
                           and m.first_day <= wanted.day
                           and (m.last_day is null or m.last_day >= wanted.day)
                         where not exists (select
                                             from roster.hold_facts h
                                            where h.practice_id = m.practice_id
                                              and h.membership_id = m.id
                                              and wanted.day between h.first_day and h.last_day)
                        """)
                .param("sessions", texts(sessions, Session::id))
                .param("groups", texts(sessions, Session::group))
                .param("days", texts(sessions, Session::serviceDate))
                .query((row, _) -> new Seated(
                        new SessionId(row.getObject("session_id", UUID.class)),
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        new MembershipId(row.getObject("seat_id", UUID.class))))
                .list();
    }

    /** Somebody who has a seat in a session. */
    record Seated(SessionId session, PatientId patient, MembershipId seat) {}

    static Session session(ResultSet row, int number) throws SQLException {
        var series = row.getObject("series_id", UUID.class);
        var room = row.getObject("room_id", UUID.class);
        var away = row.getObject("substitute_for", UUID.class);
        var missed = row.getObject("makes_up", UUID.class);
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
                row.getString("origin").equals("imported"),
                new Session.Arranged(
                        row.getObject("occurrence", LocalDateTime.class),
                        room == null ? null : new RoomId(room),
                        row.getString("link"),
                        away == null ? null : new PractitionerId(away),
                        missed == null ? null : new SessionId(missed),
                        row.getBoolean("by_hand"),
                        row.getInt("revision"),
                        StandIn.read(row, "away", "instead")));
    }
}
