package org.circlekeeper.messaging;

import static org.circlekeeper.messaging.Envelope.FRESH;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.Trial;
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

    /** What is in the way of one letter, and nothing that whoever keeps the mail server could mend. */
    static final String MAILBOX_FULL =
            "Their mailbox is full. It is tried again for twelve hours, then they are called.";

    private static final String ON_TRIAL = "Written as a file, on trial: nobody was told.";

    private static final Actor ACTOR = new Actor.Duty(TellOfMail.ID);

    private final MessageStore messages;
    private final Reaches reaches;
    private final Unheard unheard;
    private final Trial trial;
    private final AuditTrail audit;
    private final Clock clock;

    MailLetters(MessageStore messages, Reaches reaches, Unheard unheard, Trial trial, AuditTrail audit, Clock clock) {
        this.messages = messages;
        this.reaches = reaches;
        this.unheard = unheard;
        this.trial = trial;
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
            return Optional.of(Envelope.STALE + " The message is in their inbox.");
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
        if (trial.isLive()) {
            settle(key, Status.SENT, "", "told a member by e-mail of a message", at);
        } else {
            settle(key, Status.SENT, ON_TRIAL, "wrote an e-mail as a file, on trial", at);
        }
    }

    @Override
    public void refused(String key, String why, Instant at) {
        unheard(key, Status.FAILED, why, "did not send an e-mail", at);
    }

    @Override
    public void undeliverable(Letter letter, Undeliverable why, Instant at) {
        if (!why.isNobodyThere()) {
            refused(letter.key(), why.sentence(), at);
            return;
        }
        messages.find(MessageId.of(letter.key()))
                .ifPresent(one -> reaches.cameBack(
                        one.patient(), Envelope.read(letter.payload()).to(), ACTOR));
        unheard(letter.key(), Status.BOUNCED, why.sentence(), "learned that an address takes no mail", at);
    }

    /** Whom no e-mail reached is called: the call stands until somebody spoke with them. */
    private void unheard(String key, Status status, String why, String did, Instant at) {
        if (!settle(key, status, why, did, at)) {
            return;
        }
        messages.find(MessageId.of(key))
                .ifPresent(message -> unheard.call(
                        message.patient(),
                        "A message waits for them, and no e-mail reached them. Is the address right?",
                        ACTOR));
    }

    private Outside outside(Message message) {
        return reaches.recipient(message.patient())
                .map(recipient -> recipient.outside())
                .orElseGet(() -> new Outside.None("They are no member any more."));
    }

    private boolean settle(String key, Status status, String why, String did, Instant at) {
        var message = messages.find(MessageId.of(key));
        if (message.isEmpty() || !messages.move(message.get().id(), Status.HELD, status, why, ACTOR.label(), at)) {
            return false;
        }
        audit.did(ACTOR, did, "message " + key, List.of(message.get().patient().value()), why);
        return true;
    }
}
