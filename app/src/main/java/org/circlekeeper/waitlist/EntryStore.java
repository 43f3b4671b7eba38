package org.circlekeeper.waitlist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Entries of the waitlist and their moves, on disk. */
@Repository
class EntryStore {

    static final String COLUMNS = """
            select id, type_id, wanted_id, patient_id, first_name, last_name, phone, email, birth_date, language, level,
                   weekdays, day_parts, note, came_by, part2, status, since, moved_at, urgent, urgent_by, screen_at,
                   back_on, decision, decided_by, comes_with_id
              from waitlist.entry
            """;

    private final JdbcClient db;

    EntryStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Entry> find(EntryId id) {
        return db.sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query(EntryStore::entry)
                .optional();
    }

    List<Entry> find(Collection<EntryId> ids) {
        return db.sql(COLUMNS + " where id = any(:ids) order by id")
                .param("ids", ids.stream().map(EntryId::value).toArray(UUID[]::new))
                .query(EntryStore::entry)
                .list();
    }

    /** Keeps whoever else wants to move the same entries waiting; always in one order. */
    List<Entry> lock(Collection<EntryId> ids) {
        return db.sql(COLUMNS + " where id = any(:ids) order by id for update")
                .param("ids", ids.stream().map(EntryId::value).toArray(UUID[]::new))
                .query(EntryStore::entry)
                .list();
    }

    /** All that is not closed, and what was closed after an instant; the longest wait first. */
    List<Entry> since(Instant closedAfter, int most) {
        return db.sql(COLUMNS + """
                 where status not in ('ENROLLED', 'COMES', 'NOT_FIT', 'WITHDRAWN', 'UNREACHABLE', 'TRANSFERRED')
                    or moved_at > :after
                 order by since, id
                 limit :most
                """)
                .param("after", Timestamp.from(closedAfter))
                .param("most", most)
                .query(EntryStore::entry)
                .list();
    }

    /** How many wait for a group of each type, with no seat kept for them yet. */
    Map<UUID, Integer> waitingByType() {
        var waiting = new HashMap<UUID, Integer>();
        db.sql("""
                        select type_id, count(*) as waiting
                          from waitlist.entry
                         where status in ('INQUIRY', 'CONTACTED', 'SCREEN_SCHEDULED', 'DEFERRED', 'WAITING')
                         group by type_id
                        """).query(row -> {
            waiting.put(row.getObject("type_id", UUID.class), row.getInt("waiting"));
        });
        return waiting;
    }

    /** The kinds of groups that anybody ever asked for. */
    Set<UUID> types() {
        return db.sql("select distinct type_id from waitlist.entry")
                .query(UUID.class)
                .set();
    }

    List<Entry> of(PatientId patient) {
        return db.sql(COLUMNS + " where patient_id = :patient order by since desc, id")
                .param("patient", patient.value())
                .query(EntryStore::entry)
                .list();
    }

    /** Open entries for the same kind of group with the same telephone number or e-mail address. */
    List<Entry> alike(UUID type, String phone, String email) {
        return db.sql(COLUMNS + """
                 where type_id = :type
                   and status not in ('ENROLLED', 'COMES', 'NOT_FIT', 'WITHDRAWN', 'UNREACHABLE', 'TRANSFERRED')
                   and (phone <> '' and phone = :phone
                        or email <> '' and lower(email) = lower(:email))
                 order by since, id
                 limit 10
                """)
                .param("type", type)
                .param("phone", phone)
                .param("email", email)
                .query(EntryStore::entry)
                .list();
    }

    void add(Entry entry, @Nullable EntryId cameFrom, String by) {
        var wanted = entry.wanted();
        filled(db.sql("""
                        insert into waitlist.entry (id, type_id, wanted_id, patient_id, first_name, last_name, phone,
                                                    email, birth_date, language, level, weekdays, day_parts, note,
                                                    came_by, part2, status, since, moved_at, urgent, urgent_by,
                                                    came_from_id)
                        values (:id, :type, :wanted, :patient, :first, :last, :phone, :email, :born, :language, :level,
                                :days, :parts, :note, :came, :part2, :status, :since, :moved, :urgent, :urgentBy, :from)
                        """), entry.who())
                .param("id", entry.id().value())
                .param("type", entry.type())
                .param("wanted", wanted == null ? null : wanted.value())
                .param("patient", value(entry.patient()))
                .param("came", entry.cameBy())
                .param("part2", entry.part2())
                .param("status", entry.status().name())
                .param("since", Timestamp.from(entry.since()))
                .param("moved", Timestamp.from(entry.movedAt()))
                .param("urgent", entry.urgent())
                .param("urgentBy", entry.urgentBy())
                .param("from", cameFrom == null ? null : cameFrom.value())
                .update();
        wrote(entry.id(), entry.status(), entry.cameBy(), by, entry.movedAt());
    }

