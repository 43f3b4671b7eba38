package org.circlekeeper.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.terms.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds held claims whose last day to be filed comes near, by payer. */
@Repository
class DeadlineStore {

    private final JdbcClient db;

    DeadlineStore(JdbcClient db) {
        this.db = db;
    }

    /** Held claims to one payer: how many, worth what, and the nearest of their last days. */
    record Nearing(UUID payer, String payerName, long claims, Money worth, LocalDate nearest) {}

    List<Nearing> between(LocalDate first, LocalDate last) {
        return db.sql("""
                        select c.payer_id, y.name, count(*) as claims, sum(c.charge_cents) as cents,
                               min(c.file_by) as nearest
                          from claims.claim c
                          join practice.payer_facts y on y.practice_id = c.practice_id and y.id = c.payer_id
                         where c.status = 'HELD'
                           and c.file_by between :first and :last
                         group by c.payer_id, y.name
                         order by min(c.file_by), y.name, c.payer_id
                        """)
                .param("first", first)
                .param("last", last)
                .query((row, _) -> new Nearing(
                        row.getObject("payer_id", UUID.class),
                        row.getString("name"),
                        row.getLong("claims"),
                        new Money(row.getLong("cents")),
                        row.getObject("nearest", LocalDate.class)))
                .list();
    }
}
