package org.circlekeeper.roster;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.terms.DateRange;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chairs of groups on disk. PostgreSQL keeps each to one person at a time, and to no more than there are seats. */
@Repository
class SeatStore {

    private final JdbcClient db;

    SeatStore(JdbcClient db) {
        this.db = db;
    }

    /** Keeps two who want a chair of the same group one behind the other. */
    void lock(GroupId group) {
        db.sql("select id from roster.therapy_group where id = :group for no key update")
                .param("group", group.value())
                .query(UUID.class)
                .optional();
    }

    List<Chairs.Given> of(GroupId group) {
        return db.sql("""
                        select holder_id, chair, lower(days) as first_day, upper(days) - 1 as last_day
                          from roster.seat
                         where group_id = :group
                         order by chair, days
                        """)
                .param("group", group.value())
                .query((row, _) -> new Chairs.Given(
                        row.getObject("holder_id", UUID.class),
                        row.getInt("chair"),
                        new DateRange(
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class))))
                .list();
    }

    void give(UUID holder, GroupId group, int chair, DateRange days, boolean offered) {
        db.sql("""
                        insert into roster.seat (holder_id, group_id, chair, capacity, days, offered)
                        select :holder, id, :chair, capacity, daterange(:first, cast(:last as date), '[]'), :offered
                          from roster.therapy_group
                         where id = :group
                        """)
                .param("holder", holder)
                .param("group", group.value())
                .param("chair", chair)
                .param("first", days.first())
                .param("last", days.last())
                .param("offered", offered)
                .update();
    }

    /** Gives out chairs anew: all at once, so that two may change places. */
    void seat(Map<UUID, Integer> chairs) {
        db.sql("set constraints roster.one_chair_one_person deferred").update();
        chairs.forEach((holder, chair) -> db.sql("update roster.seat set chair = :chair where holder_id = :holder")
                .param("holder", holder)
                .param("chair", chair)
                .update());
        db.sql("set constraints roster.one_chair_one_person immediate").update();
    }

    void last(UUID holder, @Nullable LocalDate last) {
        db.sql("""
                        update roster.seat
                           set days = daterange(lower(days), cast(:last as date), '[]')
                         where holder_id = :holder
                        """).param("holder", holder).param("last", last).update();
    }

    /** An offer that is taken up: the same chair, held by the membership. */
    void takeUp(UUID offer, UUID membership, DateRange days) {
        db.sql("""
                        update roster.seat
                           set holder_id = :membership, offered = false,
                               days = daterange(:first, cast(:last as date), '[]')
                         where holder_id = :offer
                        """)
                .param("offer", offer)
                .param("membership", membership)
                .param("first", days.first())
                .param("last", days.last())
                .update();
    }

    /** Chairs that nobody has from this day on are nobody's: the memberships say who sat there. */
    void forgetBefore(GroupId group, LocalDate day) {
        db.sql("delete from roster.seat where group_id = :group and upper(days) <= :day")
                .param("group", group.value())
                .param("day", day)
                .update();
    }

    void free(Collection<UUID> holders) {
        db.sql("delete from roster.seat where holder_id = any(:holders)")
                .param("holders", holders.toArray(UUID[]::new))
                .update();
    }

    /** For each group with a chair taken on the day or later: what the ring of its seats shows. */
    List<Occupied> occupied(LocalDate day) {
        return db.sql("""
                        select group_id,
                               count(*) filter (where standing = 1) as filled,
                               count(*) filter (where standing = 2) as half,
                               count(*) filter (where standing = 3) as offered
                          from (select s.group_id,
                                       min(case when s.offered then 3
                                                when s.days @> cast(:day as date) and h.id is null then 1
                                                else 2 end) as standing
                                  from roster.seat s
                                  left join roster.hold h
                                    on h.practice_id = s.practice_id
                                   and h.membership_id = s.holder_id
                                   and :day between h.first_day and h.last_day
                                 where s.days && daterange(:day, null)
                                 group by s.group_id, s.chair) chairs
                         group by group_id
                        """)
                .param("day", day)
                .query((row, _) -> new Occupied(
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getInt("filled"),
                        row.getInt("half"),
                        row.getInt("offered")))
                .list();
    }
}
