package org.circlekeeper.waitlist;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.calls.Contact;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Joining;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.Sha256;
import org.springframework.stereotype.Component;

/**
 * The form by which anybody may ask for a seat, without an account. Its address names the practice, and is the secret
 * of a link that somebody opened. It tells nothing of the group or of anybody.
 */
@Component
public class Interest {

    static final int PER_ADDRESS = 5;
    static final int PER_FORM = 60;

    private static final Duration COUNTED_FOR = Duration.ofHours(1);
    private static final Actor FORM = new Actor.Duty("interest-form");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET = 16;
    private static final int WHOLE = 16 + SECRET;

    private final InterestStore store;
    private final Waitlist waitlist;
    private final Groups groups;
    private final Calls calls;
    private final Practices practices;
    private final PracticeScope scope;
    private final AuditTrail audit;
    private final Clock clock;

    Interest(
            InterestStore store,
            Waitlist waitlist,
            Groups groups,
            Calls calls,
            Practices practices,
            PracticeScope scope,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.waitlist = waitlist;
        this.groups = groups;
        this.calls = calls;
        this.practices = practices;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An open form as a stranger meets it.
     *
     * @param practice the neutral name that the practice has outside
     * @param dropIn whether the groups asked about are open to whoever comes
     * @param callsBy the day by which somebody calls who asks now
     */
    public record Form(String practice, String phone, boolean dropIn, LocalDate callsBy, LocalDate today) {}

    /** The open forms of the practice in scope, by kind of group. */
    public Map<UUID, String> open() {
        return store.open();
    }

    public void open(UUID type, PracticeId practice, Actor actor) {
        if (store.open(type, token(practice), actor.label(), clock.instant())) {
            audit.did(actor, "opened an interest form", "kind " + type, "");
        }
    }

    public void close(UUID type, Actor actor) {
        store.close(type, clock.instant());
        audit.did(actor, "closed an interest form", "kind " + type, "");
    }

    /** Empty when no form is open under that address. */
    public Optional<Form> form(String token) {
        return practiceOf(token)
                .flatMap(practice -> scope.in(
                        practice,
                        () -> store.typeOf(token).map(type -> {
                            var known = practices.current();
                            return new Form(
                                    known.outsideName(),
                                    known.phone().toString(),
                                    groups.type(type)
                                            .filter(kind -> kind.joining() == Joining.DROP_IN)
                                            .isPresent(),
                                    calls.nextWorkingDay(),
                                    practices.today());
                        })));
    }

    /** Somebody asks. False when too many were sent lately, from there or altogether: then nothing is kept. */
    public boolean ask(String token, Inquirer who, String address) {
        var practice = practiceOf(token).orElseThrow();
        return scope.in(practice, () -> {
            var type = store.typeOf(token);
            if (type.isEmpty() || !counts(token, address)) {
                return false;
            }
            kept(type.get(), who);
            return true;
        });
    }

    /**
     * Whoever asks once more is not put on the list twice. Somebody else of the household, who has the same number or
     * address and another name, asks for themselves.
     */
    private void kept(UUID type, Inquirer who) {
        var alike = waitlist.alike(type, who.phone(), who.email()).stream()
                .filter(entry -> entry.who().isCalledLike(who))
                .toList();
        if (alike.isEmpty()) {
            waitlist.ask(new Waitlist.Asked(type, null, null, who, "by the form on the web"), FORM);
            return;
        }
        var said = who.note().isEmpty() ? "Asked once more." : "Asked once more: " + who.note();
        calls.log(
                alike.getFirst().whom(),
                null,
                new Contact(
                        clock.instant(),
                        Contact.Channel.FORM,
                        Contact.Outcome.LEFT_MESSAGE,
                        said,
                        "Asked once more by the form: call back.",
                        calls.nextWorkingDay(),
                        FORM.label()),
                FORM);
    }

    /** Whoever sends too many is refused before they count against the form: they shut it for nobody else. */
    private boolean counts(String token, String address) {
        var now = clock.instant();
        var since = now.minus(COUNTED_FOR);
        store.forgetBefore(since);
        return store.count("from " + hash(token + address), PER_ADDRESS, now, since)
                && store.count("form " + hash(token), PER_FORM, now, since);
    }

    private static String token(PracticeId practice) {
        var secret = new byte[SECRET];
        RANDOM.nextBytes(secret);
        var whole = ByteBuffer.allocate(WHOLE)
                .putLong(practice.value().getMostSignificantBits())
                .putLong(practice.value().getLeastSignificantBits())
                .put(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
    }

    private static Optional<PracticeId> practiceOf(String token) {
        try {
            var whole = Base64.getUrlDecoder().decode(token);
            if (whole.length != WHOLE) {
                return Optional.empty();
            }
            var bytes = ByteBuffer.wrap(whole);
            return Optional.of(new PracticeId(new UUID(bytes.getLong(), bytes.getLong())));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String hash(String text) {
        return Sha256.hex(text).substring(0, 2 * SECRET);
    }
}
