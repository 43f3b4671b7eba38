package org.circlekeeper.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.terms.PersonId;
import org.jspecify.annotations.Nullable;
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

    private static final int TRIES_PER_ADDRESS = 5;
    private static final int TRIES_PER_MACHINE = 50;
    private static final Duration LOCKED_FOR = Duration.ofMinutes(15);
    private static final Duration LINK_HOLDS = Duration.ofHours(48);

    /** Salt and hash of nobody, as long as anybody's: looked at in their stead, it takes the same time. */
    private static final String NOBODYS = "{pbkdf2}" + "00".repeat(16 + 32);

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            "pbkdf2", Map.of("pbkdf2", Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    private final PersonStore people;
    private final PasswordStore store;
    private final SecondStep secondStep;
    private final SignIns signIns;
    private final Clock clock;

    Passwords(PersonStore people, PasswordStore store, SecondStep secondStep, SignIns signIns, Clock clock) {
        this.people = people;
        this.store = store;
        this.secondStep = secondStep;
        this.signIns = signIns;
        this.clock = clock;
    }

    /** One try from one machine. A wrong one is counted against the e-mail address and against the machine. */
    public Entry enter(String email, String password, String code, String machine) {
        var byAddress = "email " + email.strip().toLowerCase(Locale.ROOT);
        var byMachine = "from " + machine;
        var now = clock.instant();
        var since = now.minus(LOCKED_FOR);
        if (store.wrongTries(byAddress, since) >= TRIES_PER_ADDRESS
                || store.wrongTries(byMachine, since) >= TRIES_PER_MACHINE) {
            return new Entry.Locked(now.plus(LOCKED_FOR));
        }
        var person = people.withEmail(email.strip()).filter(known -> !known.disabled());
        if (matches(password, person.map(Person::id).map(people::passwordHash).orElse(null))
                && secondStep.lets(person.orElseThrow().id(), code)) {
            store.forgetTries(byAddress);
            return new Entry.Welcome(person.orElseThrow().id());
        }
        store.addTry(byAddress, now);
        store.addTry(byMachine, now);
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
        return store.openLink(Token.hash(token), clock.instant()).flatMap(people::get);
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

    /** Sets the password and ends whatever sign-ins there were. */
    @Transactional
    public void set(PersonId person, String password) {
        if (objection(password) != null) {
            throw new IllegalArgumentException(objection(password));
        }
        people.setPasswordHash(person, encoder.encode(password));
        signIns.endAll(person);
    }

    /** Hashes something in every case, so that the time taken does not tell whether somebody is known. */
    private boolean matches(String password, @Nullable String hash) {
        var tried = password.length() > LONGEST ? "" : password;
        return encoder.matches(tried, hash == null ? NOBODYS : hash) && hash != null;
    }
}
