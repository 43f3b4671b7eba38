package org.circlekeeper.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.terms.DateRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What decides who may sit where, of all groups at once, on disk. */
@Repository
class CompositionStore {

    private final JdbcClient db;

    CompositionStore(JdbcClient db) {
        this.db = db;
    }

    /** A chair and who has it when. */
    record Chair(GroupId group, UUID holder, int number, DateRange days) {}

    List<Chair> givenFrom(LocalDate day) {
        return db.sql("""
                        select group_id, holder_id, chair, lower(days) as first_day, upper(days) - 1 as last_day
                          from roster.seat
                         where days && daterange(:day, null)
                        """)
                .param("day", day)
                .query((row, _) -> new Chair(
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getObject("holder_id", UUID.class),
                        row.getInt("chair"),
                        new DateRange(
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class))))
                .list();
    }

    List<EnrolmentWindow> windows() {
        return db.sql("""
                        select id, group_id, name, first_day, last_day
                          from roster.enrolment_window
                         order by first_day, id
                        """)
                .query((row, _) -> new EnrolmentWindow(
                        row.getObject("id", UUID.class),
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getString("name"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }
}
