package org.circlekeeper.portal;

import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;

/**
 * A third way in to the members' own pages: a passkey, which somebody who came in by link and code has added. No answer
 * tells whether there is one.
 */
@Component
public class Passkeys {

    /** A phone has so long to answer. */
    public static final Duration CHALLENGE = Duration.ofMinutes(5);

    public static final int MOST = 10;
    public static final int LONGEST_NAME = 60;

    private final PasskeyStore store;
    private final PasskeyRecords records;
    private final PasskeyHolders holders;
    private final ChallengeStore challenges;
    private final AccountStore accounts;
    private final Proxies proxies;
    private final PortalSignIns signIns;
    private final Attempts attempts;
    private final Practices practices;
    private final PracticeScope scope;
    private final AuditTrail audit;
    private final Clock clock;

    Passkeys(
            PasskeyStore store,
            PasskeyRecords records,
            PasskeyHolders holders,
            ChallengeStore challenges,
            AccountStore accounts,
            Proxies proxies,
            PortalSignIns signIns,
            Attempts attempts,
            Practices practices,
            PracticeScope scope,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.records = records;
        this.holders = holders;
        this.challenges = challenges;
        this.accounts = accounts;
        this.proxies = proxies;
        this.signIns = signIns;
        this.attempts = attempts;
        this.practices = practices;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a phone sent in answer, as a form carries it.
     *
     * @param challenge what it was asked to sign, in base64url
     * @param credential the PublicKeyCredential in JSON
     */
    public record Answer(String challenge, String credential) {}

    /** What became of signing in with one. */
    public sealed interface Opened {
        /** Signed in: what the cookie carries. */
        record Welcome(String token) implements Opened {}

        /** It opens nothing here, whatever the reason. */
        record Refused() implements Opened {}

        /** Too many tries from this machine, for a quarter of an hour. */
        record TooMany() implements Opened {}
    }

    public List<Passkey> of(SignedInMember who) {
        return store.of(who.account());
    }

    /**
     * What a phone is asked, to make a passkey for whoever signed in: options in JSON. Empty when they have so many
     * that none is added, or asked too often from this machine.
     *
     * @param name as it will show on the phone
     */
    public Optional<String> asksToMake(SignedInMember who, String name, PasskeySite site, String machine) {
        if (store.credentials(who.account()).size() >= MOST
                || !attempts.mayAskForChallenge(who.practice(), machine, clock.instant())) {
            return Optional.empty();
        }
        var asked = verifier(site).asksToMake(who.account(), name);
        // The answer leaves before this transaction ends, and a phone may be quick.
        return Optional.of(scope.apart(who.practice(), () -> kept(asked, who.account())));
    }

    /** Adds what the phone made. False when it is not what was asked for, and then nothing is kept. */
    public boolean add(SignedInMember who, String name, Answer answer, PasskeySite site) {
        if (store.credentials(who.account()).size() >= MOST || !isFresh(answer, who.account())) {
            return false;
        }
        try {
            verifier(site).add(who.account(), name, challenge(answer), answer.credential());
        } catch (WebAuthnException | IllegalArgumentException notAsAsked) {
            return false;
        }
        did(who, "added a passkey to their pages");
        return true;
    }

    /** It opens nothing any more. False when they have no such one. */
    public boolean remove(SignedInMember who, UUID passkey) {
        boolean removed = store.remove(who.account(), passkey);
        if (removed) {
            did(who, "removed a passkey from their pages");
        }
        return removed;
    }

    private void did(SignedInMember who, String what) {
        var member = accounts.find(who.account()).map(Account::patient).orElse(null);
        audit.did(
                who.actor(),
                what,
                "account " + who.account(),
                member == null ? List.of() : List.of(member.value()),
                "");
    }

    /** What a phone is asked, to sign somebody in: options in JSON, the same for everybody. Empty when too often. */
    public Optional<String> asksToSignIn(PracticeId practice, PasskeySite site, String machine) {
        return attempts.mayAskForChallenge(practice, machine, clock.instant())
                ? Optional.of(scope.in(practice, () -> kept(verifier(site).asksToSignIn(), null)))
                : Optional.empty();
    }

    /** Comes in with a passkey. */
    public Opened enter(PracticeId practice, Answer answer, PasskeySite site, String machine, String userAgent) {
        return attempts.mayTryPasskey(practice, machine, clock.instant())
                ? scope.in(practice, () -> entered(practice, answer, site, userAgent))
                : new Opened.TooMany();
    }

    private Opened entered(PracticeId practice, Answer answer, PasskeySite site, String userAgent) {
        if (!isFresh(answer, null)) {
            return new Opened.Refused();
        }
        try {
            return verifier(site)
                    .holder(challenge(answer), answer.credential())
                    .flatMap(accounts::find)
                    .filter(this::mayComeIn)
                    .<Opened>map(account ->
                            new Opened.Welcome(signIns.begin(practice, account, PortalSignIns.Way.PASSKEY, userAgent)))
                    .orElseGet(Opened.Refused::new);
        } catch (MaliciousCounterValueException copied) {
            owner(answer, site).ifPresent(this::noteCopied);
            return new Opened.Refused();
        } catch (WebAuthnException | IllegalArgumentException notAsAsked) {
            return new Opened.Refused();
        }
    }

    private Optional<Account> owner(Answer answer, PasskeySite site) {
        return verifier(site).owner(answer.credential()).flatMap(accounts::find);
    }

    /** The phone has counted less than it did before (W3C Web Authentication Level 3, 6.1.1). */
    private void noteCopied(Account account) {
        audit.refused(
                new Actor.Member(account.id().value(), account.label()),
                "signed in with a passkey that may have been copied",
                "account " + account.id(),
                "its count of signatures went back");
    }

    /** Whoever acts for members comes in while they act for one. */
    private boolean mayComeIn(Account account) {
        return account.patient() != null || !proxies.standing(account.id()).isEmpty();
    }

    private PasskeyVerifier verifier(PasskeySite site) {
        return new PasskeyVerifier(holders, records, site, practices.current().outsideName());
    }

    private String kept(PasskeyVerifier.Asked asked, @Nullable AccountId account) {
        var now = clock.instant();
        challenges.add(hash(asked.challenge()), account, now, now.plus(CHALLENGE));
        return asked.json();
    }

    private boolean isFresh(Answer answer, @Nullable AccountId account) {
        return challenges.take(Sha256.of(answer.challenge()), account, clock.instant());
    }

    private static byte[] hash(Bytes challenge) {
        return Sha256.of(challenge.toBase64UrlString());
    }

    private static Bytes challenge(Answer answer) {
        return Bytes.fromBase64(answer.challenge());
    }
}
