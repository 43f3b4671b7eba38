package org.circlekeeper.claims;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Words;
import org.circlekeeper.payers.Program;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Claims that have left and of whose visit the attendance now says that nobody came, or that name an authorization of
 * which it has no unit. A person takes such a claim back at the payer by hand, and writes down here that it was done.
 */
@Component
public class Voids {

    private static final String FIND =
            "Find the payer's own number of the claim: in its portal, or on its acknowledgement or remittance.";
    private static final String VOID = "Send it a void: frequency 8 with that number, in its portal or your"
            + " clearinghouse's; on paper both stand in box 22.";

    /** 42 CFR 401.305(b)(3), since 2025; for Medicaid the law names the 60 days and no such rest. */
    private static final String LOOKED_INTO =
            "While you look into whether there are more, the 60 days rest, for 180 days at the most.";

    private final ClaimVisits visits;
    private final ClaimListStore lists;
    private final ClaimStore store;
    private final Payers payers;
    private final Practices practices;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Voids(
            ClaimVisits visits,
            ClaimListStore lists,
            ClaimStore store,
            Payers payers,
            Practices practices,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.visits = visits;
        this.lists = lists;
        this.store = store;
        this.payers = payers;
        this.practices = practices;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What is to be done at a payer, and whence that is known. */
    public record ByHand(List<String> steps, String source, boolean came) {

        ByHand(List<String> steps, String source) {
            this(steps, source, false);
        }

        /** The member came, and what is wrong is the authorization that the claim names. */
        ByHand ofWhoeverCame() {
            return new ByHand(steps, source, true);
        }
    }

    /**
     * What somebody did at the payer.
     *
     * @param how as in {@code in the payer's portal}
     * @param reference what the payer gave as a proof
     */
    public record Done(LocalDate on, String how, String reference) {

        public Done {
            if (how.isBlank() || reference.isBlank()) {
                throw new IllegalArgumentException("A void says how it was done, and its reference");
            }
        }

        String words() {
            return "Taken back at the payer on " + Words.day(on) + ", " + how + ". Reference: " + reference + ".";
        }
    }

    /** What a person does about this claim now; empty when its visit has neither lost its presence nor its unit. */
    public Optional<ByHand> owed(ClaimId id) {
        return lost(id).map(visit -> visit.came() ? byHand(program(id)).ofWhoeverCame() : byHand(program(id)));
    }

    /** Ends the claim on a named person's word. Returns whether it was still to be taken back. */
    public boolean record(ClaimId id, Done done, Actor actor) {
        if (actor instanceof Actor.Duty) {
            throw new IllegalArgumentException("Only a person says that a claim was taken back");
        }
        var visit = lost(id);
        visit.ifPresent(found -> {
            store.withdraw(new Outcome.Withdraw(found, done.words()), actor, clock.instant());
            audit.did(
                    actor,
                    "recorded that a claim was taken back",
                    "claim " + id,
                    List.of(found.member().id()),
                    done.words());
            events.publishEvent(new ClaimMoved(List.of(id), ClaimStatus.VOIDED));
        });
        return visit.isPresent();
    }

    private Optional<Visit> lost(ClaimId id) {
        var today = practices.today();
        var rules = visits.rules();
        return visits.of(List.of(id), today).stream()
                .filter(visit -> switch (Outcome.of(visit, rules, today)) {
                    case Outcome.LostItsPresence _, Outcome.LostItsAuthorization _ -> true;
                    case Outcome.AsItIs _, Outcome.Keep _, Outcome.Withdraw _ -> false;
                })
                .filter(visit ->
                        visit.claim() != null && visit.claim().status().next().contains(ClaimStatus.VOIDED))
                .findFirst();
    }

    private Program program(ClaimId id) {
        var claim = lists.byId(id).getFirst();
        return payers.all().stream()
                .filter(payer -> payer.id().equals(claim.payer()))
                .map(Payer::filingCode)
                .map(Program::of)
                .findFirst()
                .orElse(Program.OTHER);
    }

    static ByHand byHand(Program program) {
        return switch (program) {
            case MEDICARE ->
                new ByHand(
                        List.of(
                                "Medicare Part B takes no void: a claim with frequency 8 comes back.",
                                "Ask your Medicare contractor to reopen the claim and take the service off, in its"
                                        + " portal, by telephone or on its form.",
                                "What was paid goes back within 60 days after you know of it. " + LOOKED_INTO),
                        "Medicare Claims Processing Manual, chapter 34, 10; 42 CFR 405.980, 401.305; 42 U.S.C. 1320a-7k(d)");
            case MEDICAID ->
                new ByHand(
                        List.of(
                                FIND,
                                VOID,
                                "What was paid goes back to the State within 60 days after you know of it, with the reason"
                                        + " in writing."),
                        "42 U.S.C. 1320a-7k(d); 005010X222A1 2300 CLM05-3 and REF*F8");
            case MEDICARE_ADVANTAGE ->
                new ByHand(
                        List.of(
                                FIND,
                                VOID,
                                "What was paid goes back to the plan, as your contract with it says, and within 60 days"
                                        + " after you know of it: the plan reports it to Medicare."),
                        "42 U.S.C. 1320a-7k(d), 42 CFR 422.326; 005010X222A1 2300 CLM05-3 and REF*F8");
            case TRICARE, VA, OTHER_FEDERAL, COMMERCIAL, OTHER ->
                new ByHand(
                        List.of(FIND, VOID, "If it was paid, the payer takes the payment back or asks for it."),
                        "005010X222A1 2300 CLM05-3 and REF*F8; NUCC 1500 manual, item 22");
        };
    }
}
