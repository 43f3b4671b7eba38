package org.circlekeeper.messaging;

import java.time.Clock;
import java.util.Optional;
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
    /** The keys of letters begin with whom they are for: a member who asked for a link. */
    static final String TO_MEMBER = "member:";

    /** A member who is invited. */
    static final String INVITED = "invited:";

    /** Somebody who is invited to act for a member. */
    static final String FOR_MEMBER = "for:";

    /** Whoever is known here by an address alone. */
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
            hold(email.address(), what.says, address, (what == Link.INVITATION ? INVITED : TO_MEMBER) + member + ":");
            return true;
        }
        return false;
    }

    /** Sends a link to somebody who acts for members. False when that is no address. */
    public boolean link(String email, Link what, String address) {
        return Recipient.isPlain(email) && hold(email, what.says, address, TO_OTHER);
    }

    /** Invites somebody to act for a member. False when that is no address. */
    public boolean invite(String email, PatientId member, String address) {
        return Recipient.isPlain(email) && hold(email, Says.INVITATION, address, FOR_MEMBER + member + ":");
    }

    /**
     * Tells somebody who acts for members that something waits for them on the members' own pages, and nothing of what:
     * it is no message, for not everybody who acts for members reads those. Nothing happens when that is no address.
     *
     * @param door where they come in; empty when they hear it by calling
     */
    public void waits(String email, String door) {
        if (Recipient.isPlain(email)) {
            hold(email, Says.WAITS, door, TO_OTHER);
        }
    }

    /**
     * Tells somebody of the practice that they are needed, and nothing of why. It goes before all other letters.
     *
     * @return the key of the letter in the outbox, of the kind {@code neutral-e-mail}; empty when that is no address
     */
    public Optional<String> needed(String email) {
        if (!Recipient.isPlain(email)) {
            return Optional.empty();
        }
        var id = NewId.at(clock.instant());
        outbox.hurry(KIND, id + ".eml", envelope(email, Says.NEEDED, "").bytes(), TO_OTHER + id);
        return Optional.of(TO_OTHER + id);
    }

    private boolean hold(String to, Says says, String address, String key) {
        var now = clock.instant();
        var id = NewId.at(now);
        outbox.hold(KIND, id + ".eml", envelope(to, says, address).bytes(), key + id, now);
        return true;
    }

    private Envelope envelope(String to, Says says, String address) {
        var practice = practices.current();
        return new Envelope(to, practice.outsideName(), practice.phone().toString(), says, address);
    }
}
