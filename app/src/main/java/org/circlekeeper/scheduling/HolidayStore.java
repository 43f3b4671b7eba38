package org.circlekeeper.scheduling;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.roster.GroupId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is chosen for holidays, on disk. */
@Repository
class HolidayStore {

    private final JdbcClient db;

    HolidayStore(JdbcClient db) {
        this.db = db;
    }

    List<HolidayChoice> all() {
        return db.sql("select id, day, group_id, moves_to from scheduling.holiday_choice order by day, id")
                .query((row, _) -> new HolidayChoice(
                        row.getObject("id", UUID.class),
                        row.getObject("day", LocalDate.class),
                        group(row.getObject("group_id", UUID.class)),
                        row.getObject("moves_to", LocalDate.class)))
                .list();
    }

    private static @Nullable GroupId group(@Nullable UUID id) {
        return id == null ? null : new GroupId(id);
    }

    void choose(HolidayChoice choice, String by, Instant now) {
        db.sql("""
                        insert into scheduling.holiday_choice (id, day, group_id, moves_to, chosen_by, chosen_at)
                        values (:id, :day, :group, :to, :by, :now)
                        on conflict (practice_id, day, group_id) do update
                           set moves_to = excluded.moves_to, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at
                        """)
                .param("id", choice.id())
                .param("day", choice.day())
                .param("group", choice.group() == null ? null : choice.group().value())
                .param("to", choice.movesTo())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    boolean forget(UUID id) {
        return db.sql("delete from scheduling.holiday_choice where id = :id")
                        .param("id", id)
                        .update()
                > 0;
    }
}
