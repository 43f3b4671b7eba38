package org.circlekeeper.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.terms.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds claims that wait for the signature on a note, by who leads the sessions. */
@Repository
class UnsignedNotesStore {

    private final JdbcClient db;

    UnsignedNotesStore(JdbcClient db) {
        this.db = db;
    }

    /** Notes of one leader: how many, worth what, of which days; {@code situation} differs when others wait. */
    record Waiting(
            UUID leader,
            String firstName,
            UUID lastSession,
            long notes,
            Money worth,
            LocalDate first,
            LocalDate last,
            String situation) {}

    List<Waiting> before(LocalDate day) {
        return db.sql("""
                        select c.practitioner_id, p.first_name, count(*) as notes, sum(c.charge_cents) as cents,
                               min(c.service_date) as first_day, max(c.service_date) as last_day,
                               (array_agg(c.session_id order by c.service_date desc, c.session_id))[1] as last_session,
                               md5(string_agg(c.id::text, ',' order by c.id)) as situation
                          from claims.claim c
                          join claims.claim_finding f on f.practice_id = c.practice_id and f.claim_id = c.id
                          join practice.practitioner_facts p
                            on p.practice_id = c.practice_id
                           and p.id = c.practitioner_id
                         where c.status = 'HELD'
                           and f.code = 'note-unsigned'
                           and c.service_date < :day
                         group by c.practitioner_id, p.first_name
                         order by max(c.service_date), c.practitioner_id
                        """)
                .param("day", day)
                .query((row, _) -> new Waiting(
                        row.getObject("practitioner_id", UUID.class),
                        row.getString("first_name"),
                        row.getObject("last_session", UUID.class),
                        row.getLong("notes"),
                        new Money(row.getLong("cents")),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getString("situation")))
                .list();
    }
}
