package org.circlekeeper.eligibility;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files that came, and what of them waits for a person, on disk. */
@Repository
class ReceivedStore {

    private final JdbcClient db;

    ReceivedStore(JdbcClient db) {
        this.db = db;
    }

    /** False when the very bytes were kept before. */
    boolean keep(String sha256, String name, byte[] content, String by, Instant now) {
        return db.sql("""
                        insert into eligibility.received_file (sha256, file_name, content, received_at, received_by)
                        values (:sha256, :name, :content, :now, :by)
                        on conflict do nothing
                        """)
                        .param("sha256", sha256)
                        .param("name", name)
                        .param("content", content)
                        .param("now", Timestamp.from(now))
                        .param("by", by)
                        .update()
                > 0;
    }

    /** Whether it is kept and still has to be read; kept from others until the transaction ends. */
    boolean isUnread(String sha256) {
        return db.sql("select read_at is null from eligibility.received_file where sha256 = :sha256 for update")
                .param("sha256", sha256)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    boolean isKept(String sha256) {
        return db.sql("select count(*) from eligibility.received_file where sha256 = :sha256 and read_at is not null")
                        .param("sha256", sha256)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void read(String sha256, String refused, int people, int posted, Instant now) {
        db.sql("""
                        update eligibility.received_file
                           set read_at = :now,
                               refused = :refused,
                               people = :people,
                               posted = :posted
                         where sha256 = :sha256
                        """)
                .param("now", Timestamp.from(now))
                .param("refused", refused)
                .param("people", people)
                .param("posted", posted)
                .param("sha256", sha256)
                .update();
    }

    void park(String sha256, int place, String trace, String reason) {
        db.sql("""
                        insert into eligibility.parked (sha256, place, trace, reason)
                        values (:sha256, :place, :trace, :reason)
                        on conflict do nothing
                        """)
                .param("sha256", sha256)
                .param("place", place)
                .param("trace", trace)
                .param("reason", reason)
                .update();
    }

    /** Whether it waits for a person; kept from others until the transaction ends. */
    boolean isParked(String sha256, int place) {
        return db.sql("""
                        select settled_at is null
                          from eligibility.parked
                         where sha256 = :sha256
                           and place = :place
                           for update
                        """)
                .param("sha256", sha256)
                .param("place", place)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** False when somebody settled it already. */
    boolean settle(String sha256, int place, String why, String by, Instant now) {
        return db.sql("""
                        update eligibility.parked
                           set settled_by = :by,
                               settled_at = :now,
                               settled_why = :why
                         where sha256 = :sha256
                           and place = :place
                           and settled_at is null
                        """)
                        .param("by", by)
                        .param("now", Timestamp.from(now))
                        .param("why", why)
                        .param("sha256", sha256)
                        .param("place", place)
                        .update()
                > 0;
    }

    /** What waits for a person, the latest file first. */
    List<Parked> parked(int most) {
        return db.sql("""
                        select p.sha256, f.file_name, f.received_at, p.place, p.trace, p.reason
                          from eligibility.parked p
                          join eligibility.received_file f on f.practice_id = p.practice_id and f.sha256 = p.sha256
                         where p.settled_at is null
                         order by f.received_at desc, p.sha256, p.place
                         limit :most
                        """)
                .param("most", most)
                .query((row, _) -> new Parked(
                        row.getString("sha256"),
                        row.getString("file_name"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getInt("place"),
                        row.getString("trace"),
                        row.getString("reason")))
                .list();
    }

    /** The latest first. */
    List<ReceivedFile> latest(int most) {
        return db.sql("""
                        select f.sha256, f.file_name, f.received_at, f.received_by, f.read_at is not null as read, f.refused, f.people,
                               f.posted,
                               (select count(*)
                                  from eligibility.parked p
                                 where p.practice_id = f.practice_id
                                   and p.sha256 = f.sha256
                                   and p.settled_at is null) as parked
                          from eligibility.received_file f
                         order by f.received_at desc, f.sha256
                         limit :most
                        """)
                .param("most", most)
                .query((row, _) -> new ReceivedFile(
                        row.getString("sha256"),
                        row.getString("file_name"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("received_by"),
                        row.getBoolean("read"),
                        row.getString("refused"),
                        row.getInt("people"),
                        row.getInt("posted"),
                        row.getInt("parked")))
                .list();
    }

    Optional<byte[]> content(String sha256) {
        return db.sql("select content from eligibility.received_file where sha256 = :sha256")
                .param("sha256", sha256)
                .query(byte[].class)
                .optional();
    }
}
