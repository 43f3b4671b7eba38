package org.circlekeeper.outbox;

import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.Seal;
import org.circlekeeper.database.Home;
import org.springframework.stereotype.Component;

/**
 * Seals what e-mail carries with a key of the home while it waits: a link in it opens a member's pages, and whoever has
 * a copy of the database must not have the link. Each opens as the letter that it was sealed for alone.
 */
@Component
class LetterSeal {

    private final Seal seal;

    LetterSeal(Home home) {
        this.seal = Seal.with(home, "letters");
    }

    byte[] close(UUID letter, byte[] payload) {
        return seal.seal(payload, "letter " + letter);
    }

    /** Empty when it was sealed with another key than this home has, or altered. */
    Optional<byte[]> open(UUID letter, byte[] sealed) {
        return seal.open(sealed, "letter " + letter);
    }
}
