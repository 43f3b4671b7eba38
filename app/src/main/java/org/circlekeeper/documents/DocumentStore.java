package org.circlekeeper.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents on disk: what is known of each, and apart from it the sealed bytes. */
@Repository
class DocumentStore {

    private static final String COLUMNS = """
            select id, kind, patient_id, name, media_type, size, sha256, stored_by, stored_at, removed_at, removed_by,
                   removed_why
              from documents.document
            """;

    private final JdbcClient db;

    DocumentStore(JdbcClient db) {
        this.db = db;
    }

    /** Sealed bytes, and which key opens them. */
    record Content(String key, byte[] sealed) {}

    void add(Document document, Content content) {
        db.sql("""
                        insert into documents.document (id, kind, patient_id, name, media_type, size, sha256, stored_by,
                                                        stored_at)
                        values (:id, :kind, :patient, :name, :type, :size, :sha256, :by, :at)
                        """)
                .param("id", document.id().value())
                .param("kind", document.kind().name())
                .param("patient", document.patient())
                .param("name", document.name())
                .param("type", document.type().mediaType())
                .param("size", document.size())
                .param("sha256", document.sha256())
                .param("by", document.storedBy())
                .param("at", Timestamp.from(document.storedAt()))
                .update();
        db.sql("insert into documents.content (document_id, key, sealed) values (:id, :key, :sealed)")
                .param("id", document.id().value())
                .param("key", content.key())
                .param("sealed", content.sealed())
                .update();
    }

    Optional<Document> find(DocumentId id) {
        return db.sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query(DocumentStore::document)
                .optional();
    }

    Optional<Content> content(DocumentId id) {
        return db.sql("select key, sealed from documents.content where document_id = :id")
                .param("id", id.value())
                .query((row, _) -> new Content(row.getString("key"), row.getBytes("sealed")))
                .optional();
    }

    /** Of a patient, newest first. */
    List<Document> of(UUID patient, int most) {
        return db.sql(COLUMNS + " where patient_id = :patient order by stored_at desc, id limit :most")
                .param("patient", patient)
                .param("most", most)
                .query(DocumentStore::document)
                .list();
    }

    List<DocumentId> all() {
        return db.sql("select id from documents.document order by stored_at, id").query(UUID.class).list().stream()
                .map(DocumentId::new)
                .toList();
    }

    /** False when it was taken off before. */
    boolean remove(DocumentId id, String why, String by, Instant at) {
        return db.sql("""
                        update documents.document
                           set removed_at = :at, removed_by = :by, removed_why = :why
                         where id = :id
                           and removed_at is null
                        """)
                        .param("id", id.value())
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .param("why", why)
                        .update()
                == 1;
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        var removed = row.getTimestamp("removed_at");
        return new Document(
                new DocumentId(row.getObject("id", UUID.class)),
                DocumentKind.valueOf(row.getString("kind")),
                row.getObject("patient_id", UUID.class),
                row.getString("name"),
                FileType.ofMediaType(row.getString("media_type")),
                row.getInt("size"),
                row.getString("sha256"),
                row.getString("stored_by"),
                row.getTimestamp("stored_at").toInstant(),
                removed == null
                        ? null
                        : new Document.Removed(
                                removed.toInstant(), row.getString("removed_by"), row.getString("removed_why")));
    }
}
