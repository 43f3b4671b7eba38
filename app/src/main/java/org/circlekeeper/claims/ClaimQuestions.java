package org.circlekeeper.claims;

import java.util.List;
import java.util.Objects;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.frame.Words;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/** What only a person can settle about claims: enrolment, and what follows when presence goes after filing. */
@Component
class ClaimQuestions {

    private final Enrolments enrolments;

    ClaimQuestions(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    /** Presence taken back after the claim has left is asked about until somebody has settled it (I2). */
    List<Step<PrepareClaims.Due>> lostPresence(List<Outcome> outcomes, Work work) {
        return outcomes.stream()
                .filter(Outcome.LostItsPresence.class::isInstance)
                .map(Outcome::visit)
                .map(visit -> lostPresence(visit, work))
                .toList();
    }

    private static Step<PrepareClaims.Due> lostPresence(Visit visit, Work work) {
        var claim = Objects.requireNonNull(visit.claim());
        var href = "/claims/" + claim.id() + "#void";
        return new Step.Ask<>(
                "claim:" + claim.id(),
                "Claim " + claim.number()
                        + " has left, and the attendance now says nobody came. Void it or correct it?",
                href,
                Because.of(
                        "The attendance of " + Words.day(visit.meeting().day()) + " was corrected after claim "
                                + claim.number() + " had left. An absence is never billed.",
                        new Evidence("The claim is " + claim.status().onScreen() + ".", href, work.now())));
    }

    /** The payer has counted a visit against what it has no unit of any more: asked until somebody has settled it. */
    List<Step<PrepareClaims.Due>> lostAuthorization(List<Outcome> outcomes, Work work) {
        return outcomes.stream()
                .filter(Outcome.LostItsAuthorization.class::isInstance)
                .map(Outcome::visit)
                .map(visit -> lostAuthorization(visit, work))
                .toList();
    }

    private static Step<PrepareClaims.Due> lostAuthorization(Visit visit, Work work) {
        var claim = Objects.requireNonNull(visit.claim());
        var stands = visit.authorization();
        var now = stands != null && stands.taken() ? "one of " + stands.number() : "none";
        var href = "/claims/" + claim.id() + "#void";
        return new Step.Ask<>(
                "authorization:" + claim.id(),
                "Claim " + claim.number() + " has left with authorization " + claim.authorization()
                        + ", and its visit has " + now + " now. Put the authorization right, or take the claim back?",
                href,
                Because.of(
                        "What is authorized was changed, or the unit of "
                                + Words.day(visit.meeting().day()) + " was given back, after claim " + claim.number()
                                + " had left.",
                        new Evidence("The claim is " + claim.status().onScreen() + ".", href, work.now())));
    }

    /** Asked once for each leader and payer, for as long as nobody has said. */
    List<Step<PrepareClaims.Due>> enrolments(BillingRules rules, Work work) {
        return enrolments.unsaid(rules, work.today()).stream()
                .<Step<PrepareClaims.Due>>map(pair -> new Step.Ask<>(
                        pair.key(),
                        "Is " + pair.leaderName() + " known to " + pair.payerName() + "?",
                        "/payers/" + pair.payer(),
                        Because.of(
                                "Nobody has said whether " + pair.payerName() + " knows " + pair.leaderName()
                                        + " under the practice's NPI. Until then claims go, and may come back.",
                                new Evidence(
                                        Words.count(pair.claims(), "claim", "claims")
                                                + " of this leader to this payer.",
                                        "/claims",
                                        work.now()))))
                .toList();
    }
}
