package org.circlekeeper.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.practice.PractitionerId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of each session, on disk: rows are added and never changed. */
@Repository
class SessionMoveStore {

    private static final String COLUMNS = """
            session_id, what, reason, moved_by, moved_at, was_status, was_reason, was_service_date, was_starts_at,
            was_ends_at, was_leader_id, was_substitute_for, was_room_id, was_link, was_place, was_by_hand,
            was_away, was_instead
            """;

    private final JdbcClient db;

    SessionMoveStore(JdbcClient db) {
        this.db = db;
    }

    /** One act: several sessions changed as one carry its id. */
    record Act(UUID id, String reason, String by, Instant at) {

        /** The same act, with what is kept beside its reason. */
        Act noting(String said) {
            return new Act(id, reason + said, by, at);
        }
    }

    /** A session before an act changed it. */
    record Before(
            SessionId session,
            String what,
            String by,
            Instant at,
            @Nullable Was was) {}

    /** What a session was like. */
    record Was(
            Session.Status status,
            @Nullable String reason,
            LocalDate day,
            Instant startsAt,
            Instant endsAt,
            PractitionerId leader,
            @Nullable PractitionerId substituteFor,
            @Nullable RoomId room,
            String link,
            String place,
            boolean byHand,
            List<StandIn> standIns) {

        Session in(Session now) {
            var arranged = now.arranged();
            return now.at(day, startsAt, endsAt)
                    .ledBy(leader)
                    .heldAt(place)
                    .standing(status, reason)
                    .arranged(new Session.Arranged(
                            arranged.occurrence(),
                            room,
                            link,
                            substituteFor,
                            arranged.makesUp(),
                            byHand,
                            arranged.revision(),
                            standIns));
        }
    }

    void wrote(UUID id, SessionId session, String what, @Nullable Session before, Act act) {
        var arranged = before == null ? null : before.arranged();
        db.sql("""
                        insert into scheduling.session_move (id, session_id, act_id, what, reason, moved_by, moved_at,
                                                             was_status, was_reason, was_service_date, was_starts_at,
                                                             was_ends_at, was_leader_id, was_substitute_for,
                                                             was_room_id, was_link, was_place, was_by_hand, was_away,
                                                             was_instead)
                        values (:id, :session, :act, :what, :reason, :by, :at, :status, :wasReason, :day, :starts, :ends,
                                :leader, :substitute, :room, :link, :place, :byHand, :away::uuid[],
                                :instead::uuid[])
                        """)
                .param("id", id)
                .param("session", session.value())
                .param("act", act.id())
                .param("what", what)
                .param("reason", act.reason())
                .param("by", act.by())
                .param("at", Timestamp.from(act.at()))
                .param("status", before == null ? null : before.status().name())
                .param("wasReason", before == null ? null : before.reason())
                .param("day", before == null ? null : before.serviceDate())
                .param("starts", before == null ? null : Timestamp.from(before.startsAt()))
                .param("ends", before == null ? null : Timestamp.from(before.endsAt()))
                .param("leader", before == null ? null : before.leader().value())
                .param("substitute", arranged == null ? null : value(arranged.substituteFor()))
                .param(
                        "room",
                        arranged == null || arranged.room() == null
                                ? null
                                : arranged.room().value())
                .param("link", arranged == null ? null : arranged.link())
                .param("place", before == null ? null : before.placeOfService())
                .param("byHand", arranged == null ? null : arranged.byHand())
                .param("away", arranged == null ? null : StandIn.away(arranged.standIns()))
                .param("instead", arranged == null ? null : StandIn.instead(arranged.standIns()))
                .update();
    }

    private static @Nullable UUID value(@Nullable PractitionerId practitioner) {
        return practitioner == null ? null : practitioner.value();
    }

    /** How the sessions of an act were before it. */
    List<Before> of(UUID act) {
        return db.sql("select " + COLUMNS + " from scheduling.session_move where act_id = :act order by id")
                .param("act", act)
                .query(SessionMoveStore::before)
                .list();
    }

    /** What became of one session, the latest first. */
    List<Before> of(SessionId session) {
        return db.sql("select " + COLUMNS
                        + " from scheduling.session_move where session_id = :session order by moved_at desc, id desc")
                .param("session", session.value())
                .query(SessionMoveStore::before)
                .list();
    }

    /** The act that changed a session last. */
    Optional<UUID> latest(SessionId session) {
        return db.sql("""
                        select act_id
                          from scheduling.session_move
                         where session_id = :session
                         order by moved_at desc, id desc
                         limit 1
                        """).param("session", session.value()).query(UUID.class).optional();
    }

    private static Before before(ResultSet row, int number) throws SQLException {
        return new Before(
                new SessionId(row.getObject("session_id", UUID.class)),
                row.getString("what") + (row.getString("reason").isEmpty() ? "" : " (" + row.getString("reason") + ")"),
                row.getString("moved_by"),
                row.getTimestamp("moved_at").toInstant(),
                row.getString("was_status") == null ? null : was(row));
    }

    private static Was was(ResultSet row) throws SQLException {
        var away = row.getObject("was_substitute_for", UUID.class);
        var room = row.getObject("was_room_id", UUID.class);
        return new Was(
                Session.Status.valueOf(row.getString("was_status")),
                row.getString("was_reason"),
                row.getObject("was_service_date", LocalDate.class),
                row.getTimestamp("was_starts_at").toInstant(),
                row.getTimestamp("was_ends_at").toInstant(),
                new PractitionerId(row.getObject("was_leader_id", UUID.class)),
                away == null ? null : new PractitionerId(away),
                room == null ? null : new RoomId(room),
                row.getString("was_link"),
                row.getString("was_place"),
                row.getBoolean("was_by_hand"),
                StandIn.read(row, "was_away", "was_instead"));
    }
}
