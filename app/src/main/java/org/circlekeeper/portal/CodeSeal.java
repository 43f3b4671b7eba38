package org.circlekeeper.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.circlekeeper.access.Seal;
import org.circlekeeper.database.Home;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals the slow hashes of codes with a key of the home: six digits fall to whoever has such a hash and time, and a
 * copy of the database alone has none. Each opens for the account that it was sealed for.
 */
@Component
class CodeSeal {

    private static final String SEALED = "sealed:";

    private final Seal seal;

    CodeSeal(Home home) {
        this.seal = Seal.with(home, "codes");
    }

    @Nullable
    String close(@Nullable String hash, AccountId account) {
        return hash == null
                ? null
                : SEALED + Base64.getEncoder().encodeToString(seal.seal(hash.getBytes(UTF_8), as(account)));
    }

    /** Null when it was sealed with another key than this home has: whoever it is is invited anew. */
    @Nullable
    String open(@Nullable String kept, AccountId account) {
        if (kept == null || !kept.startsWith(SEALED)) {
            return kept;
        }
        return seal.open(Base64.getDecoder().decode(kept.substring(SEALED.length())), as(account))
                .map(hash -> new String(hash, UTF_8))
                .orElse(null);
    }

    private static String as(AccountId account) {
        return "code " + account;
    }
}
