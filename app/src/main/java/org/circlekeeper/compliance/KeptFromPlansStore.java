package org.circlekeeper.compliance;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.coverage.KeptFromPlans;
import org.circlekeeper.patients.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Restrictions in force, and consents under Part 2, as whoever asks payers must know them. */
@Repository
class KeptFromPlansStore implements KeptFromPlans {

    private final JdbcClient db;

    KeptFromPlansStore(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Map<PatientId, Set<UUID>> sessions(Collection<PatientId> members) {
        var kept = new HashMap<PatientId, Set<UUID>>();
        db.sql("""
                        select patient_id, session_id
                          from compliance.plan_restriction
                         where lifted_at is null
                           and patient_id = any(:members)
                        """).param("members", ids(members)).query(row -> {
            kept.computeIfAbsent(new PatientId(row.getObject("patient_id", UUID.class)), _ -> new HashSet<>())
                    .add(row.getObject("session_id", UUID.class));
        });
        return kept;
    }

    @Override
    public Map<PatientId, Part2> part2(Collection<PatientId> members, LocalDate today) {
        var standing = new HashMap<PatientId, Part2>();
        db.sql("""
                        select m.patient_id,
                               exists (select
                                         from intake.part2_consent_facts f
                                        where f.practice_id = m.practice_id
                                          and f.patient_id = m.patient_id
                                          and f.signed_on <= :today
                                          and (f.expires_on is null or f.expires_on >= :today)
                                          and (f.revoked_on is null or f.revoked_on > :today)) as consented
                          from roster.membership_facts m
                          join roster.group_facts g on g.practice_id = m.practice_id and g.id = m.group_id
                         where g.part2
                           and m.patient_id = any(:members)
                         group by m.practice_id, m.patient_id
                        """).param("today", today).param("members", ids(members)).query(row -> {
            standing.put(
                    new PatientId(row.getObject("patient_id", UUID.class)),
                    row.getBoolean("consented") ? Part2.CONSENTED : Part2.NO_CONSENT);
        });
        return standing;
    }

    private static UUID[] ids(Collection<PatientId> members) {
        return members.stream().map(PatientId::value).distinct().toArray(UUID[]::new);
    }
}
