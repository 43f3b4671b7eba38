package org.circlekeeper.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.messaging.NeutralMail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** Who of the practice in scope may sign in to the members' own pages: invited by staff, and let go by them. */
@Component
public class Accounts {

    /** An invitation opens for so long. */
    public static final Duration INVITATION = Duration.ofDays(7);

    private final AccountStore store;
    private final LinkStore links;
    private final PortalSignIns signIns;
    private final Attempts attempts;
    private final PasskeyStore passkeys;
    private final NeutralMail mail;
    private final Patients patients;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    Accounts(
            AccountStore store,
            LinkStore links,
            PortalSignIns signIns,
            Attempts attempts,
            PasskeyStore passkeys,
            NeutralMail mail,
            Patients patients,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.links = links;
        this.signIns = signIns;
        this.attempts = attempts;
        this.passkeys = passkeys;
        this.mail = mail;
        this.patients = patients;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An invitation, as it is shown once to whoever sent it.
     *
     * @param link the address that opens once
     * @param code to be told by telephone or in person, and never by the way that the link goes
     * @param mailed whether the link went by e-mail; else it is given together with the code, or on paper
     * @param until when it opens no more
     */
    public record Invitation(String link, String code, boolean mailed, Instant until) {}

    public Optional<Account> ofMember(PatientId member) {
        return store.ofMember(member);
    }

    /** Empty when it was closed. */
    public Optional<Account> find(AccountId id) {
        return store.find(id);
    }

    /** Until when an invitation that nobody took up opens; empty when none does. */
    public Optional<Instant> invitedUntil(AccountId account) {
        return links.invitedUntil(account, clock.instant(), Attempts.CODES_OF_A_LINK);
    }

    /**
     * Invites a member, or invites them anew when they lost their code or their phone: earlier links and passkeys open
     * nothing any more, and wrong codes are held against them no longer.
     *
     * @param base the address of this server, as {@code https://circle.example.org}
     */
    public Invitation invite(PatientId member, String base, Actor actor) {
        var now = clock.instant();
        patients.workOn(member);
        var account = store.ofMember(NewId.at(now), member, actor.label(), now);
        return invite(account, member, base, actor);
    }

    /** The same for somebody who acts for a member. */
    public Invitation invite(Proxy proxy, String base, Actor actor) {
        var account = store.find(proxy.account()).orElseThrow();
        return invite(account, proxy.member(), base, actor);
    }

    private Invitation invite(Account account, PatientId about, String base, Actor actor) {
        var now = clock.instant();
        links.voidAll(account.id(), now);
        attempts.forget(account.id());
        int ended = passkeys.removeAll(account.id());
        var token = PortalToken.fresh(practices.current().id());
        var code = OwnCode.fresh();
        var until = now.plus(INVITATION);
        links.add(
                PortalToken.hash(token),
                new LinkStore.Link(account.id(), LinkStore.Purpose.INVITATION, OwnCode.hash(code)),
                actor.label(),
                now,
                until);
        var link = base + Entrance.PATH + token;
        boolean mailed = account.patient() == null
                ? mail.invite(account.email(), about, link)
                : mail.link(Objects.requireNonNull(account.patient()), NeutralMail.Link.INVITATION, link);
        audit.did(
                actor,
                "invited to the members' pages",
                "account " + account.id(),
                List.of(about.value()),
                (mailed ? "the link goes by e-mail" : "the link is given by hand")
                        + (ended == 0 ? "" : ", passkeys ended: " + ended));
        return new Invitation(link, code, mailed, until);
    }

    /** Closes a member's own access: sign-ins end, links open nothing. False when there was none. */
    public boolean close(PatientId member, Actor actor) {
        var account = store.ofMember(member);
        account.ifPresent(one -> {
            store.end(one.id(), actor.label(), clock.instant());
            links.voidAll(one.id(), clock.instant());
            signIns.endAll(one.id());
            audit.did(
                    actor,
                    "closed a member's access to their pages",
                    "account " + one.id(),
                    List.of(member.value()),
                    "");
        });
        return account.isPresent();
    }

    /** Ends every sign-in of somebody who acts for members: what they may is asked anew. */
    public void signOut(AccountId account) {
        signIns.endAll(account);
    }
}
