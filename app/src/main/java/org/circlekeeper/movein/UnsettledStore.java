package org.circlekeeper.movein;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.circlekeeper.movein.read.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is not settled between files and practice, on disk. */
@Repository
class UnsettledStore {

    private final JdbcClient db;

    UnsettledStore(JdbcClient db) {
        this.db = db;
    }

    /** All of it, what was left as it is too. */
    List<Unsettled> all() {
        return db.sql("""
                        select kind, key, field, row_number, called, before, after, acceptable, remedy, since, left_here
                          from movein.unsettled
                         order by kind, key, field
                        """).query(UnsettledStore::unsettled).list();
    }

    void remove(Unsettled one) {
        db.sql("delete from movein.unsettled where kind = :kind and key = :key and field = :field")
                .param("kind", kind(one))
                .param("key", one.key())
                .param("field", one.field())
                .update();
    }

    void add(Unsettled one) {
        db.sql("""
                        insert into movein.unsettled (kind, key, field, row_number, called, before, after, acceptable,
                                                      remedy, since, left_here)
                        values (:kind, :key, :field, :row, :called, :before, :after, :acceptable, :remedy, :since, :left)
                        """)
                .param("kind", kind(one))
                .param("key", one.key())
                .param("field", one.field())
                .param("row", one.row())
                .param("called", one.called())
                .param("before", one.before())
                .param("after", one.after())
                .param("acceptable", one.acceptable())
                .param("remedy", one.remedy())
                .param("since", Timestamp.from(one.since()))
                .param("left", one.leftHere())
                .update();
    }

    int leave() {
        return db.sql("update movein.unsettled set left_here = true where not left_here")
                .update();
    }

    private static String kind(Unsettled one) {
        return Kind.of(one.file()).orElseThrow().name();
    }

    private static Unsettled unsettled(ResultSet row, int number) throws SQLException {
        return new Unsettled(
                Kind.valueOf(row.getString("kind")).file(),
                row.getString("key"),
                row.getString("field"),
                row.getInt("row_number"),
                row.getString("called"),
                row.getString("before"),
                row.getString("after"),
                row.getBoolean("acceptable"),
                row.getString("remedy"),
                row.getTimestamp("since").toInstant(),
                row.getBoolean("left_here"));
    }
}
