package org.circlekeeper.claims;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.Trial;
import org.circlekeeper.outbox.KillPoint;
import org.circlekeeper.outbox.Outbox;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.Sha256;
import org.circlekeeper.x12.ProfessionalClaim;
import org.circlekeeper.x12.ProfessionalClaims;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Files everything that may go to one payer as one claims file. In one transaction the claims move, the batch is
 * written and its letter is put into the outbox; what is no longer as it was when the claim was prepared stays behind.
 */
@Component
class Filing {

    static final String KIND = "837";

    private final FileableStore fileables;
    private final BatchStore batches;
    private final ClaimVisits visits;
    private final NumberStore numbers;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Trial trial;
    private final Clock clock;

    Filing(
            FileableStore fileables,
            BatchStore batches,
            ClaimVisits visits,
            NumberStore numbers,
            Outbox outbox,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Trial trial,
            Clock clock) {
        this.fileables = fileables;
        this.batches = batches;
        this.visits = visits;
        this.numbers = numbers;
        this.outbox = outbox;
        this.audit = audit;
        this.events = events;
        this.trial = trial;
        this.clock = clock;
    }

    /** Empty when nothing of the payer's may go, or what may go is no longer what was looked at. */
    Optional<Batch> file(Fileable fileable, String releasedBy, Actor actor) {
        var rules = visits.rules();
        KillPoint.reached("before-reserve");
        long control = numbers.control();
        KillPoint.reached("after-reserve");
        var id = NewId.at(clock.instant());
        if (fileables.take(id, fileable, clock.instant()) == 0) {
            return Optional.empty();
        }
        if (!fileables.situation(id).equals(fileable.situation())) {
            fileables.putBack(batches.claims(id));
            return Optional.empty();
        }
        var written = write(id, control, rules);
        KillPoint.reached("after-render");
        if (written.claims == 0) {
            return Optional.empty();
        }
        var batch = batch(id, control, fileable, written, rules.practice(), releasedBy, actor);
        keep(batch, written.bytes.toByteArray(), rules.practice(), actor);
        KillPoint.reached("before-commit");
        return Optional.of(batch);
    }

    private void keep(Batch batch, byte[] content, Practice practice, Actor actor) {
        var why = "Filed in claims file " + batch.fileName() + ", released by " + batch.releasedBy() + ".";
        batches.filed(batch.id(), why, actor.label(), batch.filedAt());
        batches.add(batch, content);
        outbox.put(practice.id(), KIND, batch.fileName(), content, batch.id().toString());
        audit.did(actor, "filed claims", "batch " + batch.id(), batches.patients(batch.id()), why);
        events.publishEvent(new ClaimMoved(batches.claims(batch.id()), ClaimStatus.BATCHED));
    }

    /** Reads the claims of the batch as they come and writes each that is still right; keeps none of them. */
    private Written write(UUID batch, long control, BillingRules rules) {
        var at = LocalDateTime.ofInstant(clock.instant(), rules.practice().zone());
        var about = visits.about(batch);
        var withheld = visits.withheld(about.encounters(), at.toLocalDate());
        var deciding = new Deciding(rules, at.toLocalDate(), withheld.keySet());
        var written = new Written(at);
        try (var stream = visits.ofBatch(batch, about)) {
            var claims = deciding.each(stream).flatMap(written::count).iterator();
            if (claims.hasNext()) {
                ProfessionalClaims.write(ClaimForm.header(rules, control, at, !trial.isLive()), claims, written.bytes);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (!written.wrong.isEmpty()) {
            fileables.putBack(written.wrong);
        }
        return written;
    }

    private Batch batch(
            UUID id,
            long control,
            Fileable fileable,
            Written written,
            Practice practice,
            String releasedBy,
            Actor actor) {
        return new Batch(
                id,
                fileable.payer(),
                fileable.payerId(),
                fileable.payerName(),
                written.at.toLocalDate(),
                "%09d".formatted(control),
                ClaimForm.batchReference(control),
                fileName(practice, fileable.payerId(), written.at, control),
                Sha256.hex(written.bytes.toByteArray()),
                written.claims,
                new Money(written.cents),
                !trial.isLive(),
                actor.label(),
                clock.instant(),
                releasedBy,
                null,
                null,
                null,
                null,
                null);
    }

    /** Says whose, for whom and when, and nothing of any patient. */
    private static String fileName(Practice practice, String payerId, LocalDateTime at, long control) {
        return String.format(
                Locale.ROOT,
                "837P-%s-%s-%tY%<tm%<td-%09d.edi",
                practice.npi(),
                payerId.replaceAll("[^A-Za-z0-9]", "_"),
                at,
                control);
    }

    /** The file under writing, and what stays behind. */
    private static final class Written {

        private final LocalDateTime at;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        private final List<ClaimId> wrong = new ArrayList<>();
        private int claims;
        private long cents;

        Written(LocalDateTime at) {
            this.at = at;
        }

        Stream<ProfessionalClaim> count(Deciding.Decided decided) {
            var form = decided.form();
            if (form == null) {
                wrong.add(decided.claim());
                return Stream.empty();
            }
            claims++;
            cents += form.charge().cents();
            return Stream.of(form);
        }
    }
}
