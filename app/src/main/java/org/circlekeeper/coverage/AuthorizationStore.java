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
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Authorizations on disk, and how each stood before it was changed. */
@Repository
class AuthorizationStore {

    private static final String ALL = """
            select id, patient_id, payer_id, number, code, units, first_day, last_day, plan_year_ends
              from coverage.authorization
            """;

    private final JdbcClient db;

    AuthorizationStore(JdbcClient db) {
        this.db = db;
    }

    List<Authorization> of(Collection<PatientId> patients) {
        return db.sql(ALL + """
                         where patient_id = any(:patients)
                           and not taken_back
                         order by first_day desc, id
                        """)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .query(AuthorizationStore::authorization)
                .list();
    }

    Optional<Authorization> find(UUID id) {
        return db.sql(ALL + " where id = :id and not taken_back")
                .param("id", id)
                .query(AuthorizationStore::authorization)
                .optional();
    }

    /** Whose authorizations cover visits until that day or later. */
    List<PatientId> notEndedBefore(LocalDate day) {
        return db.sql("""
                        select distinct patient_id
                          from coverage.authorization
                         where least(last_day, plan_year_ends) >= :day
                           and not taken_back
                        """).param("day", day).query(UUID.class).list().stream()
                .map(PatientId::new)
                .toList();
    }

    /** Who is insured first of all with one of these payers on one of those days. */
    List<PatientId> insuredWith(Collection<UUID> payers, LocalDate from, LocalDate through) {
        return db
                .sql("""
                        select distinct patient_id
                          from coverage.coverage
                         where payer_id = any(:payers)
                           and rank = 'P'
                           and first_day <= :through
                           and (last_day is null or last_day >= :from)
                        """)
                .param("payers", payers.toArray(UUID[]::new))
                .param("from", from)
                .param("through", through)
                .query(UUID.class)
                .list()
                .stream()
                .map(PatientId::new)
                .toList();
    }

    void add(Authorization authorization, String by, Instant now) {
        terms(db.sql("""
                        insert into coverage.authorization (id, patient_id, payer_id, number, code, units, first_day,
                                                            last_day, plan_year_ends, recorded_by, recorded_at)
                        values (:id, :patient, :payer, :number, :code, :units, :first, :last, :planYear, :by, :now)
                        """), authorization.terms())
                .param("id", authorization.id())
                .param("patient", authorization.patient().value())
                .param("payer", authorization.payer())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    void change(UUID id, Authorization.Terms terms) {
        terms(db.sql("""
                        update coverage.authorization
                           set number = :number, code = :code, units = :units, first_day = :first, last_day = :last,
                               plan_year_ends = :planYear
                         where id = :id
                        """), terms).param("id", id).update();
    }

    void takeBack(UUID id) {
        db.sql("update coverage.authorization set taken_back = true where id = :id")
                .param("id", id)
                .update();
    }

    /** How it stood until now. */
    void keepChange(UUID id, Authorization before, String reason, String by, Instant now) {
        terms(db.sql("""
                        insert into coverage.authorization_change (id, authorization_id, number, code, units, first_day,
                                                                   last_day, plan_year_ends, reason, changed_by, changed_at)
                        values (:id, :authorization, :number, :code, :units, :first, :last, :planYear, :reason, :by, :now)
                        """), before.terms())
                .param("id", id)
                .param("authorization", before.id())
                .param("reason", reason)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The latest first. */
    List<AuthorizationChange> changes(PatientId patient) {
        return db.sql("""
                        select c.authorization_id, c.number, c.code, c.units, c.first_day, c.last_day, c.plan_year_ends,
                               c.reason, c.changed_by, c.changed_at
                          from coverage.authorization_change c
                          join coverage.authorization a on a.practice_id = c.practice_id and a.id = c.authorization_id
                         where a.patient_id = :patient
                         order by c.id desc
                        """)
                .param("patient", patient.value())
                .query((row, _) -> new AuthorizationChange(
                        row.getObject("authorization_id", UUID.class),
                        readTerms(row),
                        row.getString("reason"),
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    private static StatementSpec terms(StatementSpec sql, Authorization.Terms terms) {
        return sql.param("number", terms.number())
                .param("code", terms.code().value())
                .param("units", terms.units())
                .param("first", terms.days().first())
                .param("last", terms.days().last())
                .param("planYear", terms.planYearEnds());
    }

    private static Authorization authorization(ResultSet row, int number) throws SQLException {
        var terms = readTerms(row);
        return new Authorization(
                row.getObject("id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("payer_id", UUID.class),
                terms.number(),
                terms.code(),
                terms.units(),
                terms.days(),
                terms.planYearEnds());
    }

    private static Authorization.Terms readTerms(ResultSet row) throws SQLException {
        return new Authorization.Terms(
                row.getString("number"),
                new ProcedureCode(row.getString("code")),
                row.getInt("units"),
                new DateRange(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                row.getObject("plan_year_ends", LocalDate.class));
    }
}
