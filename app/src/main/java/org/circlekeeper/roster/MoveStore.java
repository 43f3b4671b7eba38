package org.circlekeeper.roster;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of memberships, on disk: rows are added and never changed. */
@Repository
class MoveStore {

    private final JdbcClient db;

    MoveStore(JdbcClient db) {
        this.db = db;
    }

    /** Writes down what became of a membership, who said so and why. */
    void moved(
            UUID id,
            MembershipId membership,
            MembershipStatus status,
            LocalDate day,
            String reason,
            String by,
            Instant at) {
        db.sql("""
                        insert into roster.membership_move (id, membership_id, status, day, reason, moved_by, moved_at)
                        values (:id, :membership, :status, :day, :reason, :by, :at)
                        """)
                .param("id", id)
                .param("membership", membership.value())
                .param("status", status.name())
                .param("day", day)
                .param("reason", reason)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Of every episode of a group, oldest first. */
    List<Move> of(GroupId group) {
        return db.sql("""
                        select v.membership_id, v.status, v.day, v.reason, v.moved_by, v.moved_at
                          from roster.membership_move v
                          join roster.membership m on m.practice_id = v.practice_id and m.id = v.membership_id
                         where m.group_id = :group
                         order by v.moved_at, v.id
                        """)
                .param("group", group.value())
                .query((row, _) -> new Move(
                        new MembershipId(row.getObject("membership_id", UUID.class)),
                        MembershipStatus.valueOf(row.getString("status")),
                        row.getObject("day", LocalDate.class),
                        row.getString("reason"),
                        row.getString("moved_by"),
                        row.getTimestamp("moved_at").toInstant()))
                .list();
    }
}
