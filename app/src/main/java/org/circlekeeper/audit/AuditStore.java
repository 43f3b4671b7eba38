package org.circlekeeper.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of audit.entry and the one head per practice that says how the chain ends. */
@Repository
class AuditStore {

    private static final String LINK = """
            select seq, at, actor_kind, actor_id, actor_label, hat, kind, what, subject, patients, why,
                   previous_hash, hash
              from audit.entry
            """;

    private final JdbcClient db;

    AuditStore(JdbcClient db) {
        this.db = db;
    }

    /** How the chain ends. */
    record Head(long seq, byte[] hash) {}

    /** The head, locked until the transaction ends, so that no two entries follow the same one. */
    Head lockHead() {
        db.sql("""
                insert into audit.head (seq, hash)
                values (0, :hash)
                on conflict do nothing
                """).param("hash", Link.BEFORE_ALL).update();
        return db.sql("select seq, hash from audit.head for update")
                .query((row, _) -> new Head(row.getLong("seq"), row.getBytes("hash")))
                .single();
    }

    Optional<Head> head() {
        return db.sql("select seq, hash from audit.head")
                .query((row, _) -> new Head(row.getLong("seq"), row.getBytes("hash")))
                .optional();
    }

    void append(Link link) {
        var entry = link.entry();
        db.sql("""
                insert into audit.entry
                       (seq, at, actor_kind, actor_id, actor_label, hat, kind, what, subject, patients, why,
                        previous_hash, hash)
                values (:seq, :at, :actorKind, :actorId, :actorLabel, :hat, :kind, :what, :subject, :patients, :why,
                        :previous, :hash)
                """)
                .param("seq", entry.seq())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("actorKind", entry.actorKind())
                .param("actorId", entry.actorId())
                .param("actorLabel", entry.actorLabel())
                .param("hat", entry.hat())
                .param("kind", entry.kind())
                .param("what", entry.what())
                .param("subject", entry.subject())
                .param("patients", entry.patients().toArray(UUID[]::new))
                .param("why", entry.why())
                .param("previous", link.previous())
                .param("hash", link.hash())
                .update();
        db.sql("update audit.head set seq = :seq, hash = :hash")
                .param("seq", entry.seq())
                .param("hash", link.hash())
                .update();
    }

    List<AuditEntry> about(UUID patient, int limit) {
        return db
                .sql(LINK + """
                 where patients @> :patient
                 order by seq desc
                 limit :limit
                """)
                .param("patient", new UUID[] {patient})
                .param("limit", limit)
                .query(AuditStore::link)
                .list()
                .stream()
                .map(Link::entry)
                .toList();
    }

    List<AuditEntry> latest(int limit) {
        return db.sql(LINK + """
                 where not (kind = 'shown' and actor_kind = 'duty')
                 order by seq desc
                 limit :limit
                """).param("limit", limit).query(AuditStore::link).list().stream()
                .map(Link::entry)
                .toList();
    }

    List<Link> after(long seq, int limit) {
        return db.sql(LINK + """
                 where seq > :seq
                 order by seq
                 limit :limit
                """)
                .param("seq", seq)
                .param("limit", limit)
                .query(AuditStore::link)
                .list();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        var entry = new AuditEntry(
                row.getLong("seq"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor_kind"),
                row.getString("actor_id"),
                row.getString("actor_label"),
                row.getString("hat"),
                row.getString("kind"),
                row.getString("what"),
                row.getString("subject"),
                Arrays.asList((UUID[]) row.getArray("patients").getArray()),
                row.getString("why"));
        return new Link(entry, row.getBytes("previous_hash"), row.getBytes("hash"));
    }
}
