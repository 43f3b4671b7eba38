package org.circlekeeper.finance;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The practice's rule about seats and insurance, on disk. */
@Repository
class SeatRuleStore {

    private final JdbcClient db;

    SeatRuleStore(JdbcClient db) {
        this.db = db;
    }

    Optional<SeatRule> rule() {
        return db.sql("select rule from finance.seat_rule")
                .query((row, _) -> SeatRule.valueOf(row.getString("rule")))
                .optional();
    }

    void keep(SeatRule rule, String by, Instant now) {
        db.sql("""
                        insert into finance.seat_rule (rule, set_by, set_at)
                        values (:rule, :by, :now)
                        on conflict (practice_id) do update
                           set rule = excluded.rule,
                               set_by = excluded.set_by,
                               set_at = excluded.set_at
                        """)
                .param("rule", rule.name())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }
}
