package org.circlekeeper.compliance;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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
    public Map<PatientId, Map<UUID, LocalDate>> asked(Collection<PatientId> members) {
        var kept = new HashMap<PatientId, Map<UUID, LocalDate>>();
        db.sql("""
                        select patient_id, session_id, requested_on
                          from compliance.plan_restriction
                         where lifted_at is null
                           and patient_id = any(:members)
                        """).param("members", ids(members)).query(row -> {
            kept.computeIfAbsent(new PatientId(row.getObject("patient_id", UUID.class)), _ -> new HashMap<>())
                    .put(row.getObject("session_id", UUID.class), row.getObject("requested_on", LocalDate.class));
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

    /** A seat that has not begun counts as one: payers are not told of it either. */
    @Override
    public Set<OnDay> withoutConsent(Collection<OnDay> asked) {
        if (asked.isEmpty()) {
            return Set.of();
        }
        var all = List.copyOf(asked);
        return Set.copyOf(db.sql("""
                        select a.patient_id, a.day
                          from unnest(:members, cast(cast(:days as text[]) as date[])) as a (patient_id, day)
                         where exists (select
                                         from roster.membership_facts m
                                         join roster.group_facts g
                                           on g.practice_id = m.practice_id
                                          and g.id = m.group_id
                                        where m.patient_id = a.patient_id
                                          and g.part2
                                          and (m.last_day is null or m.last_day >= a.day))
                           and not exists (select
                                             from intake.part2_consent_facts f
                                            where f.patient_id = a.patient_id
                                              and f.signed_on <= a.day
                                              and (f.expires_on is null or f.expires_on >= a.day)
                                              and (f.revoked_on is null or f.revoked_on > a.day))
                        """)
                .param("members", all.stream().map(one -> one.member().value()).toArray(UUID[]::new))
                .param("days", all.stream().map(one -> one.day().toString()).toArray(String[]::new))
                .query((row, _) -> new OnDay(
                        new PatientId(row.getObject("patient_id", UUID.class)), row.getObject("day", LocalDate.class)))
                .list());
    }

    private static UUID[] ids(Collection<PatientId> members) {
        return members.stream().map(PatientId::value).distinct().toArray(UUID[]::new);
    }
}
