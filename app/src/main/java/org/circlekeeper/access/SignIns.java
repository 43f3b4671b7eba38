package org.circlekeeper.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PracticeId;
import org.springframework.stereotype.Component;

/**
 * Who is signed in. A sign-in is a row known by the hash of its token; each request looks it up, so that what is ended,
 * disabled or taken away counts from the next request on.
 */
@Component
public class SignIns {

    /** A sign-in ends after this, whatever is done. */
    public static final Duration LONGEST = Duration.ofHours(12);

    /** A sign-in ends when nothing was asked for so long (45 CFR 164.312(a)(2)(iii), automatic logoff). */
    public static final Duration IDLE = Duration.ofMinutes(60);

    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final SignInStore store;
    private final AuditTrail audit;
    private final PracticeScope scope;
    private final Clock clock;

    SignIns(SignInStore store, AuditTrail audit, PracticeScope scope, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.scope = scope;
        this.clock = clock;
    }

    /** Signs a person in to a practice where they have a role. Returns the token for {@link SignInCookie}. */
    public String begin(PersonId person, PracticeId practice) {
        return begin(person, practice, "");
    }

    public String begin(PersonId person, PracticeId practice, String userAgent) {
        var token = Token.fresh();
        var now = clock.instant();
        store.add(Token.hash(token), person, practice, now, now.plus(LONGEST), userAgent);
        var who = of(token).orElseThrow(() -> new IllegalArgumentException("No role there, or no longer a person"));
        note(who, "signed in");
        return token;
    }

    /** Who holds this token, if it still holds. */
    public Optional<SignIn> of(String token) {
        var now = clock.instant();
        var hash = Token.hash(token);
        var found = store.standing(hash, now, now.minus(IDLE));
        found.ifPresent(_ -> store.seen(hash, now, now.minus(SEEN_EVERY)));
        return found;
    }

    /** The same sign-in goes on in another practice. False when the person has no role there: nothing changes. */
    public boolean move(String token, PracticeId practice) {
        boolean moved = store.move(Token.hash(token), practice);
        if (moved) {
            of(token).ifPresent(this::noteApart);
        }
        return moved;
    }

    /** For how long this sign-in holds when nothing more is asked. */
    public long secondsLeft(SignIn signIn) {
        var left = Duration.between(clock.instant(), signIn.expiresAt());
        return (left.compareTo(IDLE) < 0 ? left : IDLE).toSeconds();
    }

    public void end(String token) {
        of(token).ifPresent(who -> note(who, "signed out"));
        store.revoke(Token.hash(token), clock.instant());
    }

    /** Ends every sign-in of a person, wherever. */
    public void endAll(PersonId person) {
        store.revokeAll(person, clock.instant());
    }

    /** The request still runs in the practice left behind; the entry belongs to the one that is entered. */
    private void noteApart(SignIn signIn) {
        scope.apart(signIn.who().practice(), () -> {
            note(signIn, "came in");
            return Boolean.TRUE;
        });
    }

    private void note(SignIn signIn, String what) {
        var who = signIn.who();
        scope.run(who.practice(), () -> audit.did(who.actor(), what, "person " + who.person(), ""));
    }
}
