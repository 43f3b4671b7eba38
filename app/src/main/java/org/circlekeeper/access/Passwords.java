package org.circlekeeper.access;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.terms.PersonId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passwords: checked in the same time whoever asks, set by a link that works once, not guessed at without limit. */
@Component
public class Passwords {

    /** NIST SP 800-63B-4, 3.1.1.2: a password that is the only factor has at least fifteen characters. */
    public static final int SHORTEST = 15;

    /** Long enough for any sentence; hashing has an end. */
    public static final int LONGEST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);
    private static final Duration LINK_HOLDS = Duration.ofHours(48);

    /** Salt and hash of nobody, as long as anybody's: looked at in their stead, it takes the same time. */
    private static final String NOBODYS = "{pbkdf2}" + "00".repeat(16 + 32);

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            "pbkdf2", Map.of("pbkdf2", Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    private final PersonStore people;
    private final PasswordStore store;
    private final Tries tries;
    private final SecondStep secondStep;
    private final SignIns signIns;
    private final Clock clock;

    Passwords(
            PersonStore people, PasswordStore store, Tries tries, SecondStep secondStep, SignIns signIns, Clock clock) {
        this.people = people;
        this.store = store;
        this.tries = tries;
        this.secondStep = secondStep;
        this.signIns = signIns;
        this.clock = clock;
    }

    /** One try from one machine. A wrong one is counted against the e-mail address and against the machine. */
    public Entry enter(String email, String password, String code, String machine) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!tries.begin(email, machine, now)) {
            LOG.warn("Signing in from {} is refused: too many wrong tries", machine);
            return new Entry.Locked(tries.again(email, machine, now));
        }
        var person = people.withEmail(email.strip()).filter(known -> !known.disabled());
        if (matches(password, person.map(Person::id).map(people::passwordHash).orElse(null))
                && secondStep.lets(person.orElseThrow().id(), code)) {
            tries.wasRight(email, machine, now);
            return new Entry.Welcome(person.orElseThrow().id());
        }
        LOG.warn(
                "A sign-in from {} was wrong: {}",
                machine,
                person.map(known -> "person " + known.id()).orElse("nobody"));
        return new Entry.Wrong();
    }

    /** The address at which this person sets a password, once, within two days. */
    public String link(PersonId person) {
        var token = Token.fresh();
        store.addLink(Token.hash(token), person, clock.instant().plus(LINK_HOLDS));
        return "/set-password/" + token;
    }

    /** Whose link this is, while it works. */
    public Optional<Person> ofLink(String token) {
        return store.openLink(Token.hash(token), clock.instant())
                .flatMap(people::get)
                .filter(person -> !person.disabled());
    }

    /** What is wrong with a password somebody chose; null when nothing is. */
    public static @Nullable String objection(String password) {
        if (password.length() < SHORTEST) {
            return "Use " + SHORTEST + " characters or more: three or four words will do.";
        }
        return password.length() > LONGEST ? "Use " + LONGEST + " characters at most." : null;
    }

    /** Sets the password through a link, which then works no more. False when it did not. */
    @Transactional
    public boolean setByLink(String token, String password) {
        var person = store.useLink(Token.hash(token), clock.instant());
        person.ifPresent(id -> set(id, password));
        return person.isPresent();
    }

    /** Sets another password for whoever knows the present one. False when they do not, or tried too often. */
    @Transactional
    public boolean change(PersonId person, String present, String password) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var counted = "change " + person;
        if (!tries.begin(counted, counted, now) || !matches(present, people.passwordHash(person))) {
            return false;
        }
        tries.wasRight(counted, counted, now);
        set(person, password);
        return true;
    }

    /** Sets the password; whatever sign-ins, links and wrong tries there were count no more. */
    @Transactional
    public void set(PersonId person, String password) {
        if (objection(password) != null) {
            throw new IllegalArgumentException(objection(password));
        }
        people.setPasswordHash(person, encoder.encode(password));
        signIns.endAll(person);
        store.voidLinks(person, clock.instant());
        people.get(person).map(Person::email).ifPresent(tries::forget);
    }

    /** Hashes something in every case, so that the time taken does not tell whether somebody is known. */
    private boolean matches(String password, @Nullable String hash) {
        var tried = password.length() > LONGEST ? "" : password;
        return encoder.matches(tried, hash == null ? NOBODYS : hash) && hash != null;
    }
}
