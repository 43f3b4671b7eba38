package org.circlekeeper.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PractitionerId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Appointments on disk. */
@Repository
class AppointmentStore {

    private static final String COLUMNS = """
            select id, kind, code, patient_id, for_entry, label, service_date, starts_at, ends_at, leader_id, room_id,
                   link, place_of_service, status, reason, revision
              from scheduling.appointment
            """;

    private final JdbcClient db;
    private final AppointmentMoveStore moves;

    AppointmentStore(JdbcClient db, AppointmentMoveStore moves) {
        this.db = db;
        this.moves = moves;
    }

    List<Appointment> byId(Collection<AppointmentId> ids) {
        return db.sql(COLUMNS + " where id = any(:ids) order by starts_at, id")
                .param("ids", ids.stream().map(AppointmentId::value).toArray(UUID[]::new))
                .query(AppointmentStore::appointment)
                .list();
    }

    List<Appointment> between(LocalDate from, LocalDate to) {
        return db.sql(COLUMNS + " where service_date between :from and :to order by starts_at, id")
                .param("from", from)
                .param("to", to)
                .query(AppointmentStore::appointment)
                .list();
    }

    /** Those of these patients that are to take place between two instants, in part at least. */
    List<Appointment> planned(Collection<PatientId> patients, Instant from, Instant to) {
        return db.sql(COLUMNS + """
                         where patient_id = any(:patients)
                           and status = 'PLANNED'
                           and starts_at < :to
                           and ends_at > :from
                         order by starts_at, id
                        """)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(AppointmentStore::appointment)
                .list();
    }

    List<Appointment> of(UUID entry) {
        return db.sql(COLUMNS + " where for_entry = :entry order by starts_at, id")
                .param("entry", entry)
                .query(AppointmentStore::appointment)
                .list();
    }

    List<Appointment> of(PatientId patient, int most) {
        return db.sql(COLUMNS + " where patient_id = :patient order by starts_at desc, id limit :most")
                .param("patient", patient.value())
                .param("most", most)
                .query(AppointmentStore::appointment)
                .list();
    }

    void add(Appointment appointment) {
        db.sql("""
                        insert into scheduling.appointment (id, kind, code, patient_id, for_entry, label, service_date,
                                                            starts_at, ends_at, leader_id, room_id, link,
                                                            place_of_service, status)
                        values (:id, :kind, :code, :patient, :entry, :label, :day, :starts, :ends, :leader, :room, :link,
                                :place, :status)
                        """)
                .param("id", appointment.id().value())
                .param("kind", appointment.kind().name())
                .param("code", appointment.code())
                .param("patient", value(appointment.patient()))
                .param("entry", appointment.entry())
                .param("label", appointment.label())
                .param("day", appointment.day())
                .param("starts", Timestamp.from(appointment.startsAt()))
                .param("ends", Timestamp.from(appointment.endsAt()))
                .param("leader", appointment.leader().value())
                .param(
                        "room",
                        appointment.room() == null ? null : appointment.room().value())
                .param("link", appointment.link())
                .param("place", appointment.placeOfService())
                .param("status", appointment.status().name())
                .update();
    }

    private static @Nullable UUID value(@Nullable PatientId patient) {
        return patient == null ? null : patient.value();
    }

    /** Moves a status where the old one still stands, and writes who, when and why. */
    boolean become(Appointment appointment, Appointment.Status to, SessionMoveStore.Act act) {
        var from = appointment.status();
        if (!from.next().contains(to)) {
            throw new IllegalArgumentException("No way from " + from + " to " + to);
        }
        int moved = db.sql("""
                        update scheduling.appointment
                           set status = :to, reason = :reason, revision = revision + 1
                         where id = :id
                           and status = :from
                        """)
                .param("to", to.name())
                .param("reason", act.reason())
                .param("id", appointment.id().value())
                .param("from", from.name())
                .update();
        if (moved > 0) {
            moves.wrote(act.id(), appointment.standing(to, act.reason()), "", null, act);
        }
        return moved > 0;
    }

    /** Writes how one stands now, where nobody else has changed it, with how it stood before. */
    boolean write(UUID id, AppointmentEdit edit, String what, SessionMoveStore.Act act) {
        var after = edit.after();
        var room = after.room();
        int written = db.sql("""
                        update scheduling.appointment
                           set service_date = :day, starts_at = :starts, ends_at = :ends, leader_id = :leader,
                               room_id = :room, link = :link, place_of_service = :place, status = :status,
                               reason = :reason, revision = revision + 1
                         where id = :id
                           and revision = :revision
                        """)
                .param("day", after.day())
                .param("starts", Timestamp.from(after.startsAt()))
                .param("ends", Timestamp.from(after.endsAt()))
                .param("leader", after.leader().value())
                .param("room", room == null ? null : room.value())
                .param("link", after.link())
                .param("place", after.placeOfService())
                .param("status", after.status().name())
                .param("reason", after.reason())
                .param("id", after.id().value())
                .param("revision", edit.before().revision())
                .update();
        if (written > 0) {
            moves.wrote(id, after, what, edit.before(), act);
        }
        return written > 0;
    }

    void concerns(UUID entry, PatientId patient) {
        db.sql("update scheduling.appointment set patient_id = :patient where for_entry = :entry")
                .param("patient", patient.value())
                .param("entry", entry)
                .update();
    }

    Optional<Appointment> find(AppointmentId id) {
        return byId(List.of(id)).stream().findFirst();
    }

    private static Appointment appointment(ResultSet row, int number) throws SQLException {
        var patient = row.getObject("patient_id", UUID.class);
        var room = row.getObject("room_id", UUID.class);
        return new Appointment(
                new AppointmentId(row.getObject("id", UUID.class)),
                Appointment.Kind.valueOf(row.getString("kind")),
                row.getString("code"),
                patient == null ? null : new PatientId(patient),
                row.getObject("for_entry", UUID.class),
                row.getString("label"),
                row.getObject("service_date", LocalDate.class),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                new PractitionerId(row.getObject("leader_id", UUID.class)),
                room == null ? null : new RoomId(room),
                row.getString("link"),
                row.getString("place_of_service"),
                Appointment.Status.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getInt("revision"));
    }
}
