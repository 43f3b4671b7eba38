package org.circlekeeper.eligibility;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what became of the last question about each insurance. */
@Repository
class LastAskedStore {

    private final JdbcClient db;

    LastAskedStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Of the insurances of these patients about which a payer was ever asked. What the payer refused with a reason to
     * correct was not asked in vain.
     */
    Map<Policy, LastAsked> of(Collection<PatientId> patients, ZoneId zone) {
        return db
                .sql("""
                        with known as (
                            select a.patient_id, a.payer_id, a.member_id, max(a.heard_at) as heard_at
                              from eligibility.answer a
                             where a.patient_id = any(:patients)
                             group by a.patient_id, a.payer_id, a.member_id),
                        asked as (
                            select q.patient_id, q.payer_id, q.member_id, q.number, q.status, q.said, q.moved_at,
                                   q.not_before, q.as_of_today,
                                   q.status = 'REJECTED'
                                       and (k.heard_at is null or q.moved_at > k.heard_at)
                                       and not exists (select
                                                         from eligibility.answer a
                                                        where a.practice_id = q.practice_id
                                                          and a.question_id = q.id) as in_vain
                              from eligibility.question q
                              left join known k on k.patient_id = q.patient_id
                                               and k.payer_id = q.payer_id
                                               and k.member_id = q.member_id
                             where q.patient_id = any(:patients))
                        select distinct on (patient_id, payer_id, member_id)
                               patient_id, payer_id, member_id, status, said, moved_at, not_before, as_of_today,
                               count(*) filter (where in_vain) over (partition by patient_id, payer_id, member_id) as in_vain
                          from asked
                         order by patient_id, payer_id, member_id, number desc
                        """)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .query((row, _) -> Map.entry(policy(row), asked(row, zone)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Policy policy(ResultSet row) throws SQLException {
        return new Policy(
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("payer_id", UUID.class),
                row.getString("member_id"));
    }

    private static LastAsked asked(ResultSet row, ZoneId zone) throws SQLException {
        return new LastAsked(
                QuestionStatus.valueOf(row.getString("status")),
                row.getString("said"),
                day(row.getTimestamp("moved_at"), zone),
                day(row.getTimestamp("not_before"), zone),
                row.getBoolean("as_of_today"),
                row.getInt("in_vain"));
    }

    private static LocalDate day(Timestamp moment, ZoneId zone) {
        return LocalDate.ofInstant(moment.toInstant(), zone);
    }
}
