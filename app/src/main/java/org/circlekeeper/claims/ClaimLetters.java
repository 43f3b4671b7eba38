package org.circlekeeper.claims;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Words;
import org.circlekeeper.outbox.Letter;
import org.circlekeeper.outbox.SendCheck;
import org.circlekeeper.outbox.Sender;
import org.circlekeeper.practice.Practices;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What becomes of a claims file in the outbox. Asked once more as it leaves: a file with a visit that may no longer be
 * told is called back whole, and the rest goes with the next.
 */
@Component
class ClaimLetters implements SendCheck, Sender {

    private static final String ACTOR = "Circlekeeper";

    private final BatchStore batches;
    private final ClaimVisits visits;
    private final Practices practices;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClaimLetters(
            BatchStore batches,
            ClaimVisits visits,
            Practices practices,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.batches = batches;
        this.visits = visits;
        this.practices = practices;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Filing.KIND;
    }

    @Override
    public Optional<String> refusal(Letter letter) {
        if (!letter.kind().equals(Filing.KIND)) {
            return Optional.empty();
        }
        var batch = UUID.fromString(letter.key());
        var today = LocalDate.ofInstant(clock.instant(), practices.current().zone());
        int withheld = visits.withheld(batches.encounters(batch), today).size();
        if (withheld > 0) {
            return Optional.of("Before it left, " + Words.count(withheld, "visit", "visits")
                    + " of this file may no longer be told to the payer.");
        }
        int unfounded = batches.unfounded(batch);
        return unfounded == 0
                ? Optional.empty()
                : Optional.of("Before it left, " + Words.count(unfounded, "visit", "visits")
                        + " of this file lost their attendance or their signed note.");
    }

    @Override
    public void sent(String key, Instant at) {
        var batch = UUID.fromString(key);
        batches.delivered(batch, at);
        batches.moveAll(batch, ClaimStatus.BATCHED, ClaimStatus.SENT, "The claims file has left.", ACTOR, at);
        audit.did(
                new Actor.Duty("file-claims"),
                "sent claims",
                "batch " + batch,
                batches.patients(batch),
                "claims file sent");
        events.publishEvent(new ClaimMoved(batches.claims(batch), ClaimStatus.SENT));
    }

    @Override
    public void refused(String key, String why, Instant at) {
        var batch = UUID.fromString(key);
        batches.recalled(batch, why, at);
        batches.moveAll(batch, ClaimStatus.BATCHED, ClaimStatus.READY, why, ACTOR, at);
        audit.did(new Actor.Duty("file-claims"), "called a claims file back", "batch " + batch, why);
    }
}
