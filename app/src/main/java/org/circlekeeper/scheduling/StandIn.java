package org.circlekeeper.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.practice.PractitionerId;
import org.jspecify.annotations.Nullable;

/**
 * A co-leader of the group is away from one session, and somebody else co-leads it this once.
 *
 * @param instead null when nobody does, and the leader leads alone
 */
public record StandIn(PractitionerId away, @Nullable PractitionerId instead) {

    /** From two columns of a row that are in step; none of both when they are null. */
    static List<StandIn> read(ResultSet row, String away, String instead) throws SQLException {
        var gone = row.getArray(away);
        var there = row.getArray(instead);
        if (gone == null || there == null) {
            return List.of();
        }
        var ids = (UUID[]) gone.getArray();
        var others = (@Nullable UUID[]) there.getArray();
        var read = new ArrayList<StandIn>();
        for (int i = 0; i < ids.length; i++) {
            var other = others[i];
            read.add(new StandIn(new PractitionerId(ids[i]), other == null ? null : new PractitionerId(other)));
        }
        return List.copyOf(read);
    }

    /** The column of those who are away. */
    static String[] away(List<StandIn> standIns) {
        return standIns.stream().map(one -> one.away().toString()).toArray(String[]::new);
    }

    /** The column of those who are there instead. */
    static @Nullable String[] instead(List<StandIn> standIns) {
        var texts = new @Nullable String[standIns.size()];
        int at = 0;
        for (var one : standIns) {
            var other = one.instead();
            texts[at++] = other == null ? null : other.toString();
        }
        return texts;
    }
}
