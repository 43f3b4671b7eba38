package org.circlekeeper.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.circlekeeper.database.CannotStart;
import org.circlekeeper.database.Home;
import org.circlekeeper.terms.PersonId;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The code that some people enter besides their password. Once set up it is asked for at every signing in. */
@Component
public class SecondStep {

    private static final int KEY_BYTES = 20;

    private final SecureRandom random = new SecureRandom();
    private final SecondStepStore store;
    private final BytesEncryptor seal;
    private final Clock clock;

    SecondStep(SecondStepStore store, Home home, Clock clock) {
        this.store = store;
        this.seal = Encryptors.stronger(KeyFile.key(home, "second-step"), KeyFile.key(home, "second-step-salt"));
        this.clock = clock;
        refuseAnotherKey(home);
    }

    /** Keys sealed by one node must open on the others, and those of a restored database in the restored home. */
    private void refuseAnotherKey(Home home) {
        try {
            store.sealedWord().ifPresent(seal::decrypt);
        } catch (IllegalStateException sealedElsewhere) {
            throw new CannotStart(
                    "People sign in here with codes whose keys were sealed with the secrets of another home than "
                            + home.directory()
                            + ". Copy the directory secrets of that home, or of the backup, to this one "
                            + "and start again.",
                    sealedElsewhere);
        }
    }

    public boolean isOn(PersonId person) {
        return store.key(person).map(SecondStepStore.Key::confirmed).orElse(false);
    }

    /** Makes a key and says it as one types it into an authenticator. Nothing is asked for until a code confirms it. */
    public String begin(PersonId person) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        store.putSealedWord(seal.encrypt(new byte[KEY_BYTES]));
        store.put(person, seal.encrypt(key));
        return Totp.typed(key);
    }

    /** The key that waits for its first code; empty when none does. */
    public Optional<String> waiting(PersonId person) {
        return store.key(person).filter(key -> !key.confirmed()).map(key -> Totp.typed(seal.decrypt(key.sealed())));
    }

    /** Whether the code is right; if so it is asked for from now on. */
    @Transactional
    public boolean confirm(PersonId person, String code) {
        boolean right = uses(person, code);
        if (right) {
            store.confirm(person, clock.instant());
        }
        return right;
    }

    /** Takes it away again: with the right code, or by the owner for somebody who lost the authenticator. */
    public void remove(PersonId person) {
        store.remove(person);
    }

    /** Whether this person may pass with this code: always, while none was set up. A code passes once. */
    boolean lets(PersonId person, String code) {
        return !isOn(person) || uses(person, code);
    }

    private boolean uses(PersonId person, String code) {
        return store.key(person)
                .map(key -> Totp.stepOf(code, seal.decrypt(key.sealed()), clock.instant()))
                .filter(step -> step.isPresent() && store.use(person, step.getAsLong()))
                .isPresent();
    }
}
