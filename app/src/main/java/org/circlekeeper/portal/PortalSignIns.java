package org.circlekeeper.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.access.MemberSignIns;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.PracticeId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is signed in to the members' own pages. A sign-in is a row known by the hash of its token; each request looks it
 * up and asks for whom they may act, so that what is ended counts from the next request on.
 */
@Component
public class PortalSignIns implements MemberSignIns {

    /** A sign-in ends after this, whatever is done. */
    public static final Duration LONGEST = Duration.ofHours(12);

    /** A sign-in ends when nothing was asked for so long: phones are passed on (45 CFR 164.312(a)(2)(iii)). */
    public static final Duration IDLE = Duration.ofMinutes(30);

    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final SignInStore store;
    private final Proxies proxies;
    private final AuditTrail audit;
    private final PracticeScope scope;
    private final Clock clock;

    PortalSignIns(SignInStore store, Proxies proxies, AuditTrail audit, PracticeScope scope, Clock clock) {
        this.store = store;
        this.proxies = proxies;
        this.audit = audit;
        this.scope = scope;
        this.clock = clock;
    }

    /** How somebody comes in. */
    public enum Way {
        LINK_AND_CODE,
        PASSKEY
    }

    /** Signs somebody in, within the scope of their practice. Returns the token for {@link PortalCookie}. */
    public String begin(PracticeId practice, Account account, Way way, String userAgent) {
        var token = PortalToken.fresh(practice);
        var now = clock.instant();
        store.add(PortalToken.hash(token), account.id(), way, new SignInStore.Span(now, now.plus(LONGEST)), userAgent);
        var member = account.patient();
        audit.did(
                new Actor.Member(account.id().value(), account.label()),
                "signed in to the members' pages",
                "account " + account.id(),
                member == null ? List.of() : List.of(member.value()),
                way == Way.PASSKEY ? "with a passkey" : "");
        return token;
    }

    @Override
    public Optional<SignedInMember> of(HttpServletRequest request) {
        return PortalCookie.read(request).flatMap(this::of);
    }

    /** Who holds this token, if it still holds. */
    public Optional<SignedInMember> of(String token) {
        return PortalToken.practiceOf(token)
                .flatMap(practice -> scope.in(practice, () -> standing(practice, PortalToken.hash(token))));
    }

    private Optional<SignedInMember> standing(PracticeId practice, byte[] hash) {
        var now = clock.instant();
        var found = store.standing(hash, now, now.minus(IDLE));
        found.ifPresent(_ -> store.seen(hash, now, now.minus(SEEN_EVERY)));
        return found.map(standing -> member(practice, standing));
    }

    private SignedInMember member(PracticeId practice, SignInStore.Standing standing) {
        var own = standing.patient();
        var others = proxies.standing(standing.account());
        var acting = acting(own, standing.acting(), others);
        return new SignedInMember(
                practice,
                standing.account(),
                own == null ? standing.name() : Account.MEMBER,
                own != null && own.equals(acting),
                acting,
                parts(own, acting, others),
                others.size() + (own == null ? 0 : 1) > 1);
    }

    /** As they last said, while that is still so; else themselves, else the only one there is. */
    private static @Nullable PatientId acting(@Nullable PatientId own, @Nullable PatientId said, List<Proxy> others) {
        if (said != null
                && (said.equals(own)
                        || others.stream().anyMatch(proxy -> proxy.member().equals(said)))) {
            return said;
        }
        if (own != null) {
            return own;
        }
        return others.size() == 1 ? others.getFirst().member() : null;
    }

    private static Set<MemberPart> parts(@Nullable PatientId own, @Nullable PatientId acting, List<Proxy> others) {
        if (acting == null) {
            return Set.of();
        }
        return acting.equals(own)
                ? EnumSet.allOf(MemberPart.class)
                : others.stream()
                        .filter(proxy -> proxy.member().equals(acting))
                        .findFirst()
                        .map(Proxy::parts)
                        .orElse(Set.of());
    }

    /** Everybody for whom this sign-in may act, themselves first. */
    public List<PatientId> all(String token) {
        var found = store.standing(
                        PortalToken.hash(token),
                        clock.instant(),
                        clock.instant().minus(IDLE))
                .orElseThrow();
        var all = new ArrayList<PatientId>();
        if (found.patient() != null) {
            all.add(Objects.requireNonNull(found.patient()));
        }
        proxies.standing(found.account()).stream().map(Proxy::member).forEach(all::add);
        return all;
    }

    /** The pages are about this member from now on. False when they may not act for them: then nothing changes. */
    public boolean act(String token, PatientId member, SignedInMember who) {
        if (!all(token).contains(member)) {
            return false;
        }
        store.act(PortalToken.hash(token), member);
        audit.did(who.actor(), "turned to a member's pages", "account " + who.account(), List.of(member.value()), "");
        return true;
    }

    public void end(String token) {
        PortalToken.practiceOf(token)
                .ifPresent(
                        practice -> scope.run(practice, () -> store.revoke(PortalToken.hash(token), clock.instant())));
    }

    /** Ends every sign-in of an account. */
    void endAll(AccountId account) {
        store.revokeAll(account, clock.instant());
    }
}
