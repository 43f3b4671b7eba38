package org.circlekeeper.waitlist;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which wishes for a seat carry the mark of 42 CFR Part 2, on disk. */
@Repository
class WishUnderPart2Store {

    private final JdbcClient db;

    WishUnderPart2Store(JdbcClient db) {
        this.db = db;
    }

    Set<PatientId> patients(Collection<PatientId> asked) {
        return db
                .sql("""
                        select distinct patient_id
                          from waitlist.entry
                         where part2
                           and patient_id = any(:ids)
                        """)
                .param("ids", asked.stream().map(PatientId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(PatientId::new)
                .collect(toSet());
    }

    Set<UUID> entries(Collection<UUID> asked) {
        return Set.copyOf(db.sql("""
                        select id
                          from waitlist.entry
                         where part2
                           and id = any(:ids)
                        """)
                .param("ids", asked.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }
}
