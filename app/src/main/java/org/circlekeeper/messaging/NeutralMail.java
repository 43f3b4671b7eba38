package org.circlekeeper.messaging;

import java.time.Clock;
import org.circlekeeper.messaging.Envelope.Says;
import org.circlekeeper.outbox.Outbox;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Reaches;
import org.circlekeeper.patients.Recipient;
import org.circlekeeper.patients.Recipient.Outside;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/**
 * E-mail that is about no message: a link to the members' own pages, or a word to staff that they are needed. Like
 * every other it is neutral, goes to one address, and leaves within the next minute: whoever asks for a link learns
 * nothing from how long the answer takes.
 */
@Component
public class NeutralMail {

    static final String KIND = "neutral-e-mail";
    static final String TO_MEMBER = "member:";
    static final String TO_OTHER = "other:";

    private final Outbox outbox;
    private final Reaches reaches;
    private final Practices practices;
    private final Clock clock;

    NeutralMail(Outbox outbox, Reaches reaches, Practices practices, Clock clock) {
        this.outbox = outbox;
        this.reaches = reaches;
        this.practices = practices;
        this.clock = clock;
    }

    /** What the mail is for. */
    public enum Link {
        INVITATION(Says.INVITATION),
        SIGN_IN(Says.SIGN_IN);

        private final Says says;

        Link(Says says) {
            this.says = says;
        }
    }

    /** Sends a link to where a member is written to. False when they are written to nowhere outside. */
    public boolean link(PatientId member, Link what, String address) {
        var outside = reaches.recipient(member).map(Recipient::outside);
        if (outside.isPresent() && outside.get() instanceof Outside.Email email) {
            put(email.address(), what.says, address, TO_MEMBER + member + ":");
            return true;
        }
        return false;
    }

    /** Sends a link to somebody who acts for members. False when that is no address. */
    public boolean link(String email, Link what, String address) {
        return other(email, what.says, address);
    }

    /**
     * Tells somebody who acts for members that something waits for them on the members' own pages, and nothing of what.
     * Nothing happens when that is no address.
     *
     * @param door where they come in; empty when they hear it by calling
     */
    public void waits(String email, String door) {
        if (Recipient.isPlain(email)) {
            var practice = practices.current();
            var now = clock.instant();
            var id = NewId.at(now);
            var phone = practice.phone().toString();
            var envelope = new Envelope(email, practice.outsideName(), phone, Says.MESSAGE, door);
            outbox.hold(KIND, id + ".eml", envelope.bytes(), TO_OTHER + id, now);
        }
    }

    /** Tells somebody of the practice that they are needed, and nothing of why. False when that is no address. */
    public boolean needed(String email) {
        return other(email, Says.NEEDED, "");
    }

    private boolean other(String email, Says says, String address) {
        if (!Recipient.isPlain(email)) {
            return false;
        }
        put(email, says, address, TO_OTHER);
        return true;
    }

    private void put(String to, Says says, String address, String key) {
        var practice = practices.current();
        var now = clock.instant();
        var id = NewId.at(now);
        var envelope = new Envelope(to, practice.outsideName(), practice.phone().toString(), says, address);
        outbox.hold(KIND, id + ".eml", envelope.bytes(), key + id, now);
    }
}
