package org.circlekeeper.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** From now on a packet is content only when it was filled in, signed or waived. */
    void require(PaperId id) {
        db.sql("update intake.paper set need = 'REQUIRED' where id = :id")
                .param("id", id.value())
                .update();
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

    /** In force, and signed by a guardian; on sheets with ink, which do not say by whom, by anybody. */
    List<Paper> signedByOthers() {
        return db.sql("select " + COLUMNS + """
                          from intake.paper p
                          left join signing.signature_facts s
                            on s.practice_id = p.practice_id and s.id = p.signature_id
                         where p.status = 'SIGNED' and s.capacity in ('GUARDIAN', 'TWO_GUARDIANS')
                            or p.status = 'ON_PAPER'
                         order by p.patient_id, p.id
                        """).query(MemberPaperStore::paper).list();
    }

    /** In force, and signed by the member for themselves. */
    List<Paper> signedByThemselves(PatientId member) {
        return db.sql("select " + COLUMNS + """
                          from intake.paper p
                          join signing.signature_facts s
                            on s.practice_id = p.practice_id and s.id = p.signature_id
                         where p.patient_id = :member
                           and p.status = 'SIGNED'
                           and s.capacity = 'SELF'
                         order by p.id
                        """)
                .param("member", member.value())
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
                           set status = :to, reason = :reason, signature_id = :signature, document_id = :document,
                               until = :until, moved_by = :by, moved_at = :at
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

    /** What became of each paper of a member, the last first. */
    Map<PaperId, List<PaperMove>> moves(PatientId patient) {
        var moves = new HashMap<PaperId, List<PaperMove>>();
        db.sql("""
                        select v.paper_id, v.status, v.reason, v.moved_by, v.moved_at
                          from intake.paper_move v
                          join intake.paper p on p.practice_id = v.practice_id and p.id = v.paper_id
                         where p.patient_id = :patient
                         order by v.moved_at desc, v.id desc
                        """).param("patient", patient.value()).query(row -> {
            moves.computeIfAbsent(new PaperId(row.getObject("paper_id", UUID.class)), _ -> new ArrayList<>())
                    .add(move(row));
        });
        return moves;
    }

    private static PaperMove move(ResultSet row) throws SQLException {
        return new PaperMove(
                PaperStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getString("moved_by"),
                instant(row, "moved_at"));
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
