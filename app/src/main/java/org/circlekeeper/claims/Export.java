package org.circlekeeper.claims;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.assistant.Journal;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.frame.Words;
import org.circlekeeper.outbox.CannotCarry;
import org.circlekeeper.outbox.Outbox;
import org.circlekeeper.outbox.WholeFile;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.PracticeId;
import org.springframework.stereotype.Component;

/** Copies filed batches into a folder of the operator's choice, each once unless all are asked for. */
@Component
public class Export {

    private final BatchStore batches;
    private final Outbox outbox;
    private final Practices practices;
    private final PracticeScope scope;
    private final AuditTrail audit;
    private final Journal journal;
    private final Clock clock;

    Export(
            BatchStore batches,
            Outbox outbox,
            Practices practices,
            PracticeScope scope,
            AuditTrail audit,
            Journal journal,
            Clock clock) {
        this.batches = batches;
        this.outbox = outbox;
        this.practices = practices;
        this.scope = scope;
        this.audit = audit;
        this.journal = journal;
        this.clock = clock;
    }

    /** One file that was copied. */
    public record ExportedFile(
            String file, String payerId, int claims, Money total, String interchange, String sha256) {}

    /**
     * What was copied.
     *
     * @param already how many were copied before and are not copied again
     * @param refused a sentence for each that could not be copied, or has not left
     */
    public record Exported(List<ExportedFile> files, int already, List<String> refused) {}

    Exported to(Path folder, boolean all, Actor actor) {
        var practice = practices.current().id();
        outbox.relay(practice);
        var files = new ArrayList<ExportedFile>();
        var refused = new ArrayList<String>();
        int already = 0;
        for (var batch : batches.inOrder()) {
            if (batch.deliveredAt() == null) {
                refused.add(batch.fileName() + " has not left. "
                        + (batch.trouble() == null ? "Try again in a minute." : batch.trouble()));
            } else if (!all && batch.exportedAt() != null) {
                already++;
            } else {
                copy(practice, batch, folder, actor, files, refused);
            }
        }
        return new Exported(List.copyOf(files), already, List.copyOf(refused));
    }

    /** Written down file by file: an export that is stopped goes on where it was. */
    private void copy(
            PracticeId practice,
            Batch batch,
            Path folder,
            Actor actor,
            List<ExportedFile> files,
            List<String> refused) {
        try {
            WholeFile.write(folder, batch.fileName(), batches.content(batch.id()));
        } catch (CannotCarry stays) {
            refused.add(stays.sentence());
            return;
        }
        mark(practice, batch, actor);
        files.add(new ExportedFile(
                batch.fileName(), batch.payerId(), batch.claims(), batch.total(), batch.interchange(), batch.sha256()));
    }

    /** The first copy is the release, and stands in the journal under whoever made it. */
    private void mark(PracticeId practice, Batch batch, Actor actor) {
        var id = batch.id();
        scope.apart(practice, () -> {
            if (batches.exported(id, clock.instant())) {
                journal.did("file-claims", released(batch, actor), actor.label());
            }
            audit.did(actor, "exported claims", "batch " + id, batches.patients(id), "claims file copied out");
            return id;
        });
    }

    private Step<Batch> released(Batch batch, Actor actor) {
        return new Step.Act<>(
                "export:" + batch.id(),
                batch,
                Because.of(
                        "%s for %s to %s released by %s: %s was copied out."
                                .formatted(
                                        Words.count(batch.claims(), "claim", "claims"),
                                        batch.total(),
                                        batch.payerName(),
                                        actor.label(),
                                        batch.fileName()),
                        new Evidence("What the file says.", "/batches/" + batch.id(), clock.instant())));
    }
}
