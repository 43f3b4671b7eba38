package org.circlekeeper.signing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signed papers on disk: how each stands, and what its signers had before them. */
@Repository
class SignatureStore {

    private static final String COLUMNS = """
            select id, patient_id, form, version, language, what, medium, capacity, holder, status, began, settled_by,
                   settled_at, settled_why
              from signing.signature
            """;

    private final JdbcClient db;

    SignatureStore(JdbcClient db) {
        this.db = db;
    }

    void add(Signature signature) {
        db.sql("""
                        insert into signing.signature (id, patient_id, form, version, language, what, medium, capacity,
                                                       holder, status, began, settled_by, settled_at, settled_why)
                        values (:id, :patient, :form, :version, :language, :what, :medium, :capacity, :holder, :status,
                                :began, :by, :at, :why)
                        """)
                .param("id", signature.id().value())
                .param("patient", signature.patient().value())
                .param("form", signature.template().form())
                .param("version", signature.template().version())
                .param("language", signature.template().language())
                .param("what", signature.what())
                .param("medium", signature.medium().name())
                .param("capacity", signature.capacity())
                .param("holder", signature.holder())
                .param("status", signature.status().name())
                .param("began", Timestamp.from(signature.began()))
                .param("by", signature.settledBy())
                .param("at", Timestamp.from(signature.settledAt()))
                .param("why", signature.settledWhy())
                .update();
    }

    /** False when it does not stand like that any more. */
    boolean move(Signature signature, SignatureStatus to, String by, Instant at, String why) {
        if (!signature.status().next().contains(to)) {
            throw new IllegalArgumentException("No signature goes from " + signature.status() + " to " + to);
        }
        return db.sql("""
                        update signing.signature
                           set status = :to, settled_by = :by, settled_at = :at, settled_why = :why
                         where id = :id
                           and status = :from
                        """)
                        .param("id", signature.id().value())
                        .param("from", signature.status().name())
                        .param("to", to.name())
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("why", why)
                        .update()
                == 1;
    }

    void keep(UUID entry, Shown shown) {
        db.sql("insert into signing.shown (entry_id, bytes, fields) values (:entry, :bytes, :fields)")
                .param("entry", entry)
                .param("bytes", shown.bytes())
                .param("fields", shown.fields())
                .update();
    }

    Optional<Shown> shown(UUID entry) {
        return db.sql("select bytes, fields from signing.shown where entry_id = :entry")
                .param("entry", entry)
                .query((row, _) -> new Shown(row.getBytes("bytes"), row.getString("fields")))
                .optional();
    }

    Optional<Signature> find(SignatureId id) {
        return db.sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query(SignatureStore::signature)
                .optional();
    }

    /** The one that has neither been withdrawn nor run out, of that version, by whoever holds it. */
    Optional<Signature> live(PatientId patient, Template template, String holder) {
        return db.sql(COLUMNS + """
                         where patient_id = :patient
                           and form = :form
                           and version = :version
                           and holder = :holder
                           and status not in ('WITHDRAWN', 'LAPSED')
                        """)
                .param("patient", patient.value())
                .param("form", template.form())
                .param("version", template.version())
                .param("holder", holder)
                .query(SignatureStore::signature)
                .optional();
    }

    /** That this signer has agreed to electronic papers about this patient, and not taken it back. */
    Optional<SignatureId> agreement(PatientId patient, UUID signer) {
        return db.sql("""
                        select id
                          from signing.signature
                         where patient_id = :patient
                           and holder = :signer
                           and what = 'ELECTRONIC_BUSINESS'
                           and status = 'SIGNED'
                         order by began desc, id desc
                         limit 1
                        """)
                .param("patient", patient.value())
                .param("signer", signer.toString())
                .query(UUID.class)
                .optional()
                .map(SignatureId::new);
    }

    List<Signature> of(PatientId patient, int most) {
        return db.sql(COLUMNS + " where patient_id = :patient order by began desc, id desc limit :most")
                .param("patient", patient.value())
                .param("most", most)
                .query(SignatureStore::signature)
                .list();
    }

    List<Signature> latest(int most) {
        return db.sql(COLUMNS + " order by began desc, id desc limit :most")
                .param("most", most)
                .query(SignatureStore::signature)
                .list();
    }

    List<Signature> standing(SignatureStatus status, int most) {
        return db.sql(COLUMNS + " where status = :status order by settled_at, id limit :most")
                .param("status", status.name())
                .param("most", most)
                .query(SignatureStore::signature)
                .list();
    }

    List<SignatureId> all() {
        return db.sql("select id from signing.signature order by began, id").query(UUID.class).list().stream()
                .map(SignatureId::new)
                .toList();
    }

    private static Signature signature(ResultSet row, int number) throws SQLException {
        return new Signature(
                new SignatureId(row.getObject("id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                new Template(row.getString("form"), row.getInt("version"), row.getString("language")),
                row.getString("what"),
                Medium.valueOf(row.getString("medium")),
                row.getString("capacity"),
                row.getString("holder"),
                SignatureStatus.valueOf(row.getString("status")),
                row.getTimestamp("began").toInstant(),
                row.getString("settled_by"),
                row.getTimestamp("settled_at").toInstant(),
                row.getString("settled_why"));
    }
}
