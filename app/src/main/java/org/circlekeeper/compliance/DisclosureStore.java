package org.circlekeeper.compliance;

import static org.circlekeeper.claims.DisclosureCheck.Withheld.PART2_CONSENT_MISSING;
import static org.circlekeeper.claims.DisclosureCheck.Withheld.PLAN_RESTRICTED;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.claims.DisclosureCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which visits no payer may be told of today: restrictions in force, and Part 2 groups without a consent. */
@Repository
class DisclosureStore implements DisclosureCheck {

    private final JdbcClient db;

    DisclosureStore(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Map<UUID, Set<Withheld>> withheld(Collection<UUID> encounters, LocalDate today) {
        var withheld = new HashMap<UUID, Set<Withheld>>();
        db.sql("""
                        select e.id, r.patient_id is not null as restricted, g.part2 and c.patient_id is null as no_consent
                          from attendance.encounter_facts e
                          join scheduling.session_facts s on s.practice_id = e.practice_id and s.id = e.session_id
                          join roster.group_facts g on g.practice_id = s.practice_id and g.id = s.group_id
                          left join compliance.plan_restriction r
                            on r.practice_id = e.practice_id
                           and r.session_id = e.session_id
                           and r.patient_id = e.patient_id
                           and r.lifted_at is null
                          left join (select distinct f.practice_id, f.patient_id
                                       from intake.part2_consent_facts f
                                      where f.signed_on <= :today
                                        and (f.expires_on is null or f.expires_on >= :today)
                                        and (f.revoked_on is null or f.revoked_on > :today)) c
                            on c.practice_id = e.practice_id
                           and c.patient_id = e.patient_id
                         where e.id = any(:encounters)
                           and (r.patient_id is not null or g.part2 and c.patient_id is null)
                        """)
                .param("today", today)
                .param("encounters", encounters.toArray(UUID[]::new))
                .query(row -> {
                    var reasons = withheld.computeIfAbsent(
                            row.getObject("id", UUID.class), _ -> EnumSet.noneOf(Withheld.class));
                    if (row.getBoolean("restricted")) {
                        reasons.add(PLAN_RESTRICTED);
                    }
                    if (row.getBoolean("no_consent")) {
                        reasons.add(PART2_CONSENT_MISSING);
                    }
                });
        return withheld;
    }
}
