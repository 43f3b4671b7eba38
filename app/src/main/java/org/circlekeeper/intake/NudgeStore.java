package org.circlekeeper.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Nudges that went out about packets that are not whole, on disk. */
@Repository
class NudgeStore {

    private final JdbcClient db;

    NudgeStore(JdbcClient db) {
        this.db = db;
    }

    /** The numbers of those that went, by packet. */
    Map<PacketId, Set<Integer>> went() {
        var went = new HashMap<PacketId, Set<Integer>>();
        db.sql("""
                        select n.packet_id, n.number
                          from intake.nudge n
                          join intake.packet k on k.practice_id = n.practice_id and k.id = n.packet_id
                         where k.whole_at is null
                        """).query(row -> {
            went.computeIfAbsent(new PacketId(row.getObject("packet_id", UUID.class)), _ -> new HashSet<>())
                    .add(row.getInt("number"));
        });
        return went;
    }

    /** Of one that asks again nobody was reminded yet. */
    void forget(PacketId packet) {
        db.sql("delete from intake.nudge where packet_id = :packet")
                .param("packet", packet.value())
                .update();
    }

    /** False when it went before. */
    boolean add(PacketId packet, int number, Instant at) {
        return db.sql("""
                        insert into intake.nudge (packet_id, number, went_at)
                        values (:packet, :number, :at)
                        on conflict do nothing
                        """)
                        .param("packet", packet.value())
                        .param("number", number)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }
}
