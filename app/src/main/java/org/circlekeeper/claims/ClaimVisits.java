package org.circlekeeper.claims;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.claims.DisclosureCheck.Withheld;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.OwnFees;
import org.circlekeeper.scheduling.SessionId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what readiness is decided from: visits, the rules that stand around them, and what may not be told. */
@Component
class ClaimVisits {

    /** A session longer ago than this is nobody's claim any more: no payer takes it. */
    private static final int DAYS_BACK = 730;

    private final ClaimVisitStore store;
    private final Practices practices;
    private final PracticeRules practiceRules;
    private final Payers payers;
    private final OwnFees ownFees;
    private final ObjectProvider<DisclosureCheck> checks;

    ClaimVisits(
            ClaimVisitStore store,
            Practices practices,
            PracticeRules practiceRules,
            Payers payers,
            OwnFees ownFees,
            ObjectProvider<DisclosureCheck> checks) {
        this.store = store;
        this.practices = practices;
        this.practiceRules = practiceRules;
        this.payers = payers;
        this.ownFees = ownFees;
        this.checks = checks;
    }

    BillingRules rules() {
        return new BillingRules(
                practices.current(),
                practices.practitioners(),
                payers.fees(),
                ownFees.schedule(),
                practiceRules.enrolments(),
                practiceRules.ownRules(),
                practiceRules.formerRecords().orElse(null));
    }

    List<Visit> unsettled(LocalDate today) {
        return checked(store.unsettled(today.minusDays(DAYS_BACK)), today);
    }

    List<Visit> of(SessionId session, LocalDate today) {
        return checked(store.of(session), today);
    }

    List<Visit> of(Collection<ClaimId> claims, LocalDate today) {
        return checked(store.of(claims), today);
    }

    /** What no payer may be told of today, whoever says so. */
    Map<UUID, Set<Withheld>> withheld(Collection<UUID> encounters, LocalDate today) {
        var withheld = new HashMap<UUID, Set<Withheld>>();
        checks.stream()
                .forEach(check -> check.withheld(encounters, today)
                        .forEach((encounter, reasons) -> withheld.computeIfAbsent(
                                        encounter, _ -> EnumSet.noneOf(Withheld.class))
                                .addAll(reasons)));
        return withheld;
    }

    /** What a batch is about. */
    ClaimVisitStore.About about(UUID batch) {
        return store.about(batch);
    }

    /** A batch's visits as they are read, each knowing of the others of its day. The caller closes the stream. */
    Stream<Visit> ofBatch(UUID batch, ClaimVisitStore.About about) {
        var crowd = store.crowd(Crowd.Asked.of(about.sessions(), about.patients(), about.days()));
        return store.ofBatch(batch, about).map(crowd::around);
    }

    private List<Visit> checked(List<Visit> alone, LocalDate today) {
        if (alone.isEmpty()) {
            return alone;
        }
        var crowd = store.crowd(Crowd.Asked.about(alone));
        var visits = alone.stream().map(crowd::around).toList();
        var withheld = withheld(visits.stream().map(Visit::encounter).toList(), today);
        return visits.stream()
                .map(visit -> withheld.containsKey(visit.encounter())
                        ? visit.withheld(withheld.get(visit.encounter()))
                        : visit)
                .toList();
    }
}
