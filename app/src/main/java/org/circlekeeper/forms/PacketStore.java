package org.circlekeeper.forms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.circlekeeper.forms.Packet.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Packets on disk: what was published of them stays. */
@Repository
class PacketStore {

    private static final int MOST = 500;

    private final JdbcClient db;

    PacketStore(JdbcClient db) {
        this.db = db;
    }

    private record Row(UUID groupType, int number, Line line) {}

    private record Key(UUID groupType, int number) {}

    Optional<Packet> last(UUID groupType) {
        return find("and packet.group_type = :type", groupType).stream().findFirst();
    }

    /** The last version for each kind. */
    List<Packet> lasts() {
        return find("", Packet.EVERYBODY);
    }

    private List<Packet> find(String which, UUID groupType) {
        return packets("""
                 where not exists (select
                                     from forms.packet later
                                    where later.group_type = packet.group_type
                                      and later.number > packet.number)
                """ + which, groupType);
    }

    /** Every version for a kind, the newest first, at most 500. */
    List<Packet> history(UUID groupType) {
        return packets("where packet.group_type = :type ", groupType);
    }

    private List<Packet> packets(String where, UUID groupType) {
        var lines = lines(where, groupType);
        return db.sql("""
                        select group_type, number, own, says, published_by, published_at
                          from forms.packet
                        """ + where + " order by group_type, number desc limit " + MOST)
                .param("type", groupType)
                .query((row, _) -> packet(row, lines))
                .list();
    }

    private Map<Key, List<Line>> lines(String where, UUID groupType) {
        return db
                .sql("""
                        select packet.group_type, packet.number, form_id, need, applies
                          from forms.packet
                          join forms.packet_line
                            on packet_line.group_type = packet.group_type
                           and packet_line.number = packet.number
                        """ + where + " order by packet.group_type, packet.number desc, place")
                .param("type", groupType)
                .query((row, _) -> new Row(
                        row.getObject("group_type", UUID.class),
                        row.getInt("number"),
                        new Line(
                                new FormId(row.getString("form_id")),
                                Need.valueOf(row.getString("need")),
                                Applies.valueOf(row.getString("applies")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> new Key(row.groupType(), row.number()),
                        Collectors.mapping(Row::line, Collectors.toList())));
    }

    /** False when somebody published that number before. */
    boolean add(Packet packet) {
        boolean added = db.sql("""
                        insert into forms.packet (group_type, number, own, says, published_by, published_at)
                        values (:type, :number, :own, :says, :by, :at)
                        on conflict (practice_id, group_type, number) do nothing
                        """)
                        .param("type", packet.groupType())
                        .param("number", packet.number())
                        .param("own", packet.own())
                        .param("says", packet.says())
                        .param("by", packet.by())
                        .param("at", Timestamp.from(packet.at()))
                        .update()
                == 1;
        for (int place = 0; added && place < packet.lines().size(); place++) {
            add(packet, place, packet.lines().get(place));
        }
        return added;
    }

    private void add(Packet packet, int place, Line line) {
        db.sql("""
                        insert into forms.packet_line (group_type, number, place, form_id, need, applies)
                        values (:type, :number, :place, :form, :need, :applies)
                        """)
                .param("type", packet.groupType())
                .param("number", packet.number())
                .param("place", place)
                .param("form", line.form().value())
                .param("need", line.need().name())
                .param("applies", line.applies().name())
                .update();
    }

    private static Packet packet(ResultSet row, Map<Key, List<Line>> lines) throws SQLException {
        var key = new Key(row.getObject("group_type", UUID.class), row.getInt("number"));
        return new Packet(
                key.groupType(),
                key.number(),
                row.getBoolean("own"),
                row.getString("says"),
                row.getString("published_by"),
                row.getTimestamp("published_at").toInstant(),
                lines.getOrDefault(key, List.of()));
    }
}
