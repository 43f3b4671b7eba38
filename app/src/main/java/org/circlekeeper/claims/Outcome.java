package org.circlekeeper.claims;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.Sha256;

/** What should become of one visit's claim now. Pure: decided from the visit, the rules and the day. */
sealed interface Outcome {

    Visit visit();

    /** Nothing is to be done. */
    record AsItIs(Visit visit) implements Outcome {}

    /** A claim is made, or one that has not left is brought up to date. */
    record Keep(Visit visit, ClaimStatus status, Billed billed, List<Finding> findings, String digest)
            implements Outcome {}

    /** A claim that has not left goes: nobody was in the room. */
    record Withdraw(Visit visit, String why) implements Outcome {}

    /** A claim that has left no longer has its presence: only a person can say what follows. */
    record LostItsPresence(Visit visit) implements Outcome {}

    /** A claim has left with the number of an authorization of which its visit has no unit now: a person says. */
    record LostItsAuthorization(Visit visit) implements Outcome {}

    static Outcome of(Visit visit, BillingRules rules, LocalDate today) {
        var claim = visit.claim();
        if (!visit.came()) {
            return withoutPresence(visit);
        }
        if (claim != null && hasAnotherNumber(visit, claim)) {
            return new LostItsAuthorization(visit);
        }
        if (claim == null && !visit.meeting().closed()
                || claim != null && !claim.status().isUnfiled()) {
            return new AsItIs(visit);
        }
        var findings = BillingReadiness.assess(visit, rules, today);
        var status = BillingReadiness.holds(visit, findings).isEmpty() ? ClaimStatus.READY : ClaimStatus.HELD;
        var billed = Billed.of(visit, rules);
        var digest = digest(status, billed, findings);
        return claim != null && claim.digest().equals(digest)
                ? new AsItIs(visit)
                : new Keep(visit, status, billed, findings, digest);
    }

    /** One that came back is prepared anew; one that is closed is over. */
    private static boolean hasAnotherNumber(Visit visit, Visit.Standing claim) {
        var number = claim.authorization();
        var stands = visit.authorization();
        boolean left = switch (claim.status()) {
            case SENT, ACCEPTED, PAID, DENIED, APPEALED -> true;
            case HELD, READY, BATCHED, REJECTED, VOIDED, CLOSED -> false;
        };
        return left
                && number != null
                && !(stands != null && stands.taken() && stands.number().equals(number));
    }

    private static Outcome withoutPresence(Visit visit) {
        var claim = visit.claim();
        if (claim == null) {
            return new AsItIs(visit);
        }
        return switch (claim.status()) {
            case HELD, READY -> new Withdraw(visit, "The attendance says nobody came: an absence is never billed.");
            // Its file is asked about once more before it leaves, and called back.
            case BATCHED, VOIDED -> new AsItIs(visit);
            case SENT, ACCEPTED, REJECTED, PAID, DENIED, APPEALED, CLOSED -> new LostItsPresence(visit);
        };
    }

    /** What the claim says and what was found, in few characters: the same digest, nothing to write. */
    static String digest(ClaimStatus status, Billed billed, List<Finding> findings) {
        var text = new StringBuilder().append(status).append(billed);
        for (var finding : findings) {
            text.append(finding.code()).append(finding.because().sentence()).append(finding.source());
        }
        return Sha256.hex(text.toString()).substring(0, 16);
    }
}
