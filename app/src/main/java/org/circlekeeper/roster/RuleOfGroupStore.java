package org.circlekeeper.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When groups take members, whom they are for, and who is kept apart, on disk. */
@Repository
class RuleOfGroupStore {

    private final JdbcClient db;

    RuleOfGroupStore(JdbcClient db) {
        this.db = db;
    }

    List<EnrolmentWindow> windows(GroupId group) {
        return db.sql("""
                        select id, group_id, name, first_day, last_day
                          from roster.enrolment_window
                         where group_id = :group
                         order by first_day, id
                        """)
                .param("group", group.value())
                .query((row, _) -> new EnrolmentWindow(
                        row.getObject("id", UUID.class),
                        group,
                        row.getString("name"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }

    void open(EnrolmentWindow window) {
        db.sql("""
                        insert into roster.enrolment_window (id, group_id, name, first_day, last_day)
                        values (:id, :group, :name, :first, :last)
                        """)
                .param("id", window.id())
                .param("group", window.group().value())
                .param("name", window.name())
                .param("first", window.first())
                .param("last", window.last())
                .update();
    }

    void shut(UUID window) {
        db.sql("delete from roster.enrolment_window where id = :id")
                .param("id", window)
                .update();
    }

    List<Criterion> criteria(UUID type) {
        return db.sql("""
                        select id, type_id, group_id, excludes, kind, wanted, says
                          from roster.criterion
                         where type_id = :type
                         order by excludes, kind, says, id
                        """)
                .param("type", type)
                .query(RuleOfGroupStore::criterion)
                .list();
    }

    List<Criterion> criteria() {
        return db.sql("""
                        select id, type_id, group_id, excludes, kind, wanted, says
                          from roster.criterion
                         order by type_id, excludes, kind, says, id
                        """).query(RuleOfGroupStore::criterion).list();
    }

    void add(Criterion criterion) {
        var group = criterion.group();
        db.sql("""
                        insert into roster.criterion (id, type_id, group_id, excludes, kind, wanted, says)
                        values (:id, :type, :group, :excludes, :kind, :wanted, :says)
                        """)
                .param("id", criterion.id())
                .param("type", criterion.type())
                .param("group", group == null ? null : group.value())
                .param("excludes", criterion.excludes())
                .param("kind", criterion.kind().name())
                .param("wanted", criterion.wanted())
                .param("says", criterion.says())
                .update();
    }

    void drop(UUID criterion) {
        db.sql("delete from roster.criterion where id = :id")
                .param("id", criterion)
                .update();
    }

    /** A group goes on in another kind, and what is said of it alone with it. */
    void retype(GroupId group, UUID kind) {
        db.sql("update roster.criterion set type_id = :kind where group_id = :group")
                .param("kind", kind)
                .param("group", group.value())
                .update();
    }

    /** The pairs that a patient is half of. */
    List<Apart> apart(PatientId patient) {
        return db.sql("""
                        select id, one_id, other_id, by_order, reason, first_day, last_day
                          from roster.apart
                         where one_id = :patient
                            or other_id = :patient
                         order by first_day, id
                        """)
                .param("patient", patient.value())
                .query(RuleOfGroupStore::pair)
                .list();
    }

    List<Apart> apart() {
        return db.sql("""
                        select id, one_id, other_id, by_order, reason, first_day, last_day
                          from roster.apart
                         order by first_day, id
                        """).query(RuleOfGroupStore::pair).list();
    }

    void keepApart(Apart pair) {
        db.sql("""
                        insert into roster.apart (id, one_id, other_id, by_order, reason, first_day, last_day)
                        values (:id, least(:one, :other), greatest(:one, :other), :order, :reason, :first, :last)
                        """)
                .param("id", pair.id())
                .param("one", pair.one().value())
                .param("other", pair.other().value())
                .param("order", pair.byOrder())
                .param("reason", pair.reason())
                .param("first", pair.days().first())
                .param("last", pair.days().last())
                .update();
    }

    void endApart(UUID pair, LocalDate last) {
        db.sql("update roster.apart set last_day = greatest(first_day, :last) where id = :id")
                .param("id", pair)
                .param("last", last)
                .update();
    }

    private static Criterion criterion(ResultSet row, int number) throws SQLException {
        var group = row.getObject("group_id", UUID.class);
        return new Criterion(
                row.getObject("id", UUID.class),
                row.getObject("type_id", UUID.class),
                group == null ? null : new GroupId(group),
                row.getBoolean("excludes"),
                Criterion.Kind.valueOf(row.getString("kind")),
                row.getString("wanted"),
                row.getString("says"));
    }

    private static Apart pair(ResultSet row, int number) throws SQLException {
        return new Apart(
                row.getObject("id", UUID.class),
                new PatientId(row.getObject("one_id", UUID.class)),
                new PatientId(row.getObject("other_id", UUID.class)),
                row.getBoolean("by_order"),
                row.getString("reason"),
                new DateRange(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)));
    }
}
