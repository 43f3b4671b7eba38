package org.circlekeeper.eligibility;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Repository;

/** Files that came, and what of them waits for a person, on disk. */
@Repository
class ReceivedStore {

    /** Bytes that are read at a time of a file that is kept. */
    private static final int PIECE = 1 << 20;

    private final JdbcClient db;

    ReceivedStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * False when the very bytes were kept before.
     *
     * @throws UncheckedIOException when they cannot be read, or are others by now than those of which this is the hash
     */
    boolean keep(String sha256, String name, Content content, String by, Instant now) {
        try (var in = content.open()) {
            var same = db.sql("""
                            insert into eligibility.received_file (sha256, file_name, content, received_at, received_by)
                            values (:sha256, :name, :content, :now, :by)
                            on conflict do nothing
                            returning encode(sha256(content), 'hex') = sha256
                            """)
                    .param("sha256", sha256)
                    .param("name", name)
                    .param("content", new SqlBinaryValue(in, content.size()))
                    .param("now", Timestamp.from(now))
                    .param("by", by)
                    .query(Boolean.class)
                    .optional();
            if (same.isPresent() && !same.get()) {
                throw new IOException("The file changed while it was read; it is taken in when it is whole");
            }
            return same.isPresent();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
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

    /**
     * An answer that is posted nowhere.
     *
     * @param place which one of the file it is, from 1
     */
    record Unposted(int place, String trace, String reason) {}

    void park(String sha256, List<Unposted> unposted) {
        db.sql("""
                        insert into eligibility.parked (sha256, place, trace, reason)
                        select :sha256, u.place, u.trace, u.reason
                          from unnest(:places, :traces, :reasons) as u (place, trace, reason)
                        on conflict do nothing
                        """)
                .param("sha256", sha256)
                .param("places", unposted.stream().map(Unposted::place).toArray(Integer[]::new))
                .param("traces", unposted.stream().map(Unposted::trace).toArray(String[]::new))
                .param("reasons", unposted.stream().map(Unposted::reason).toArray(String[]::new))
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

    /** Read piece by piece, within the transaction that asks for it. Empty when no such file is kept. */
    Optional<Content> content(String sha256) {
        return db.sql("select length(content) from eligibility.received_file where sha256 = :sha256")
                .param("sha256", sha256)
                .query(Integer.class)
                .optional()
                .map(size -> new Content(() -> open(sha256, size), size));
    }

    private InputStream open(String sha256, int size) {
        return new SequenceInputStream(new Enumeration<>() {

            private int at;

            @Override
            public boolean hasMoreElements() {
                return at < size;
            }

            @Override
            public InputStream nextElement() {
                var piece = piece(sha256, at);
                at += piece.length;
                return new ByteArrayInputStream(piece);
            }
        });
    }

    private byte[] piece(String sha256, int at) {
        return db.sql("""
                        select substring(content from :from for :many)
                          from eligibility.received_file
                         where sha256 = :sha256
                        """)
                .param("from", at + 1)
                .param("many", PIECE)
                .param("sha256", sha256)
                .query(byte[].class)
                .single();
    }
}
