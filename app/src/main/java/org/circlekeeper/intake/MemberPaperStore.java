package org.circlekeeper.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Papers of members and what became of them, on disk. */
@Repository
class MemberPaperStore {

    static final String COLUMNS = """
            p.id, p.patient_id, p.form, p.version, p.language, p.title, p.need, p.status, p.reason, p.signature_id,
            p.document_id, p.until, p.replaces_id, p.due_on, p.moved_by, p.moved_at
            """;

    private final JdbcClient db;

    MemberPaperStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Paper> find(PaperId id) {
        return db.sql("select " + COLUMNS + " from intake.paper p where p.id = :id")
                .param("id", id.value())
                .query(MemberPaperStore::paper)
                .optional();
    }

    /** The same, and nobody else moves it until the transaction ends. */
    Optional<Paper> lock(PaperId id) {
        return db.sql("select " + COLUMNS + " from intake.paper p where p.id = :id for update")
                .param("id", id.value())
                .query(MemberPaperStore::paper)
                .optional();
    }

    /** The one that a signature stands on. */
    Optional<Paper> signed(UUID signature) {
        return db.sql("select " + COLUMNS + " from intake.paper p where p.signature_id = :signature")
                .param("signature", signature)
                .query(MemberPaperStore::paper)
                .optional();
    }

    /** All papers of these members, whatever became of them, newest version first. */
    List<Paper> of(Collection<PatientId> patients) {
        return db.sql("select " + COLUMNS + """
                          from intake.paper p
                         where p.patient_id = any(:patients)
                         order by p.patient_id, p.form, p.version desc, p.id
                        """)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .query(MemberPaperStore::paper)
                .list();
    }

    /** Open ones that take an older version's place, where the day has come. */
    List<Paper> overdue(LocalDate day) {
        return db.sql("select " + COLUMNS + """
                          from intake.paper p
                         where p.due_on <= :day
                           and p.status in ('TO_DO', 'STARTED', 'WAITING_FOR_SECOND', 'REFUSED')
                         order by p.due_on, p.id
                        """)
                .param("day", day)
                .query(MemberPaperStore::paper)
                .list();
    }

    /** Those that hold until a day before this one and still count. */
    List<Paper> ranOut(LocalDate day) {
        return db.sql("select " + COLUMNS + """
                          from intake.paper p
                         where p.until < :day
                           and p.status in ('SIGNED', 'ON_PAPER', 'DONE')
                         order by p.until, p.id
                        """)
                .param("day", day)
                .query(MemberPaperStore::paper)
                .list();
    }

    void add(Paper paper) {
        var replacing = paper.replacing();
        db.sql("""
                        insert into intake.paper (id, patient_id, form, version, language, title, need, status, reason,
                                                  signature_id, document_id, until, replaces_id, due_on, moved_by,
                                                  moved_at)
                        values (:id, :patient, :form, :version, :language, :title, :need, :status, :reason,
                                :signature, :document, :until, :replaces, :due, :by, :at)
                        """)
                .param("id", paper.id().value())
                .param("patient", paper.patient().value())
                .param("form", paper.form().value())
                .param("version", paper.version())
                .param("language", paper.language().tag())
                .param("title", paper.title())
                .param("need", paper.need().name())
                .param("status", paper.status().name())
                .param("reason", paper.reason())
                .param("signature", paper.signature())
                .param("document", paper.document())
                .param("until", paper.until())
                .param("replaces", replacing == null ? null : replacing.old().value())
                .param("due", replacing == null ? null : replacing.due())
                .param("by", paper.movedBy())
                .param("at", Timestamp.from(paper.movedAt()))
                .update();
        noteMove(paper);
    }

    /**
     * Moves a paper to where this one stands, where the arrows lead there and nobody was quicker.
     *
     * @param from how it was seen to stand
     */
    boolean move(Paper to, PaperStatus from) {
        if (!from.next().contains(to.status())) {
            return false;
        }
        boolean moved = db.sql("""
                        update intake.paper
                           set status = :to, reason = :reason, signature_id = :signature, document_id = :document, until = :until,
                               moved_by = :by, moved_at = :at
                         where id = :id
                           and status = :from
                        """)
                        .param("id", to.id().value())
                        .param("from", from.name())
                        .param("to", to.status().name())
                        .param("reason", to.reason())
                        .param("signature", to.signature())
                        .param("document", to.document())
                        .param("until", to.until())
                        .param("by", to.movedBy())
                        .param("at", Timestamp.from(to.movedAt()))
                        .update()
                == 1;
        if (moved) {
            noteMove(to);
        }
        return moved;
    }

    private void noteMove(Paper paper) {
        db.sql("""
                        insert into intake.paper_move (id, paper_id, status, reason, moved_by, moved_at)
                        values (:id, :paper, :status, :reason, :by, :at)
                        """)
                .param("id", NewId.at(paper.movedAt()))
                .param("paper", paper.id().value())
                .param("status", paper.status().name())
                .param("reason", paper.reason())
                .param("by", paper.movedBy())
                .param("at", Timestamp.from(paper.movedAt()))
                .update();
    }

    /** What became of a paper, the last first. */
    List<PaperMove> moves(PaperId id) {
        return db.sql("""
                        select status, reason, moved_by, moved_at
                          from intake.paper_move
                         where paper_id = :id
                         order by moved_at desc, id desc
                        """)
                .param("id", id.value())
                .query((row, _) -> new PaperMove(
                        PaperStatus.valueOf(row.getString("status")),
                        row.getString("reason"),
                        row.getString("moved_by"),
                        instant(row, "moved_at")))
                .list();
    }

    static Paper paper(ResultSet row, int number) throws SQLException {
        var old = row.getObject("replaces_id", UUID.class);
        return new Paper(
                new PaperId(row.getObject("id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                FormId.of(row.getString("form")),
                row.getInt("version"),
                Language.tagged(row.getString("language")).orElseThrow(),
                row.getString("title"),
                Need.valueOf(row.getString("need")),
                PaperStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getObject("signature_id", UUID.class),
                row.getObject("document_id", UUID.class),
                row.getObject("until", LocalDate.class),
                old == null ? null : new Paper.Replacing(new PaperId(old), row.getObject("due_on", LocalDate.class)),
                row.getString("moved_by"),
                instant(row, "moved_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
