package org.circlekeeper.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.DateRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Series on disk. */
@Repository
class SeriesStore {

    private static final String COLUMNS = """
            select id, group_id, rrule, start_time, minutes, first_day, last_day, place_of_service, room_id, link
              from scheduling.series
            """;

    private final JdbcClient db;

    SeriesStore(JdbcClient db) {
        this.db = db;
    }

    List<Series> all() {
        return db.sql(COLUMNS + " order by first_day, start_time, id")
                .query(SeriesStore::series)
                .list();
    }

    List<Series> of(GroupId group) {
        return db.sql(COLUMNS + " where group_id = :group order by first_day, start_time, id")
                .param("group", group.value())
                .query(SeriesStore::series)
                .list();
    }

    Optional<Series> find(SeriesId id) {
        return db.sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query(SeriesStore::series)
                .optional();
    }

    void add(Series series) {
        db.sql("""
                        insert into scheduling.series (id, group_id, rrule, start_time, minutes, first_day, last_day,
                                                       place_of_service, room_id, link)
                        values (:id, :group, :rule, :start, :minutes, :first, :last, :place, :room, :link)
                        """)
                .param("id", series.id().value())
                .param("group", series.group().value())
                .param("rule", series.rule().toString())
                .param("start", series.start())
                .param("minutes", series.length().toMinutes())
                .param("first", series.days().first())
                .param("last", series.days().last())
                .param("place", series.placeOfService())
                .param("room", series.room() == null ? null : series.room().value())
                .param("link", series.link())
                .update();
    }

    void end(SeriesId id, LocalDate lastDay) {
        db.sql("update scheduling.series set last_day = greatest(first_day, :last) where id = :id")
                .param("id", id.value())
                .param("last", lastDay)
                .update();
    }

    void remove(Collection<SeriesId> ids) {
        db.sql("delete from scheduling.series where id = any(:ids)")
                .param("ids", ids.stream().map(SeriesId::value).toArray(UUID[]::new))
                .update();
    }

    private static Series series(ResultSet row, int number) throws SQLException {
        var room = row.getObject("room_id", UUID.class);
        return new Series(
                new SeriesId(row.getObject("id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                Recurrence.read(row.getString("rrule")),
                row.getObject("start_time", LocalTime.class),
                Duration.ofMinutes(row.getInt("minutes")),
                new DateRange(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                row.getString("place_of_service"),
                room == null ? null : new RoomId(room),
                row.getString("link"));
    }
}
