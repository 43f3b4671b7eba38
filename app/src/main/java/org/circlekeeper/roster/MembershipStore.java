package org.circlekeeper.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Memberships on disk. */
@Repository
class MembershipStore {

    private static final String COLUMNS = "select id, group_id, patient_id, first_day, last_day from roster.membership";

    private final JdbcClient db;

    MembershipStore(JdbcClient db) {
        this.db = db;
    }

    /** Keeps two who join the same group at once one behind the other. */
    void lock(GroupId group) {
        db.sql("select id from roster.therapy_group where id = :group for update")
                .param("group", group.value())
                .query(UUID.class)
                .optional();
    }

    List<Membership> of(GroupId group) {
        return db.sql(COLUMNS + " where group_id = :group order by first_day, id")
                .param("group", group.value())
                .query(MembershipStore::membership)
                .list();
    }

    List<Membership> of(PatientId patient) {
        return db.sql(COLUMNS + " where patient_id = :patient order by first_day, id")
                .param("patient", patient.value())
                .query(MembershipStore::membership)
                .list();
    }

    List<Membership> of(Collection<GroupId> groups) {
        return db.sql(COLUMNS + " where group_id = any(:groups) order by group_id, first_day, id")
                .param("groups", groups.stream().map(GroupId::value).toArray(UUID[]::new))
                .query(MembershipStore::membership)
                .list();
    }

    List<Membership> on(LocalDate day) {
        return db.sql(COLUMNS + """
                         where first_day <= :day
                           and (last_day is null or last_day >= :day)
                         order by group_id, first_day, id
                        """)
                .param("day", day)
                .query(MembershipStore::membership)
                .list();
    }

    List<Membership> all() {
        return db.sql(COLUMNS + " order by group_id, first_day, id")
                .query(MembershipStore::membership)
                .list();
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

    void end(MembershipId id, LocalDate lastDay, String reason) {
        db.sql("""
                        update roster.membership
                           set last_day = :last, end_reason = :reason, worked_on = true
                         where id = :id
                        """)
                .param("id", id.value())
                .param("last", lastDay)
                .param("reason", reason)
                .update();
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

    private static Membership membership(ResultSet row, int number) throws SQLException {
        return new Membership(
                new MembershipId(row.getObject("id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                new DateRange(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)));
    }
}
