package org.circlekeeper.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.DateRange;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Memberships on disk. */
@Repository
class MembershipStore {

    private static final String COLUMNS = """
            select m.id, m.group_id, m.patient_id, m.first_day, m.last_day, m.ending, m.next_id,
                   h.id as hold_id, h.first_day as hold_first, h.last_day as hold_last, h.reason as hold_reason
              from roster.membership m
              left join roster.hold h on h.practice_id = m.practice_id and h.membership_id = m.id
            """;
    private static final String ORDER = " order by m.group_id, m.first_day, m.id, h.first_day";

    private final JdbcClient db;

    MembershipStore(JdbcClient db) {
        this.db = db;
    }

    List<Membership> of(GroupId group) {
        return db.sql(COLUMNS + " where m.group_id = :group" + ORDER)
                .param("group", group.value())
                .query(MembershipStore::memberships);
    }

    List<Membership> of(PatientId patient) {
        return db.sql(COLUMNS + " where m.patient_id = :patient order by m.first_day, m.id, h.first_day")
                .param("patient", patient.value())
                .query(MembershipStore::memberships);
    }

    List<Membership> of(Collection<GroupId> groups) {
        return db.sql(COLUMNS + " where m.group_id = any(:groups)" + ORDER)
                .param("groups", groups.stream().map(GroupId::value).toArray(UUID[]::new))
                .query(MembershipStore::memberships);
    }

    List<Membership> on(LocalDate day) {
        return db.sql(COLUMNS + """
                         where m.first_day <= :day
                           and (m.last_day is null or m.last_day >= :day)
                        """ + ORDER).param("day", day).query(MembershipStore::memberships);
    }

    /** Whom these treat on that day: on the last day of their last seat, where they have none any more. */
    Set<PatientId> treated(Collection<PractitionerId> leaders, LocalDate day) {
        return db.sql("""
                        select distinct m.patient_id
                          from roster.membership m
                          join roster.led_facts l on l.practice_id = m.practice_id and l.group_id = m.group_id
                         where l.practitioner_id = any(:leaders)
                           and (l.first_day is null or l.first_day <= least(m.last_day, :day))
                           and (l.last_day is null or l.last_day >= least(m.last_day, :day))
                           and (m.last_day is null
                                or m.last_day >= :day
                                or not exists (select
                                                 from roster.membership other
                                                where other.practice_id = m.practice_id
                                                  and other.patient_id = m.patient_id
                                                  and (other.last_day is null or other.last_day > m.last_day)))
                        """)
                .param("leaders", leaders.stream().map(PractitionerId::value).toArray(UUID[]::new))
                .param("day", day)
                .query((row, _) -> new PatientId(row.getObject("patient_id", UUID.class)))
                .set();
    }

    /** Those of them who sit, sat or are to sit in a group under 42 CFR Part 2. */
    Set<PatientId> underPart2(Collection<PatientId> patients) {
        return db
                .sql("""
                        select distinct m.patient_id
                          from roster.membership m
                          join roster.therapy_group g on g.practice_id = m.practice_id and g.id = m.group_id
                          join roster.group_type t on t.practice_id = g.practice_id and t.id = g.type_id
                         where m.patient_id = any(:patients)
                           and t.part2
                        """)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(PatientId::new)
                .collect(Collectors.toSet());
    }

