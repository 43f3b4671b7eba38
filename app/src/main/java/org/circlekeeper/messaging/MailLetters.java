package org.circlekeeper.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.messaging.Message.Status;
import org.circlekeeper.outbox.Letter;
import org.circlekeeper.outbox.SendCheck;
import org.circlekeeper.outbox.Sender;
import org.circlekeeper.outbox.Undeliverable;
import org.circlekeeper.patients.Reaches;
import org.circlekeeper.patients.Recipient.Outside;
import org.springframework.stereotype.Component;

/**
 * What becomes of an e-mail in the outbox. Asked once more as it leaves: where the member is written to now decides,
 * and not where it was when the message was written.
 */
@Component
class MailLetters implements SendCheck, Sender {

    /** Whatever waited longer may have left before the database was put back from a copy (I15). */
    private static final Duration FRESH = Duration.ofHours(12);

    private static final Actor ACTOR = new Actor.Duty(TellOfMail.ID);

    private final MessageStore messages;
    private final Reaches reaches;
    private final AuditTrail audit;
    private final Clock clock;

    MailLetters(MessageStore messages, Reaches reaches, AuditTrail audit, Clock clock) {
        this.messages = messages;
        this.reaches = reaches;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Messages.KIND;
    }

    @Override
    public Optional<String> refusal(Letter letter) {
        if (!letter.kind().equals(Messages.KIND)) {
            return Optional.empty();
        }
        var message = messages.find(MessageId.of(letter.key()));
        if (message.isEmpty() || message.get().status() != Status.HELD) {
            return Optional.of("Its message is not to be told any more.");
        }
        if (clock.instant().isAfter(message.get().goesAt().plus(FRESH))) {
            return Optional.of("It waited for more than twelve hours, and may have left before a backup was put back. "
                    + "The message is in their inbox.");
        }
        return switch (outside(message.get())) {
            case Outside.None none -> Optional.of("Before it left: " + none.why());
            case Outside.Email email ->
                email.address().equals(Envelope.read(letter.payload()).to())
                        ? Optional.empty()
                        : Optional.of("Before it left, they asked to be written to elsewhere. Write again.");
        };
    }

    @Override
    public void sent(String key, Instant at) {
        settle(key, Status.SENT, "", "told a member by e-mail of a message", at);
    }

    @Override
    public void refused(String key, String why, Instant at) {
        settle(key, Status.FAILED, why, "did not send an e-mail", at);
    }

    @Override
    public void undeliverable(String key, Undeliverable why, Instant at) {
        if (!why.isNobodyThere()) {
            refused(key, why.sentence(), at);
            return;
        }
        var message = messages.find(MessageId.of(key));
        message.ifPresent(one -> {
            if (outside(one) instanceof Outside.Email email) {
                reaches.cameBack(one.patient(), email.address(), ACTOR);
            }
        });
        settle(key, Status.BOUNCED, why.sentence(), "learned that an address takes no mail", at);
    }

    private Outside outside(Message message) {
        return reaches.recipient(message.patient())
                .map(recipient -> recipient.outside())
                .orElseGet(() -> new Outside.None("They are no member any more."));
    }

    private void settle(String key, Status status, String why, String did, Instant at) {
        var message = messages.find(MessageId.of(key));
        if (message.isPresent() && messages.move(message.get().id(), Status.HELD, status, why, ACTOR.label(), at)) {
            audit.did(
                    ACTOR,
                    did,
                    "message " + key,
                    List.of(message.get().patient().value()),
                    why);
        }
    }
}
