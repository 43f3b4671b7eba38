package org.circlekeeper.claims;

import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
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
    private final FileableStore fileables;
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
            FileableStore fileables,
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
        this.fileables = fileables;
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
     * @param byWhoAsks whether whoever asked may release it
     */
    public record Releasable(
            UUID payer,
            String payerId,
            String payerName,
            int claims,
            Money total,
            String situation,
            @Nullable String reasonBy,
            boolean byWhoAsks) {}

    /** The same, with whether this person may release it. */
    public List<Releasable> releasable(Actor who) {
        return fileables.fileable(secondLook(null)).stream()
                .map(found -> new Releasable(
                        found.payer(),
                        found.payerId(),
                        found.payerName(),
                        found.claims(),
                        found.total(),
                        found.situation(),
                        found.reasonBy(),
                        mayRelease(who, found)))
                .toList();
    }

    private static boolean mayRelease(Actor who, Fileable found) {
        return found.mayBeReleasedBy(
                who instanceof Actor.Person person ? person.id().value() : null, who.label());
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
        return release(fileable -> payers.isEmpty() || payers.contains(fileable.payer()), releasedBy);
    }

    /** Files what stands exactly as it was shown, in the name of whoever looked at it. What has changed since stays. */
    public List<Batch> releaseShown(Set<String> situations, Actor releasedBy) {
        return release(fileable -> situations.contains(fileable.situation()), releasedBy);
    }

    private List<Batch> release(Predicate<Fileable> meant, Actor releasedBy) {
        var filed = new ArrayList<Batch>();
        for (var fileable : fileables.fileable(secondLook(releasedBy))) {
            if (meant.test(fileable) && mayRelease(releasedBy, fileable)) {
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

        /** These came to hold it in the same moment: the reason was not given for them. */
        record HeldAnew(List<Finding> by) implements FiledForDenial {}

        /** It is not held, or not any more. */
        record NotHeld() implements FiledForDenial {}
    }

    /** Lets a held claim go past the rules of payers, on a named person's reason; never past what always holds. */
    public FiledForDenial fileForDenial(ClaimId id, String reason, Actor actor) {
        if (actor instanceof Actor.Duty) {
            throw new IllegalArgumentException("Only a person files past a payer's rule");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Filing past a payer's rule says why");
        }
        var today = practices.today();
        var rules = visits.rules();
        var found = visits.of(List.of(id), today).stream().findFirst();
        if (found.isEmpty()
                || found.get().claim() == null
                || found.get().claim().status() != ClaimStatus.HELD) {
            return new FiledForDenial.NotHeld();
        }
        var held = BillingReadiness.assess(found.get(), rules, today).stream()
                .filter(Finding::holds)
                .toList();
        var stays = held.stream()
                .filter(finding -> !FindingCode.isLiftable(finding))
                .toList();
        if (!stays.isEmpty()) {
            return new FiledForDenial.StillHeld(stays);
        }
        if (!store.lift(id, reason.strip(), passing(found.get(), held), actor, clock.instant())) {
            return new FiledForDenial.NotHeld();
        }
        var again = visits.of(List.of(id), today);
        var since = visits.rules();
        var outcomes =
                again.stream().map(visit -> Outcome.of(visit, since, today)).toList();
        var subject = "claim " + id + " all the same: " + reason.strip();
        preparation.carryOut(rules.practice().id(), outcomes, subject, actor);
        return again.stream()
                .findFirst()
                .map(visit -> standing(visit, since, today))
                .orElseGet(FiledForDenial.NotHeld::new);
    }

    /** How a claim stands that was looked at again once the reason was on it. */
    static FiledForDenial standing(Visit visit, BillingRules rules, LocalDate today) {
        var claim = visit.claim();
        if (claim == null || !claim.status().isUnfiled() || !visit.came()) {
            return new FiledForDenial.NotHeld();
        }
        var holds = BillingReadiness.holds(visit, BillingReadiness.assess(visit, rules, today));
        return holds.isEmpty() ? new FiledForDenial.Ready() : new FiledForDenial.HeldAnew(holds);
    }

    /** What the reason passes is what held the claim when it was given. */
    private static Visit.Reason passing(Visit visit, List<Finding> held) {
        return new Visit.Reason(
                visit.insurance() == null ? null : visit.insurance().payer(),
                held.stream().map(Finding::code).collect(toSet()));
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

    /**
     * Takes out the claims of visits that are taken back themselves, as an import that is undone. The audit trail keeps
     * their numbers and how they stood. Refuses when one of them has been filed meanwhile.
     */
    public void takeBack(Collection<SessionId> sessions, String why, Actor actor) {
        preparation.takeBack(sessions, why, actor);
    }
}
