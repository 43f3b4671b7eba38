package org.circlekeeper.roster;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Days on which members pause, on disk. */
@Repository
class HoldStore {

    private final JdbcClient db;

    HoldStore(JdbcClient db) {
        this.db = db;
    }

    void hold(MembershipId membership, Membership.Hold hold) {
        db.sql("""
                        insert into roster.hold (id, membership_id, first_day, last_day, reason)
                        values (:id, :membership, :first, :last, :reason)
                        """)
                .param("id", hold.id().value())
                .param("membership", membership.value())
                .param("first", hold.first())
                .param("last", hold.last())
                .param("reason", hold.reason())
                .update();
        db.sql("update roster.membership set worked_on = true where id = :id")
                .param("id", membership.value())
                .update();
    }

    /** A hold that ends earlier than was said, or never was when it had not begun by then. */
    void end(MembershipId membership, HoldId id, LocalDate last) {
        db.sql("delete from roster.hold where id = :id and membership_id = :membership and first_day > :last")
                .param("id", id.value())
                .param("membership", membership.value())
                .param("last", last)
                .update();
        db.sql("""
                        update roster.hold
                           set last_day = :last
                         where id = :id
                           and membership_id = :membership
                           and last_day > :last
                        """)
                .param("id", id.value())
                .param("membership", membership.value())
                .param("last", last)
                .update();
    }

    /** No pause lies after the last day. */
    void cut(MembershipId id, LocalDate last) {
        db.sql("delete from roster.hold where membership_id = :id and first_day > :last")
                .param("id", id.value())
                .param("last", last)
                .update();
        db.sql("update roster.hold set last_day = :last where membership_id = :id and last_day > :last")
                .param("id", id.value())
                .param("last", last)
                .update();
    }
}
