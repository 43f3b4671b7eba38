package org.circlekeeper.portal;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.messaging.NeutralMail;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.terms.PracticeId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How somebody comes in to the members' own pages: they ask for a link at their address, or were invited; the link
 * opens a page that asks for a code. Neither alone is enough. Nothing said here tells whether an address is known.
 */
@Component
public class Entrance {

    /** What the token of a link follows. */
    public static final String PATH = "/portal/in/";

    /** A link to sign in opens for so long. */
    public static final Duration LINK = Duration.ofMinutes(30);

    private final AccountStore accounts;
    private final LinkStore links;
    private final PortalSignIns signIns;
    private final PasskeyStore passkeys;
    private final Attempts attempts;
    private final Mailboxes mailboxes;
    private final Patients patients;
    private final NeutralMail mail;
    private final PracticeScope scope;
    private final AuditTrail audit;
    private final Clock clock;

    Entrance(
            AccountStore accounts,
            LinkStore links,
            PortalSignIns signIns,
            PasskeyStore passkeys,
            Attempts attempts,
            Mailboxes mailboxes,
            Patients patients,
            NeutralMail mail,
            PracticeScope scope,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.signIns = signIns;
        this.passkeys = passkeys;
        this.attempts = attempts;
        this.mailboxes = mailboxes;
        this.patients = patients;
        this.mail = mail;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a link asks for. */
    public enum Asks {
        /** The code that was told, and a code of their own from then on. */
        TOLD_AND_OWN,
        /** The code of their own. */
        OWN
    }

    /** What became of coming in. */
    public sealed interface Entered {
        /** Signed in: what the cookie carries. */
        record Welcome(String token) implements Entered {}

        /** The code is not right. */
        record Wrong() implements Entered {}

        /** The code they chose will not do; the name of the sentence that says why. */
        record ChooseAnother(String why) implements Entered {}

        /** Used, expired, tried with too many codes, or never there. */
        record Gone() implements Entered {}

        /** Two who are written to at one address chose the same code: it opens nothing any more. */
        record CodeEnded() implements Entered {}

        /** Too many tries from this machine or with this link, for a quarter of an hour. */
        record TooMany() implements Entered {}

        /** Too many tries of one person's code, for a day. A new invitation ends it. */
        record TooManyToday() implements Entered {}
    }

    /** The practice whose members come in under this key. */
    public static Optional<PracticeId> practice(String key) {
        return PortalToken.practiceOfKey(key);
    }

    /** The practice that a link names, whether it opens or not. */
    public static Optional<PracticeId> practiceOfLink(String token) {
        return PortalToken.practiceOf(token);
    }

    /** What stands for a practice in that address and in a browser that comes back. */
    public static String key(PracticeId practice) {
        return PortalToken.key(practice);
    }

    /** The address of the page where members of a practice ask for a link. */
    public static String at(PracticeId practice) {
        return "/portal/at/" + key(practice);
    }

    /**
     * Sends a link if somebody here is written to at that address, and says nothing of whether.
     *
     * @return false when too many were asked for from that machine
     */
    public boolean ask(PracticeId practice, String address, String machine, String base) {
        var now = clock.instant();
        if (!attempts.mayAskForLink(practice, machine, now)) {
            return false;
        }
        if (attempts.mayBeSentLink(practice, address.toLowerCase(Locale.ROOT), now)) {
            scope.run(practice, () -> send(practice, address, base));
        }
        return true;
    }

    /** One link for all who are written to there: the code says which of them it is. */
    private void send(PracticeId practice, String address, String base) {
        var known = mailboxes.at(address);
        if (known.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var token = PortalToken.fresh(practice);
        for (var account : known) {
            links.add(
                    PortalToken.hash(token),
                    new LinkStore.Link(account.id(), LinkStore.Purpose.SIGN_IN, null),
                    account.label(),
                    now,
                    now.plus(LINK));
        }
        var member =
                known.stream().map(Account::patient).filter(Objects::nonNull).findFirst();
        if (member.isPresent()) {
            mail.link(member.get(), NeutralMail.Link.SIGN_IN, base + PATH + token);
        } else {
            mail.link(address, NeutralMail.Link.SIGN_IN, base + PATH + token);
        }
    }

    /** What the link asks for while it opens. Looking at it uses nothing up: programs open links before people do. */
    public Optional<Asks> of(String token) {
        return PortalToken.practiceOf(token)
                .flatMap(practice -> scope.in(
                        practice,
                        () -> standing(token).stream()
                                .findFirst()
                                .map(link -> link.purpose() == LinkStore.Purpose.INVITATION
                                        ? Asks.TOLD_AND_OWN
                                        : Asks.OWN)));
    }

    /**
     * Comes in by a link and a code.
     *
     * @param own the code that somebody invited chooses; empty for whoever has one
     */
    public Entered enter(String token, String code, String own, String machine, String userAgent) {
        var practice = PortalToken.practiceOf(token);
        var theirs = practice.map(one -> scope.in(one, () -> standing(token))).orElseGet(List::of).stream()
                .map(LinkStore.Link::account)
                .collect(toSet());
        if (practice.isEmpty() || theirs.isEmpty()) {
            return new Entered.Gone();
        }
        var tries = attempts.mayTryCode(practice.get(), token, theirs, machine, clock.instant());
        return switch (tries.may()) {
            case NOW -> scope.in(practice.get(), () -> entered(practice.get(), token, code, own, userAgent, tries));
            case SOON -> new Entered.TooMany();
            case TOMORROW -> new Entered.TooManyToday();
        };
    }

    /** @param tries whose codes it may be */
    private Entered entered(
            PracticeId practice, String token, String code, String own, String userAgent, Attempts.Tries tries) {
        var right = right(token, code, tries.of());
        if (right.isEmpty()) {
            return notRight(token, code, tries);
        }
        if (right.size() > 1) {
            right.forEach(link -> endCode(link.account()));
            return new Entered.CodeEnded();
        }
        var link = right.getFirst();
        var account = accounts.find(link.account()).orElseThrow();
        boolean invited = link.purpose() == LinkStore.Purpose.INVITATION;
        var objection = invited ? objection(own, account) : Optional.<String>empty();
        if (objection.isPresent()) {
            return new Entered.ChooseAnother(objection.get());
        }
        if (!links.use(PortalToken.hash(token), account.id(), clock.instant())) {
            return new Entered.Gone();
        }
        attempts.wasRight(account.id(), tries);
        if (invited) {
            join(account, own);
        }
        return new Entered.Welcome(signIns.begin(practice, account, PortalSignIns.Way.LINK_AND_CODE, userAgent));
    }

    private List<LinkStore.Link> right(String token, String code, Set<AccountId> accounts) {
        return standing(token).stream()
                .filter(link -> accounts.contains(link.account()))
                .filter(link -> OwnCode.matches(code, codeHash(link)))
                .toList();
    }

    /** Whoever has had their number and types their right code has guessed at nobody's. */
    private Entered notRight(String token, String code, Attempts.Tries tries) {
        if (right(token, code, tries.heldUp()).isEmpty()) {
            links.wrong(PortalToken.hash(token));
            return new Entered.Wrong();
        }
        attempts.wasOfWhoeverIsHeldUp(tries);
        return new Entered.TooManyToday();
    }

    /** Of a code that somebody else has no more is said than of one that is guessed. */
    private Optional<String> objection(String own, Account account) {
        return OwnCode.objection(own, born(account))
                .or(() -> mailboxes.hasTaken(own, account) ? Optional.of("code.tooPlain") : Optional.empty());
    }

    /** Whoever chose it is invited anew: somebody speaks with them. */
    private void endCode(AccountId id) {
        var account = accounts.find(id).orElseThrow();
        accounts.endCode(id);
        links.voidAll(id, clock.instant());
        var member = account.patient();
        audit.did(
                new Actor.Member(id.value(), account.label()),
                "signed in with a code that somebody else at their address has",
                "account " + id,
                member == null ? List.of() : List.of(member.value()),
                "the code ended");
    }

    /**
     * Their own code counts from now on, and nothing else that opened before: a passkey may lie on a phone that was
     * lost.
     */
    private void join(Account account, String own) {
        accounts.joined(account.id(), OwnCode.hash(own), clock.instant());
        links.voidAll(account.id(), clock.instant());
        signIns.endAll(account.id());
        int ended = passkeys.removeAll(account.id());
        var member = account.patient();
        audit.did(
                new Actor.Member(account.id().value(), account.label()),
                "took up an invitation",
                "account " + account.id(),
                member == null ? List.of() : List.of(member.value()),
                ended == 0 ? "" : "passkeys ended: " + ended);
    }

    private List<LinkStore.Link> standing(String token) {
        return links.standing(PortalToken.hash(token), clock.instant(), Attempts.CODES_OF_A_LINK);
    }

    private @Nullable String codeHash(LinkStore.Link link) {
        return link.purpose() == LinkStore.Purpose.INVITATION
                ? link.codeHash()
                : accounts.find(link.account()).map(Account::codeHash).orElse(null);
    }

    private @Nullable LocalDate born(Account account) {
        var member = account.patient();
        return member == null
                ? null
                : patients.find(member).map(Patient::birthDate).orElse(null);
    }
}
