package org.circlekeeper.compliance;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.eligibility.AskingCheck;
import org.circlekeeper.patients.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * About whom no payer may be asked: whoever keeps a session from their plan, as the question itself would tell of them,
 * and whoever has a seat in a Part 2 group without a consent that covers today.
 */
@Repository
class AskingStore implements AskingCheck {

    private final JdbcClient db;

    AskingStore(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Map<PatientId, Reason> withheld(Collection<PatientId> patients, LocalDate today) {
        return db
                .sql("""
                        select r.patient_id, true as restricted
                          from compliance.plan_restriction r
                         where r.lifted_at is null
                           and r.patient_id = any(:patients)
                        union
                        select m.patient_id, false
                          from roster.membership_facts m
                          join roster.group_facts g on g.practice_id = m.practice_id and g.id = m.group_id
                         where g.part2
                           and m.patient_id = any(:patients)
                           and (m.last_day is null or m.last_day >= :today)
                           and not exists (select
                                             from intake.part2_consent_facts f
                                            where f.practice_id = m.practice_id
                                              and f.patient_id = m.patient_id
                                              and f.signed_on <= :today
                                              and (f.expires_on is null or f.expires_on >= :today)
                                              and (f.revoked_on is null or f.revoked_on > :today))
                        """)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .param("today", today)
                .query((row, _) -> Map.entry(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getBoolean("restricted") ? Reason.RESTRICTED : Reason.NO_CONSENT))
                .list()
                .stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        (one, other) -> one == Reason.RESTRICTED ? one : other));
    }
}
