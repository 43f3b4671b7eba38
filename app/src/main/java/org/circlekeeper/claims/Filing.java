package org.circlekeeper.claims;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

    private final BatchStore batches;
    private final ClaimVisits visits;
    private final NumberStore numbers;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Trial trial;
    private final Clock clock;

    Filing(
            BatchStore batches,
            ClaimVisits visits,
            NumberStore numbers,
            Outbox outbox,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Trial trial,
            Clock clock) {
        this.batches = batches;
        this.visits = visits;
        this.numbers = numbers;
        this.outbox = outbox;
        this.audit = audit;
        this.events = events;
        this.trial = trial;
        this.clock = clock;
    }

    /** Empty when nothing of the payer's may go. */
    Optional<Batch> file(BatchStore.Fileable fileable, String releasedBy, Actor actor) {
        var rules = visits.rules();
        KillPoint.reached("before-reserve");
        long control = numbers.control();
        KillPoint.reached("after-reserve");
        var id = NewId.at(clock.instant());
        if (batches.take(id, fileable.payer(), clock.instant()) == 0) {
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
        var why = "Filed in " + batch.fileName() + ", released by " + batch.releasedBy() + ".";
        batches.filed(batch.id(), why, actor.label(), batch.filedAt());
        batches.add(batch, content);
        outbox.put(practice.id(), KIND, batch.fileName(), content, batch.id().toString());
        audit.did(actor, "filed claims", "batch " + batch.id(), batches.patients(batch.id()), why);
        events.publishEvent(new ClaimMoved(batches.claims(batch.id()), ClaimStatus.BATCHED));
    }

    /** Reads the claims of the batch as they come and writes each that is still right; keeps none of them. */
    private Written write(UUID batch, long control, BillingRules rules) {
        var at = LocalDateTime.ofInstant(clock.instant(), rules.practice().zone());
        var withheld = visits.withheld(batches.encounters(batch), at.toLocalDate());
        var written = new Written(rules, at, withheld.keySet());
        try (var stream = visits.ofBatch(batch)) {
            var claims = written.rightOf(stream).iterator();
            if (claims.hasNext()) {
                ProfessionalClaims.write(ClaimForm.header(rules, control, at, !trial.isLive()), claims, written.bytes);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (!written.wrong.isEmpty()) {
            batches.putBack(written.wrong);
        }
        return written;
    }

    private Batch batch(
            UUID id,
            long control,
            BatchStore.Fileable fileable,
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
                Outbox.sha256(written.bytes.toByteArray()),
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

        private final BillingRules rules;
        private final LocalDateTime at;
        private final Set<UUID> withheld;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        private final List<ClaimId> wrong = new ArrayList<>();
        private int claims;
        private long cents;

        Written(BillingRules rules, LocalDateTime at, Set<UUID> withheld) {
            this.rules = rules;
            this.at = at;
            this.withheld = new HashSet<>(withheld);
        }

        Stream<ProfessionalClaim> rightOf(Stream<Visit> visits) {
            return visits.flatMap(visit -> {
                var claim = claim(visit);
                if (claim.isEmpty()) {
                    wrong.add(java.util.Objects.requireNonNull(visit.claim()).id());
                }
                return claim.stream();
            });
        }

        /** Readiness is asked once more; what the claim says is what its visit says now, or it does not go. */
        private Optional<ProfessionalClaim> claim(Visit visit) {
            var standing = visit.claim();
            var insurance = visit.insurance();
            if (standing == null || insurance == null || withheld.contains(visit.encounter())) {
                return Optional.empty();
            }
            var findings = BillingReadiness.assess(visit, rules, at.toLocalDate());
            var billed = Billed.of(visit, rules);
            boolean right = BillingReadiness.holds(visit, findings).isEmpty()
                    && Outcome.digest(ClaimStatus.READY, billed, findings).equals(standing.digest());
            if (!right) {
                return Optional.empty();
            }
            claims++;
            cents += billed.charge().cents();
            return Optional.of(ClaimForm.fill(standing.number(), visit, insurance, billed, rules));
        }
    }
}
