package org.circlekeeper.signing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The book of signatures on disk. */
@Repository
class BookStore {

    private static final String COLUMNS = """
            select seq, id, signature_id, kind, at, evidence, previous, seal
              from signing.entry
            """;

    private final JdbcClient db;

    BookStore(JdbcClient db) {
        this.db = db;
    }

    /** Writes the first head, where there is none. */
    void begin(Book.Head head) {
        db.sql("""
                        insert into signing.head (seq, seal, key, mark)
                        values (:seq, :seal, :key, :mark)
                        on conflict do nothing
                        """)
                .param("seq", head.seq())
                .param("seal", head.seal())
                .param("key", head.key())
                .param("mark", head.mark())
                .update();
    }

    /** The head, locked until the transaction ends, so that no two entries follow the same one. */
    Book.Head lockedHead() {
        return db.sql("select seq, seal, key, mark from signing.head for update")
                .query(BookStore::ending)
                .single();
    }

    Optional<Book.Head> head() {
        return db.sql("select seq, seal, key, mark from signing.head")
                .query(BookStore::ending)
                .optional();
    }

    void move(Book.Head head) {
        db.sql("update signing.head set seq = :seq, seal = :seal, mark = :mark")
                .param("seq", head.seq())
                .param("seal", head.seal())
                .param("mark", head.mark())
                .update();
    }

    void add(Entry entry) {
        db.sql("""
                        insert into signing.entry (seq, id, signature_id, kind, at, evidence, previous, seal)
                        values (:seq, :id, :signature, :kind, :at, :evidence, :previous, :seal)
                        """)
                .param("seq", entry.seq())
                .param("id", entry.id())
                .param("signature", entry.signature().value())
                .param("kind", entry.kind().name())
                .param("at", Timestamp.from(entry.at()))
                .param("evidence", entry.evidence())
                .param("previous", entry.previous())
                .param("seal", entry.seal())
                .update();
    }

    /** Of one signature, in their order. */
    List<Entry> of(SignatureId signature) {
        return db.sql(COLUMNS + " where signature_id = :signature order by seq")
                .param("signature", signature.value())
                .query(BookStore::entry)
                .list();
    }

    List<Entry> after(long seq, int most) {
        return db.sql(COLUMNS + " where seq > :seq order by seq limit :most")
                .param("seq", seq)
                .param("most", most)
                .query(BookStore::entry)
                .list();
    }

    /** Entries about signatures that are not there, by their place; 500 at the most. */
    List<Long> strays() {
        return db.sql("""
                        select e.seq
                          from signing.entry e
                         where not exists (select from signing.signature s
                                            where s.practice_id = e.practice_id and s.id = e.signature_id)
                         order by e.seq
                         limit 500
                        """).query(Long.class).list();
    }

    private static Book.Head ending(ResultSet row, int number) throws SQLException {
        return new Book.Head(row.getLong("seq"), row.getBytes("seal"), row.getString("key"), row.getBytes("mark"));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                new SignatureId(row.getObject("signature_id", UUID.class)),
                Entry.Kind.valueOf(row.getString("kind")),
                row.getTimestamp("at").toInstant(),
                row.getString("evidence"),
                row.getBytes("previous"),
                row.getBytes("seal"));
    }
}
