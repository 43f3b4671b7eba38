package org.circlekeeper.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.Trial;
import org.circlekeeper.outbox.Carrier;
import org.circlekeeper.outbox.Letter;
import org.circlekeeper.outbox.SendCheck;
import org.circlekeeper.outbox.Sender;
import org.circlekeeper.outbox.Undeliverable;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Reaches;
import org.circlekeeper.patients.Recipient;
import org.circlekeeper.patients.Recipient.Outside;
import org.springframework.stereotype.Component;

/** What becomes of e-mail that is about no message: it is carried like the other, and asked once more as it leaves. */
@Component
class NeutralLetters implements Carrier, SendCheck, Sender {

    /** A link to sign in ends so soon after it was asked for. */
    private static final Duration LINK_FRESH = Duration.ofMinutes(30);

    private static final Actor ACTOR = new Actor.Duty(TellOfMail.ID);
    private static final int ID = 36;
    private static final int TIME_BITS = 16;

    private final MailCarrier carrier;
    private final Reaches reaches;
    private final Unheard unheard;
    private final Trial trial;
    private final AuditTrail audit;
    private final Clock clock;

    NeutralLetters(MailCarrier carrier, Reaches reaches, Unheard unheard, Trial trial, AuditTrail audit, Clock clock) {
        this.carrier = carrier;
        this.reaches = reaches;
        this.unheard = unheard;
        this.trial = trial;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return NeutralMail.KIND;
    }

    @Override
    public boolean hasCarried(Letter letter) {
        return carrier.hasCarried(letter);
    }

    @Override
    public void carry(Letter letter) {
        carrier.carry(letter);
    }

    @Override
    public Optional<String> refusal(Letter letter) {
        if (!letter.kind().equals(NeutralMail.KIND)) {
            return Optional.empty();
        }
        var envelope = Envelope.read(letter.payload());
        boolean signIn = envelope.says() == Envelope.Says.SIGN_IN;
        if (clock.instant().isAfter(putAt(letter.key()).plus(signIn ? LINK_FRESH : Envelope.FRESH))) {
            return Optional.of(signIn ? "It waited too long: what it leads to is no longer so." : Envelope.STALE);
        }
        return own(letter.key())
                .filter(member -> !isStillTheirs(member, envelope.to()))
                .map(_ -> "Before it left, they asked to be written to elsewhere, or not at all.");
    }

    @Override
    public void sent(String key, Instant at) {
        note(key, trial.isLive() ? "sent a neutral e-mail" : "wrote a neutral e-mail as a file, on trial", "");
    }

    /** The office was told that an invitation goes by e-mail. Whoever asked for a link asks again. */
    @Override
    public void refused(String key, String why, Instant at) {
        note(key, "did not send a neutral e-mail", why);
        if (!key.startsWith(NeutralMail.TO_MEMBER)) {
            call(key);
        }
    }

    /** That nobody on call is reached at an address is found by whoever pages them. */
    @Override
    public void undeliverable(Letter letter, Undeliverable why, Instant at) {
        if (!why.isNobodyThere()) {
            refused(letter.key(), why.sentence(), at);
            return;
        }
        note(letter.key(), "learned that an address takes no mail", why.sentence());
        own(letter.key())
                .ifPresent(member ->
                        reaches.cameBack(member, Envelope.read(letter.payload()).to(), ACTOR));
        call(letter.key());
    }

    private void call(String key) {
        var why = key.startsWith(NeutralMail.FOR_MEMBER)
                ? "No e-mail reached whom we let act for them: the invitation has to be given in another way."
                : "No e-mail with a link reached them. Is the address right?";
        member(key).ifPresent(member -> unheard.call(member, why, ACTOR));
    }

    private boolean isStillTheirs(PatientId member, String address) {
        var outside = reaches.recipient(member).map(Recipient::outside);
        return outside.isPresent()
                && outside.get() instanceof Outside.Email email
                && email.address().equals(address);
    }

    private void note(String key, String what, String why) {
        var about = member(key).map(member -> List.of(member.value())).orElseGet(List::of);
        audit.did(ACTOR, what, "letter " + key.substring(key.length() - ID), about, why);
    }

    /** The member whom it is about. */
    private static Optional<PatientId> member(String key) {
        return key.startsWith(NeutralMail.TO_OTHER)
                ? Optional.empty()
                : Optional.of(PatientId.of(key.substring(key.indexOf(':') + 1, key.length() - ID - 1)));
    }

    /** The member to whom it goes. */
    private static Optional<PatientId> own(String key) {
        return member(key).filter(_ -> !key.startsWith(NeutralMail.FOR_MEMBER));
    }

    /** Ids begin with the millisecond at which they were made (RFC 9562, 5.7). */
    private static Instant putAt(String key) {
        var id = UUID.fromString(key.substring(key.length() - ID));
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> TIME_BITS);
    }
}
