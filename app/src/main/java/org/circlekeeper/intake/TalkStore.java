package org.circlekeeper.intake;

import static java.util.stream.Collectors.toSet;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.roster.MembershipId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** For whose coming the group was talked to again about confidentiality, on disk. */
@Repository
class TalkStore {

    private final JdbcClient db;

    TalkStore(JdbcClient db) {
        this.db = db;
    }

    /** Of these seats, those for which the talk was held. */
    Set<MembershipId> held(Collection<MembershipId> seats) {
        return db
                .sql("select membership_id from intake.talk where membership_id = any(:ids)")
                .param("ids", seats.stream().map(MembershipId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(MembershipId::new)
                .collect(toSet());
    }

    void add(MembershipId seat, LocalDate on, String by, Instant at) {
        db.sql("""
                        insert into intake.talk (membership_id, held_on, said_by, said_at)
                        values (:seat, :on, :by, :at)
                        on conflict (practice_id, membership_id) do nothing
                        """)
                .param("seat", seat.value())
                .param("on", on)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }
}