    void change(EntryId id, @Nullable GroupId wanted, Inquirer who) {
        filled(db.sql("""
                        update waitlist.entry
                           set wanted_id = :wanted, first_name = :first, last_name = :last, phone = :phone,
                               email = :email, birth_date = :born, language = :language, level = :level,
                               weekdays = :days, day_parts = :parts, note = :note
                         where id = :id
                        """), who)
                .param("id", id.value())
                .param("wanted", wanted == null ? null : wanted.value())
                .update();
    }

    /** The one way in which an entry moves. False when it does not stand there any more. */
    boolean move(EntryId id, WaitStatus from, WaitStatus to, String why, String by, Instant now) {
        if (!from.next().contains(to)) {
            throw new IllegalStateException("No arrow from " + from + " to " + to);
        }
        boolean moved = db.sql("""
                        update waitlist.entry
                           set status = :to, moved_at = :now
                         where id = :id
                           and status = :from
                        """)
                        .param("id", id.value())
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
        if (moved) {
            wrote(id, to, why, by, now);
        }
        return moved;
    }

    /** False when they are somebody else already. */
    boolean isPatient(EntryId id, PatientId patient) {
        return db.sql("""
                        update waitlist.entry
                           set patient_id = :patient
                         where id = :id
                           and (patient_id is null or patient_id = :patient)
                        """)
                        .param("id", id.value())
                        .param("patient", patient.value())
                        .update()
                == 1;
    }

    void markUrgent(EntryId id, String why, String by) {
        db.sql("update waitlist.entry set urgent = :why, urgent_by = :by where id = :id")
                .param("id", id.value())
                .param("why", why)
                .param("by", by)
                .update();
    }

    /** Null when no time is set any more. */
    void screenAt(EntryId id, @Nullable Instant at) {
        db.sql("update waitlist.entry set screen_at = :at where id = :id")
                .param("id", id.value())
                .param("at", at == null ? null : Timestamp.from(at))
                .update();
    }

    void decided(EntryId id, FitDecision decision, String by, @Nullable LocalDate backOn) {
        db.sql("""
                        update waitlist.entry
                           set decision = :decision, decided_by = :by, back_on = :back
                         where id = :id
                        """)
                .param("id", id.value())
                .param("decision", decision.name())
                .param("by", by)
                .param("back", backOn)
                .update();
    }

    List<Move> moves(EntryId id) {
        return db.sql("""
                        select status, reason, moved_by, moved_at
                          from waitlist.entry_move
                         where entry_id = :id
                         order by moved_at desc, id desc
                         limit 200
                        """)
                .param("id", id.value())
                .query((row, _) -> new Move(
                        WaitStatus.valueOf(row.getString("status")),
                        row.getString("reason"),
                        row.getString("moved_by"),
                        row.getTimestamp("moved_at").toInstant()))
                .list();
    }

    private void wrote(EntryId id, WaitStatus to, String why, String by, Instant now) {
        db.sql("""
                        insert into waitlist.entry_move (id, entry_id, status, reason, part2, moved_by, moved_at)
                        select :id, e.id, :status, :why, e.part2, :by, :now
                          from waitlist.entry e
                         where e.id = :entry
                        """)
                .param("id", NewId.at(now))
                .param("entry", id.value())
                .param("status", to.name())
                .param("why", why)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    private static StatementSpec filled(StatementSpec sql, Inquirer who) {
        return sql.param("first", who.firstName())
                .param("last", who.lastName())
                .param("phone", who.phone())
                .param("email", who.email())
                .param("born", who.birthDate())
                .param("language", who.language())
                .param("level", who.level())
                .param("days", who.times().daysWritten())
                .param("parts", who.times().partsWritten())
                .param("note", who.note());
    }

    private static @Nullable UUID value(@Nullable PatientId patient) {
        return patient == null ? null : patient.value();
    }

    static Entry entry(ResultSet row, int number) throws SQLException {
        var wanted = row.getObject("wanted_id", UUID.class);
        var patient = row.getObject("patient_id", UUID.class);
        var screen = row.getTimestamp("screen_at");
        var decision = row.getString("decision");
        var head = row.getObject("comes_with_id", UUID.class);
        return new Entry(
                new EntryId(row.getObject("id", UUID.class)),
                row.getObject("type_id", UUID.class),
                wanted == null ? null : new GroupId(wanted),
                patient == null ? null : new PatientId(patient),
                inquirer(row),
                row.getString("came_by"),
                row.getBoolean("part2"),
                WaitStatus.valueOf(row.getString("status")),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("moved_at").toInstant(),
                row.getString("urgent"),
                row.getString("urgent_by"),
                screen == null ? null : screen.toInstant(),
                row.getObject("back_on", LocalDate.class),
                decision == null ? null : FitDecision.valueOf(decision),
                row.getString("decided_by"),
                head == null ? null : new EntryId(head));
    }

    private static Inquirer inquirer(ResultSet row) throws SQLException {
        return new Inquirer(
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("phone"),
                row.getString("email"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("language"),
                row.getString("level"),
                Times.read(row.getString("weekdays"), row.getString("day_parts")),
                row.getString("note"));
    }
}
