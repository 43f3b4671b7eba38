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

/** What became of each appointment, on disk: rows are added and never changed. */
@Repository
class AppointmentMoveStore {

    private static final String COLUMNS = """
            appointment_id, what, status, reason, moved_by, moved_at, was_status, was_reason, was_service_date,
            was_starts_at, was_ends_at, was_leader_id, was_room_id, was_link, was_place
            """;

    private final JdbcClient db;

    AppointmentMoveStore(JdbcClient db) {
        this.db = db;
    }

    /** An appointment before an act changed it; nothing of it when the act booked it or only said what became of it. */
    record Before(
            AppointmentId appointment,
            String says,
            String by,
            Instant at,
            @Nullable Was was) {}

    /** What an appointment was like. */
    record Was(
            Appointment.Status status,
            @Nullable String reason,
            LocalDate day,
            Instant startsAt,
            Instant endsAt,
            PractitionerId leader,
            @Nullable RoomId room,
            String link,
            String place) {

        Appointment in(Appointment now) {
            return now.at(day, startsAt, endsAt)
                    .in(room)
                    .linked(link, place)
                    .heldBy(leader)
                    .standing(status, reason);
        }
    }

    /**
     * Writes down what was done.
     *
     * @param what a sentence; empty when the status says it
     * @param before how it stood; null when it cannot be taken back
     */
    void wrote(UUID id, Appointment after, String what, @Nullable Appointment before, SessionMoveStore.Act act) {
        db.sql("""
                        insert into scheduling.appointment_move (id, appointment_id, act_id, status, what, reason, moved_by,
                                                                 moved_at, was_status, was_reason, was_service_date,
                                                                 was_starts_at, was_ends_at, was_leader_id, was_room_id,
                                                                 was_link, was_place)
                        values (:id, :appointment, :act, :status, :what, :reason, :by, :at, :wasStatus, :wasReason, :day,
                                :starts, :ends, :leader, :room, :link, :place)
                        """)
                .param("id", id)
                .param("appointment", after.id().value())
                .param("act", act.id())
                .param("status", after.status().name())
                .param("what", what)
                .param("reason", act.reason())
                .param("by", act.by())
                .param("at", Timestamp.from(act.at()))
                .param("wasStatus", before == null ? null : before.status().name())
                .param("wasReason", before == null ? null : before.reason())
                .param("day", before == null ? null : before.day())
                .param("starts", before == null ? null : Timestamp.from(before.startsAt()))
                .param("ends", before == null ? null : Timestamp.from(before.endsAt()))
                .param("leader", before == null ? null : before.leader().value())
                .param("room", before == null ? null : room(before))
                .param("link", before == null ? null : before.link())
                .param("place", before == null ? null : before.placeOfService())
                .update();
    }

    private static @Nullable UUID room(Appointment appointment) {
        var room = appointment.room();
        return room == null ? null : room.value();
    }

    /** How the appointments of an act were before it. */
    List<Before> of(UUID act) {
        return db.sql("select " + COLUMNS + " from scheduling.appointment_move where act_id = :act order by id")
                .param("act", act)
                .query(AppointmentMoveStore::before)
                .list();
    }

    /** What became of one, the latest first. */
    List<Before> of(AppointmentId appointment) {
        return db.sql("select " + COLUMNS + """
                          from scheduling.appointment_move
                         where appointment_id = :appointment
                         order by moved_at desc, id desc
                        """)
                .param("appointment", appointment.value())
                .query(AppointmentMoveStore::before)
                .list();
    }

    /** The act that changed one last. */
    Optional<UUID> latest(AppointmentId appointment) {
        return db.sql("""
                        select act_id
                          from scheduling.appointment_move
                         where appointment_id = :appointment
                         order by moved_at desc, id desc
                         limit 1
                        """)
                .param("appointment", appointment.value())
                .query(UUID.class)
                .optional();
    }

    private static Before before(ResultSet row, int number) throws SQLException {
        var what = row.getString("what");
        var reason = row.getString("reason");
        var says = what.isEmpty()
                ? Appointment.Status.valueOf(row.getString("status")).onScreen()
                : what;
        return new Before(
                new AppointmentId(row.getObject("appointment_id", UUID.class)),
                says + (reason.isEmpty() ? "" : " (" + reason + ")"),
                row.getString("moved_by"),
                row.getTimestamp("moved_at").toInstant(),
                row.getString("was_status") == null ? null : was(row));
    }

    private static Was was(ResultSet row) throws SQLException {
        var room = row.getObject("was_room_id", UUID.class);
        return new Was(
                Appointment.Status.valueOf(row.getString("was_status")),
                row.getString("was_reason"),
                row.getObject("was_service_date", LocalDate.class),
                row.getTimestamp("was_starts_at").toInstant(),
                row.getTimestamp("was_ends_at").toInstant(),
                new PractitionerId(row.getObject("was_leader_id", UUID.class)),
                room == null ? null : new RoomId(room),
                row.getString("was_link"),
                row.getString("was_place"));
    }
}
