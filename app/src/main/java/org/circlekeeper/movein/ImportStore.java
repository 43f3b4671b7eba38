package org.circlekeeper.movein;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Imports on disk, and what each added. */
@Repository
class ImportStore {

    private static final int IMPORTS = 0x1a9;

    private final JdbcClient db;

    ImportStore(JdbcClient db) {
        this.db = db;
    }

    /** One import at a time in a practice: the next waits until this transaction is over. */
    void lock() {
        db.sql("select pg_advisory_xact_lock(:imports, hashtext(database.practice_id()::text))::text")
                .param("imports", IMPORTS)
                .query(String.class)
                .optional();
    }

    void add(PastImport past) {
        db.sql("""
                        insert into movein.import (id, at, actor, source, imported, accepted, refused, undoable)
                        values (:id, :at, :actor, :source, :imported, :accepted, :refused, :undoable)
                        """)
                .param("id", past.id())
                .param("at", Timestamp.from(past.at()))
                .param("actor", past.actor())
                .param("source", past.source())
                .param("imported", past.imported())
                .param("accepted", past.accepted())
                .param("refused", past.refused())
                .param("undoable", past.undoable())
                .update();
    }

    void noLongerUndoable(UUID id) {
        db.sql("update movein.import set undoable = false where id = :id")
                .param("id", id)
                .update();
    }

    void undone(UUID id, Instant at, String by) {
        db.sql("update movein.import set undone_at = :at, undone_by = :by where id = :id")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    Optional<PastImport> find(UUID id) {
        return history(1000).stream().filter(past -> past.id().equals(id)).findFirst();
    }

    /** The latest first. */
    List<PastImport> history(int limit) {
        return db.sql("""
                        select id, at, actor, source, imported, accepted, refused, undoable, undone_at
                          from movein.import
                         order by number desc
                         limit :limit
                        """)
                .param("limit", limit)
                .query((row, _) -> {
                    var undone = row.getTimestamp("undone_at");
                    return new PastImport(
                            row.getObject("id", UUID.class),
                            row.getTimestamp("at").toInstant(),
                            row.getString("actor"),
                            row.getString("source"),
                            row.getInt("imported"),
                            row.getInt("accepted"),
                            row.getInt("refused"),
                            row.getBoolean("undoable"),
                            undone == null ? null : undone.toInstant());
                })
                .list();
    }

    void added(UUID id, Added what, Collection<UUID> ids) {
        db.sql("""
                        insert into movein.added (import_id, what, id)
                        select :import, :what, unnest(:ids)
                        """)
                .param("import", id)
                .param("what", what.name())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    List<UUID> added(UUID id, Added what) {
        return db.sql("select id from movein.added where import_id = :import and what = :what order by id")
                .param("import", id)
                .param("what", what.name())
                .query(UUID.class)
                .list();
    }

    void forgetAdded(UUID id) {
        db.sql("delete from movein.added where import_id = :import")
                .param("import", id)
                .update();
    }

    /** The days of those of these sessions on whose sheets somebody marked a seat here since an instant. */
    List<String> markedSince(Collection<UUID> sessions, Instant since) {
        return db.sql("""
                        select service_date::text
                          from scheduling.session_facts s
                         where id = any(:sessions)
                           and exists (select from attendance.encounter_facts e
                                        where e.practice_id = s.practice_id
                                          and e.session_id = s.id
                                          and e.recorded_at >= :since)
                         order by service_date
                        """)
                .param("sessions", sessions.toArray(UUID[]::new))
                .param("since", Timestamp.from(since))
                .query(String.class)
                .list();
    }
}
