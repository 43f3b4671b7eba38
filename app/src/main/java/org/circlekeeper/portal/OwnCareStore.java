package org.circlekeeper.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which minors consented to their own care, on disk: rows are added, and taken back with a reason. */
@Repository
class OwnCareStore {

    private static final String STANDING = """
            select id, patient_id, first_day, document, parents_stay, parents_why, found_by, recorded_by
              from portal.own_care
             where ended_at is null
            """;

    private final JdbcClient db;

    OwnCareStore(JdbcClient db) {
        this.db = db;
    }

    /** False when it is recorded already. */
    boolean add(OwnCare care, Instant at) {
        return db.sql("""
                        insert into portal.own_care (id, patient_id, first_day, document, parents_stay, parents_why,
                                                     found_by, recorded_by, recorded_at)
                        values (:id, :member, :from, :document, :stay, :why, :found, :by, :at)
                            on conflict (practice_id, patient_id) where ended_at is null do nothing
                        """)
                        .param("id", care.id())
                        .param("member", care.member().value())
                        .param("from", care.from())
                        .param("document", care.consent().document())
                        .param("stay", care.parentsStay())
                        .param("why", care.consent().parentsWhy())
                        .param("found", care.consent().foundBy())
                        .param("by", care.recordedBy())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<OwnCare> of(PatientId member) {
        return db.sql(STANDING + " and patient_id = :member")
                .param("member", member.value())
                .query(OwnCareStore::care)
                .optional();
    }

    List<OwnCare> standing() {
        return db.sql(STANDING).query(OwnCareStore::care).list();
    }

    boolean end(PatientId member, String why, ProxyStore.By by) {
        return db.sql("""
                        update portal.own_care
                           set ended_by = :by, ended_at = :at, ended_why = :why
                         where patient_id = :member
                           and ended_at is null
                        """)
                        .param("by", by.label())
                        .param("at", Timestamp.from(by.at()))
                        .param("why", why)
                        .param("member", member.value())
                        .update()
                == 1;
    }

    private static OwnCare care(ResultSet row, int number) throws SQLException {
        return new OwnCare(
                row.getObject("id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                new OwnCare.Consent(
                        row.getObject("first_day", LocalDate.class),
                        row.getString("document"),
                        row.getBoolean("parents_stay") ? OwnCare.Parents.STAY : OwnCare.Parents.END,
                        row.getString("parents_why"),
                        row.getString("found_by")),
                row.getString("recorded_by"));
    }
}