    /** The same, by a seat in one of these groups alone. */
    Set<PatientId> underPart2(Collection<PatientId> patients, Set<GroupId> groups) {
        return db
                .sql("""
                        select distinct m.patient_id
                          from roster.membership m
                          join roster.therapy_group g on g.practice_id = m.practice_id and g.id = m.group_id
                          join roster.group_type t on t.practice_id = g.practice_id and t.id = g.type_id
                         where m.patient_id = any(:patients)
                           and m.group_id = any(:groups)
                           and t.part2
                        """)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .param("groups", groups.stream().map(GroupId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(PatientId::new)
                .collect(Collectors.toSet());
    }

    List<Membership> all() {
        return db.sql(COLUMNS + ORDER).query(MembershipStore::memberships);
    }

    Optional<Membership> find(MembershipId id) {
        return db
                .sql(COLUMNS + " where m.id = :id" + ORDER)
                .param("id", id.value())
                .query(MembershipStore::memberships)
                .stream()
                .findFirst();
    }

    void add(Membership membership) {
        db.sql("""
                        insert into roster.membership (id, group_id, patient_id, first_day, last_day)
                        values (:id, :group, :patient, :first, :last)
                        """)
                .param("id", membership.id().value())
                .param("group", membership.group().value())
                .param("patient", membership.patient().value())
                .param("first", membership.days().first())
                .param("last", membership.days().last())
                .update();
    }

    void end(MembershipId id, LocalDate lastDay, Ending ending, String reason, @Nullable MembershipId next) {
        db.sql("""
                        update roster.membership
                           set last_day = :last, ending = :ending, end_reason = :reason, next_id = :next,
                               worked_on = true
                         where id = :id
                        """)
                .param("id", id.value())
                .param("last", lastDay)
                .param("ending", ending.name())
                .param("reason", reason)
                .param("next", next == null ? null : next.value())
                .update();
    }

    /** The membership that passes into this one. */
    Optional<MembershipId> before(MembershipId next) {
        return db.sql("select id from roster.membership where next_id = :next")
                .param("next", next.value())
                .query((row, _) -> new MembershipId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** One that has not begun goes away, as if it had never been meant. */
    void withdraw(MembershipId id) {
        db.sql("update roster.membership set next_id = null where next_id = :id")
                .param("id", id.value())
                .update();
        db.sql("delete from roster.membership where id = :id")
                .param("id", id.value())
                .update();
    }

    /** A seat in a group that asked for a day. */
    record Sitting(GroupId group, LocalDate day, MembershipId seat) {}

    /** Who has a seat in each group on its day, and is not on hold. */
    List<Sitting> sitting(Map<GroupId, LocalDate> days) {
        var groups = List.copyOf(days.keySet());
        return db.sql("""
                        select a.group_id, a.day, m.id
                          from unnest(cast(:groups as uuid[]), cast(cast(:days as text[]) as date[])) a (group_id, day)
                          join roster.membership m
                            on m.group_id = a.group_id
                           and m.first_day <= a.day
                           and (m.last_day is null or m.last_day >= a.day)
                         where not exists (select from roster.hold h
                                            where h.practice_id = m.practice_id
                                              and h.membership_id = m.id
                                              and a.day between h.first_day and h.last_day)
                        """)
                .param("groups", groups.stream().map(GroupId::value).toArray(UUID[]::new))
                .param(
                        "days",
                        groups.stream()
                                .map(group -> String.valueOf(days.get(group)))
                                .toArray(String[]::new))
                .query((row, _) -> new Sitting(
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        new MembershipId(row.getObject("id", UUID.class))))
                .list();
    }

    /** Takes back that it ends. */
    void goOn(MembershipId id) {
        db.sql("""
                        update roster.membership
                           set last_day = null, ending = null, end_reason = null, next_id = null, worked_on = true
                         where id = :id
                        """).param("id", id.value()).update();
    }

    List<MembershipId> workedOn(Collection<MembershipId> ids) {
        return db
                .sql("select id from roster.membership where worked_on and id = any(:ids)")
                .param("ids", values(ids))
                .query(UUID.class)
                .list()
                .stream()
                .map(MembershipId::new)
                .toList();
    }

    void remove(Collection<MembershipId> ids) {
        db.sql("delete from roster.membership where id = any(:ids) and not worked_on")
                .param("ids", values(ids))
                .update();
    }

    private static UUID[] values(Collection<MembershipId> ids) {
        return ids.stream().map(MembershipId::value).toArray(UUID[]::new);
    }

    /** One membership for all the rows of its holds. */
    private static List<Membership> memberships(ResultSet rows) throws SQLException {
        var found = new ArrayList<Membership>();
        while (rows.next()) {
            var one = membership(rows);
            if (!found.isEmpty() && found.getLast().id().equals(one.id())) {
                found.set(found.size() - 1, together(found.getLast(), one));
            } else {
                found.add(one);
            }
        }
        return found;
    }

    private static Membership together(Membership one, Membership same) {
        var holds = Stream.concat(one.holds().stream(), same.holds().stream()).toList();
        return new Membership(one.id(), one.group(), one.patient(), one.days(), one.ending(), one.next(), holds);
    }

    private static Membership membership(ResultSet row) throws SQLException {
        var ending = row.getString("ending");
        var next = row.getObject("next_id", UUID.class);
        return new Membership(
                new MembershipId(row.getObject("id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                new DateRange(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                ending == null ? null : Ending.valueOf(ending),
                next == null ? null : new MembershipId(next),
                hold(row));
    }

    private static List<Membership.Hold> hold(ResultSet row) throws SQLException {
        var id = row.getObject("hold_id", UUID.class);
        return id == null
                ? List.of()
                : List.of(new Membership.Hold(
                        new HoldId(id),
                        row.getObject("hold_first", LocalDate.class),
                        row.getObject("hold_last", LocalDate.class),
                        row.getString("hold_reason")));
    }
}
