package org.circlekeeper.scheduling;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rooms on disk. */
@Repository
class RoomStore {

    private final JdbcClient db;

    RoomStore(JdbcClient db) {
        this.db = db;
    }

    List<Room> all() {
        return db.sql("select id, name, seats, open from scheduling.room order by lower(name), id")
                .query((row, _) -> new Room(
                        new RoomId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getInt("seats"),
                        row.getBoolean("open")))
                .list();
    }

    void keep(Room room) {
        db.sql("""
                        insert into scheduling.room (id, name, seats, open)
                        values (:id, :name, :seats, :open)
                        on conflict (practice_id, id) do update
                           set name = excluded.name, seats = excluded.seats, open = excluded.open
                        """)
                .param("id", room.id().value())
                .param("name", room.name())
                .param("seats", room.seats())
                .param("open", room.open())
                .update();
    }
}
