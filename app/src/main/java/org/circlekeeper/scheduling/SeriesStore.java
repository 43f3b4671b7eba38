package org.circlekeeper.scheduling;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.DateRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Weekly series on disk. */
@Repository
class SeriesStore {

    private final JdbcClient db;

    SeriesStore(JdbcClient db) {
        this.db = db;
    }

    List<WeeklySeries> all() {
        return db.sql("""
                        select id, group_id, weekday, start_time, minutes, first_day, last_day, place_of_service
                          from scheduling.series
                         order by weekday, start_time, id
                        """)
                .query((row, _) -> new WeeklySeries(
                        new SeriesId(row.getObject("id", UUID.class)),
                        new GroupId(row.getObject("group_id", UUID.class)),
                        DayOfWeek.of(row.getInt("weekday")),
                        row.getObject("start_time", LocalTime.class),
                        Duration.ofMinutes(row.getInt("minutes")),
                        new DateRange(
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class)),
                        row.getString("place_of_service")))
                .list();
    }

    void add(WeeklySeries series) {
        db.sql("""
                        insert into scheduling.series (id, group_id, weekday, start_time, minutes, first_day, last_day,
                                                       place_of_service)
                        values (:id, :group, :weekday, :start, :minutes, :first, :last, :place)
                        """)
                .param("id", series.id().value())
                .param("group", series.group().value())
                .param("weekday", series.weekday().getValue())
                .param("start", series.start())
                .param("minutes", series.length().toMinutes())
                .param("first", series.days().first())
                .param("last", series.days().last())
                .param("place", series.placeOfService())
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
}
