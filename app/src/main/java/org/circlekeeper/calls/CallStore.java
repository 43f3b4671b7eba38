package org.circlekeeper.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calls to make, on disk. */
@Repository
class CallStore {

    private static final String OPEN = """
            select id, patient_id, for_entry, name, phone, email, why, href, due, part2, made_by
              from calls.call
             where settled_at is null
            """;

    private final JdbcClient db;

    CallStore(JdbcClient db) {
        this.db = db;
    }

    List<Call> open(int most) {
        return db.sql(OPEN + " order by due, made_at, id limit :most")
                .param("most", most)
                .query(CallStore::call)
                .list();
    }

    List<Call> open(PatientId patient, int most) {
        return db.sql(OPEN + " and patient_id = :patient order by due, made_at, id limit :most")
                .param("patient", patient.value())
                .param("most", most)
                .query(CallStore::call)
                .list();
    }

    Optional<Call> find(CallId id) {
        return db.sql(OPEN + " and id = :id")
                .param("id", id.value())
                .query(CallStore::call)
                .optional();
    }

    /** An open call to the same person about the same thing. */
    Optional<Call> same(Whom whom, String why) {
        return db.sql(OPEN + """
                        and why = :why
                        and patient_id is not distinct from cast(:patient as uuid)
                        and for_entry is not distinct from cast(:entry as uuid)
                        limit 1
                        """)
                .param("why", why)
                .param("patient", value(whom.patient()))
                .param("entry", whom.entry())
                .query(CallStore::call)
                .optional();
    }

    int overdue(LocalDate today) {
        return db.sql("""
                        select count(*)
                          from calls.call
                         where settled_at is null
                           and due < :today
                        """).param("today", today).query(Integer.class).single();
    }

    void add(Call call, Instant now) {
        var whom = call.whom();
        db.sql("""
                        insert into calls.call (id, patient_id, for_entry, name, phone, email, why, href, due, part2,
                                                made_by, made_at)
                        values (:id, :patient, :entry, :name, :phone, :email, :why, :href, :due, :part2, :by, :now)
                        """)
                .param("id", call.id().value())
                .param("patient", value(whom.patient()))
                .param("entry", whom.entry())
                .param("name", whom.name())
                .param("phone", whom.phone())
                .param("email", whom.email())
                .param("why", call.why())
                .param("href", call.href())
                .param("due", call.due())
                .param("part2", whom.part2())
                .param("by", call.madeBy())
                .param("now", Timestamp.from(now))
                .update();
    }

    void put(CallId id, LocalDate due) {
        db.sql("update calls.call set due = :due where id = :id and settled_at is null")
                .param("id", id.value())
                .param("due", due)
                .update();
    }

    boolean settle(CallId id, String how, String by, Instant now) {
        return db.sql("""
                        update calls.call
                           set settled_at = :now, settled_by = :by, settled_how = :how
                         where id = :id
                           and settled_at is null
                        """)
                        .param("id", id.value())
                        .param("how", how)
                        .param("by", by)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    int settleAll(UUID entry, String how, String by, Instant now) {
        return db.sql("""
                        update calls.call
                           set settled_at = :now, settled_by = :by, settled_how = :how
                         where for_entry = :entry
                           and settled_at is null
                        """)
                .param("entry", entry)
                .param("how", how)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    void isPatient(UUID entry, PatientId patient) {
        db.sql("update calls.call set patient_id = :patient where for_entry = :entry")
                .param("entry", entry)
                .param("patient", patient.value())
                .update();
    }

    static @Nullable UUID value(@Nullable PatientId patient) {
        return patient == null ? null : patient.value();
    }

    private static Call call(ResultSet row, int number) throws SQLException {
        var patient = row.getObject("patient_id", UUID.class);
        return new Call(
                new CallId(row.getObject("id", UUID.class)),
                new Whom(
                        patient == null ? null : new PatientId(patient),
                        row.getObject("for_entry", UUID.class),
                        row.getString("name"),
                        row.getString("phone"),
                        row.getString("email"),
                        row.getBoolean("part2")),
                row.getString("why"),
                row.getString("href"),
                row.getObject("due", LocalDate.class),
                row.getString("made_by"));
    }
}
