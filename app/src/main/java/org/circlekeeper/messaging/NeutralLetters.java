package org.circlekeeper.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.outbox.Carrier;
import org.circlekeeper.outbox.Letter;
import org.circlekeeper.outbox.SendCheck;
import org.circlekeeper.outbox.Sender;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Reaches;
import org.circlekeeper.patients.Recipient;
import org.circlekeeper.patients.Recipient.Outside;
import org.springframework.stereotype.Component;

/** What becomes of e-mail that is about no message: it is carried like the other, and asked once more as it leaves. */
@Component
class NeutralLetters implements Carrier, SendCheck, Sender {

    /** Whatever waited longer may have left before the database was put back from a copy (I15). */
    private static final Duration FRESH = Duration.ofHours(12);

    /** A link to sign in ends so soon after it was asked for. */
    private static final Duration LINK_FRESH = Duration.ofMinutes(30);

    private static final Actor ACTOR = new Actor.Duty(TellOfMail.ID);
    private static final int ID = 36;
    private static final int TIME_BITS = 16;

    private final MailCarrier carrier;
    private final Reaches reaches;
    private final AuditTrail audit;
    private final Clock clock;

    NeutralLetters(MailCarrier carrier, Reaches reaches, AuditTrail audit, Clock clock) {
        this.carrier = carrier;
        this.reaches = reaches;
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
        var fresh = envelope.says() == Envelope.Says.SIGN_IN ? LINK_FRESH : FRESH;
        if (clock.instant().isAfter(putAt(letter.key()).plus(fresh))) {
            return Optional.of("It waited too long: what it leads to is no longer so.");
        }
        return member(letter.key())
                .filter(member -> !isStillTheirs(member, envelope.to()))
                .map(_ -> "Before it left, they asked to be written to elsewhere, or not at all.");
    }

    @Override
    public void sent(String key, Instant at) {
        note(key, "sent a neutral e-mail", "");
    }

    @Override
    public void refused(String key, String why, Instant at) {
        note(key, "did not send a neutral e-mail", why);
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

    private static Optional<PatientId> member(String key) {
        return key.startsWith(NeutralMail.TO_MEMBER)
                ? Optional.of(PatientId.of(key.substring(NeutralMail.TO_MEMBER.length(), key.length() - ID - 1)))
                : Optional.empty();
    }

    /** Ids begin with the millisecond at which they were made (RFC 9562, 5.7). */
    private static Instant putAt(String key) {
        var id = UUID.fromString(key.substring(key.length() - ID));
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> TIME_BITS);
    }
}
