package org.circlekeeper.claims;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.Trial;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The claims of the practice in scope: what others may ask of them and do with them. */
@Component
public class Claims {

    private final ClaimListStore lists;
    private final ClaimStore store;
    private final UnbilledStore unbilled;
    private final BatchStore batches;
    private final ClaimVisits visits;
    private final Preparation preparation;
    private final Filing filing;
    private final Export export;
    private final Trial trial;
    private final Practices practices;
    private final Clock clock;

    Claims(
            ClaimListStore lists,
            ClaimStore store,
            UnbilledStore unbilled,
            BatchStore batches,
            ClaimVisits visits,
            Preparation preparation,
            Filing filing,
            Export export,
            Trial trial,
            Practices practices,
            Clock clock) {
        this.lists = lists;
        this.store = store;
        this.unbilled = unbilled;
        this.batches = batches;
        this.visits = visits;
        this.preparation = preparation;
        this.filing = filing;
        this.export = export;
        this.trial = trial;
        this.practices = practices;
        this.clock = clock;
    }

    /** By date of service, with what was found in each. */
    public List<Claim> list(ClaimFilter filter) {
        return lists.list(filter);
    }

    public Optional<Claim> find(ClaimId id) {
        return lists.byId(id).stream().findFirst();
    }

    public List<Move> moves(ClaimId id) {
        return lists.moves(id);
    }

    /** How many of each status go to each payer, and for how much: one question. */
    public List<Tally> tallies() {
        return lists.tallies();
    }

    /** Past attendance without a claim that lives, dates of service between two days, both included: one question. */
    public Unbilled unbilled(LocalDate from, LocalDate to) {
        return unbilled.between(from, to, clock.instant());
    }

    /**
     * What may be released to a payer now; {@code situation} is another as soon as any of these claims is.
     *
     * @param reasonBy whoever gave the reason to file these past a payer's rule, when somebody else is to release them
     */
    public record Releasable(
            UUID payer,
            String payerId,
            String payerName,
            int claims,
            Money total,
            String situation,
            @Nullable String reasonBy) {}

    public List<Releasable> releasable() {
        return batches.fileable(secondLook(null)).stream()
                .map(found -> new Releasable(
                        found.payer(),
                        found.payerId(),
                        found.payerName(),
                        found.claims(),
                        found.total(),
                        found.situation(),
                        found.reasonBy()))
                .toList();
    }

    private SecondLook secondLook(@Nullable Actor releasing) {
        return SecondLook.of(practices.current().profile(), releasing, clock.instant());
    }

    /** Whether files say that they are for testing: every one of a home on trial does. */
    public boolean filesAreTests() {
        return !trial.isLive();
    }

    /**
     * Files what may go to these payers, to all of them when none is named, in the name of whoever releases it. What
     * needs another person's look than theirs stays.
     */
    public List<Batch> release(Collection<UUID> payers, Actor releasedBy) {
        var filed = new ArrayList<Batch>();
        for (var fileable : batches.fileable(secondLook(releasedBy))) {
            boolean meant = payers.isEmpty() || payers.contains(fileable.payer());
            if (meant && fileable.mayBeReleasedBy(releasedBy.label())) {
                filing.file(fileable, releasedBy.label(), releasedBy).ifPresent(filed::add);
            }
        }
        return filed;
    }

    /** What became of an attempt to file past what a payer's rule holds. */
    public sealed interface FiledForDenial {
        /** It is ready now, and goes with the next file. */
        record Ready() implements FiledForDenial {}

        /** These nobody may file past. */
        record StillHeld(List<Finding> by) implements FiledForDenial {}

        /** It is not held, or not any more. */
        record NotHeld() implements FiledForDenial {}
    }

    /** Lets a held claim go past the rules of payers, on a named person's reason; never past what always holds. */
    public FiledForDenial fileForDenial(ClaimId id, String reason, Actor actor) {
        if (actor instanceof Actor.Duty) {
            throw new IllegalArgumentException("Only a person files for denial");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Filing for denial says why");
        }
        var today = practices.today();
        var rules = visits.rules();
        var found = visits.of(List.of(id), today).stream().findFirst();
        if (found.isEmpty()
                || found.get().claim() == null
                || found.get().claim().status() != ClaimStatus.HELD) {
            return new FiledForDenial.NotHeld();
        }
        var stays = BillingReadiness.assess(found.get(), rules, today).stream()
                .filter(finding -> finding.holds() && !FindingCode.isLiftable(finding))
                .toList();
        if (!stays.isEmpty()) {
            return new FiledForDenial.StillHeld(stays);
        }
        store.lift(id, reason.strip(), actor, clock.instant());
        var outcomes = visits.of(List.of(id), today).stream()
                .map(visit -> Outcome.of(visit, rules, today))
                .toList();
        preparation.carryOut(rules.practice().id(), outcomes, "claim " + id + " for denial: " + reason.strip(), actor);
        return new FiledForDenial.Ready();
    }

    public Optional<Batch> batch(UUID id) {
        return batches.find(id);
    }

    /** The files made last, the latest first. */
    public List<Batch> batches(int limit) {
        return batches.newestFirst(limit);
    }

    /** The 837P as it was filed, byte for byte. */
    public byte[] content(UUID batch) {
        return batches.content(batch);
    }

    /**
     * Copies each filed batch that was not copied before into a folder, all of them again when asked. It is the release
     * by whoever works this machine: a file that still waits leaves with it.
     */
    public Export.Exported export(Path folder, boolean all, Actor actor) {
        return export.to(folder, all, actor);
    }

    /** Those of the sessions of which a claim was filed: an import of them can no longer be undone. */
    public List<SessionId> filed(Collection<SessionId> sessions) {
        return store.filed(sessions);
    }

    /** Takes back claims of these sessions that have never been filed. */
    public void takeBack(Collection<SessionId> sessions) {
        store.remove(sessions);
    }
}
