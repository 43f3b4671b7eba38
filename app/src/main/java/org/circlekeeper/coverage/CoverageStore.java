package org.circlekeeper.coverage;

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
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Insurance on disk. */
@Repository
class CoverageStore {

    private final JdbcClient db;

    CoverageStore(JdbcClient db) {
        this.db = db;
    }

    List<Coverage> of(Collection<PatientId> patients) {
        return db.sql("""
                        select id, patient_id, payer_id, rank, member_id, group_number, relationship, subscriber_first,
                               subscriber_last, first_day, last_day, source
                          from coverage.coverage
                         where patient_id = any(:patients)
                         order by patient_id, rank, first_day desc, id
                        """)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .query(CoverageStore::coverage)
                .list();
    }

    void add(Coverage coverage, Instant now) {
        var subscriber = coverage.subscriber();
        db.sql("""
                        insert into coverage.coverage (id, patient_id, payer_id, rank, member_id, group_number, relationship,
                                                       subscriber_first, subscriber_last, first_day, last_day, source,
                                                       recorded_at)
                        values (:id, :patient, :payer, :rank, :member, :group, :relationship, :subFirst, :subLast, :first,
                                :last, :source, :now)
                        """)
                .param("id", coverage.id())
                .param("patient", coverage.patient().value())
                .param("payer", coverage.payer())
                .param("rank", coverage.rank())
                .param("member", coverage.memberId())
                .param("group", coverage.groupNumber())
                .param("relationship", coverage.relationship())
                .param("subFirst", subscriber == null ? "" : subscriber.first())
                .param("subLast", subscriber == null ? "" : subscriber.last())
                .param("first", coverage.days().first())
                .param("last", coverage.days().last())
                .param("source", coverage.source())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Whose it is. */
    Optional<PatientId> end(UUID id, LocalDate lastDay) {
        return db.sql("""
                        update coverage.coverage
                           set last_day = greatest(first_day, :last)
                         where id = :id
                        returning patient_id
                        """)
                .param("id", id)
                .param("last", lastDay)
                .query(UUID.class)
                .optional()
                .map(PatientId::new);
    }

    /** Whose they were. */
    List<PatientId> remove(Collection<UUID> ids) {
        return db
                .sql("delete from coverage.coverage where id = any(:ids) returning patient_id")
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(PatientId::new)
                .distinct()
                .toList();
    }

    private static Coverage coverage(ResultSet row, int number) throws SQLException {
        var last = row.getString("subscriber_last");
        return new Coverage(
                row.getObject("id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("payer_id", UUID.class),
                row.getString("rank"),
                row.getString("member_id"),
                row.getString("group_number"),
                row.getString("relationship"),
                last.isEmpty() ? null : new PersonName(row.getString("subscriber_first"), last),
                new DateRange(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                row.getString("source"));
    }
}
