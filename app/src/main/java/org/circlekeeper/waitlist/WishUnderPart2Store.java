package org.circlekeeper.waitlist;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which wishes for a seat carry the mark of 42 CFR Part 2, on disk. */
@Repository
class WishUnderPart2Store {

    private final JdbcClient db;

    WishUnderPart2Store(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param kinds those that are under Part 2 by now
     * @param of wishes for one of these kinds alone; null for any
     */
    Set<PatientId> patients(Collection<PatientId> asked, Set<UUID> kinds, @Nullable Set<UUID> of) {
        return db
                .sql("""
                        select distinct patient_id
                          from waitlist.entry
                         where (part2 or type_id = any(:kinds))
                           and (:any or type_id = any(:of))
                           and patient_id = any(:ids)
                        """)
                .param("ids", asked.stream().map(PatientId::value).toArray(UUID[]::new))
                .param("kinds", kinds.toArray(UUID[]::new))
                .param("any", of == null)
                .param("of", of == null ? new UUID[0] : of.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(PatientId::new)
                .collect(toSet());
    }

    /** The same of entries. */
    Set<UUID> entries(Collection<UUID> asked, Set<UUID> kinds, @Nullable Set<UUID> of) {
        return Set.copyOf(db.sql("""
                        select id
                          from waitlist.entry
                         where (part2 or type_id = any(:kinds))
                           and (:any or type_id = any(:of))
                           and id = any(:ids)
                        """)
                .param("ids", asked.toArray(UUID[]::new))
                .param("kinds", kinds.toArray(UUID[]::new))
                .param("any", of == null)
                .param("of", of == null ? new UUID[0] : of.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }
}
