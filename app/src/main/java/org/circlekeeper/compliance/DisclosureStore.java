package org.circlekeeper.compliance;

import static org.circlekeeper.claims.DisclosureCheck.Withheld.PAPERS_MISSING;
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

/**
 * Which visits no payer may be told of today: restrictions in force, Part 2 groups without a consent, and members who
 * were let in before their papers are whole.
 */
@Repository
class DisclosureStore implements DisclosureCheck {

    private final JdbcClient db;

    DisclosureStore(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Map<UUID, Set<Withheld>> withheld(Collection<UUID> encounters, LocalDate today) {
        var withheld = new HashMap<UUID, Set<Withheld>>();
        if (!isAnythingWithheld()) {
            return withheld;
        }
        db.sql("""
                        select e.id, true as restricted, false as no_consent, false as no_papers
                          from compliance.plan_restriction r
                          join attendance.encounter_facts e
                            on e.practice_id = r.practice_id
                           and e.session_id = r.session_id
                           and e.patient_id = r.patient_id
                         where r.lifted_at is null
                           and e.id = any(:encounters)
                        union all
                        select e.id, false, true, false
                          from roster.group_facts g
                          join scheduling.session_facts s on s.practice_id = g.practice_id and s.group_id = g.id
                          join attendance.encounter_facts e on e.practice_id = s.practice_id and e.session_id = s.id
                         where g.part2
                           and e.id = any(:encounters)
                           and not exists (select
                                             from intake.part2_consent_facts f
                                            where f.practice_id = e.practice_id
                                              and f.patient_id = e.patient_id
                                              and f.signed_on <= :today
                                              and (f.expires_on is null or f.expires_on >= :today)
                                              and (f.revoked_on is null or f.revoked_on > :today))
                        union all
                        select e.id, false, false, true
                          from intake.shut_facts i
                          join roster.membership_facts m on m.practice_id = i.practice_id and m.id = i.membership_id
                          join scheduling.session_facts s
                            on s.practice_id = m.practice_id
                           and s.group_id = m.group_id
                           and s.service_date >= m.first_day
                           and (s.service_date <= m.last_day or m.last_day is null)
                          join attendance.let_in_facts l
                            on l.practice_id = s.practice_id
                           and l.session_id = s.id
                           and l.patient_id = i.patient_id
                          join attendance.encounter_facts e
                            on e.practice_id = l.practice_id
                           and e.session_id = l.session_id
                           and e.patient_id = l.patient_id
                         where i.last_day is null
                           and i.first_day <= s.service_date
                           and e.id = any(:encounters)
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
                    if (row.getBoolean("no_papers")) {
                        reasons.add(PAPERS_MISSING);
                    }
                });
        return withheld;
    }

    /** Where nobody asked for a restriction and no group is under Part 2, visits need not be asked for one by one. */
    private boolean isAnythingWithheld() {
        return db.sql("""
                        select exists (select from compliance.plan_restriction where lifted_at is null)
                               or exists (select from roster.group_facts where part2)
                               or exists (select from intake.shut_facts where last_day is null)
                        """).query(Boolean.class).single();
    }
}
