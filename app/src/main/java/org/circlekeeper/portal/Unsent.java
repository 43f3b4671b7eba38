package org.circlekeeper.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.access.Seal;
import org.circlekeeper.database.Home;
import org.circlekeeper.database.PracticeScope;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody typed on their own pages and sent after their sign-in had ended. It was not sent; it is kept sealed for
 * an hour, and stands in the same form again once they have signed in.
 */
@Component
public class Unsent {

    public static final Duration KEPT = Duration.ofHours(1);

    /** Longer ones are not kept: no form of these pages sends so much. */
    private static final int MOST = 20_000;

    /** A browser sends the cookie of a sign-in for twelve hours; what ended a day ago is nobody's to go on with. */
    private static final Duration KNOWN_FOR = Duration.ofHours(24);

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final UnsentStore store;
    private final Proxies proxies;
    private final PracticeScope scope;
    private final Seal seal;
    private final Clock clock;

    Unsent(UnsentStore store, Proxies proxies, PracticeScope scope, Home home, Clock clock) {
        this.store = store;
        this.proxies = proxies;
        this.scope = scope;
        this.seal = Seal.with(home, "unsent");
        this.clock = clock;
    }

    /**
     * Keeps it for whoever that sign-in was.
     *
     * @param token of the sign-in that ended
     * @param path of the page that holds the form
     * @return whether it is kept; not when nobody knows the sign-in, when somebody ended it, or for whom it was is not
     *     clear
     */
    public boolean keep(String token, String path, Map<String, String> typed) {
        var plain = JsonMapper.shared().writeValueAsString(typed);
        return plain.length() <= MOST
                && PortalToken.practiceOf(token)
                        .filter(practice -> scope.in(practice, () -> kept(token, path, plain)))
                        .isPresent();
    }

    private boolean kept(String token, String path, String plain) {
        var now = clock.instant();
        var key = store.ended(PortalToken.hash(token), now.minus(KNOWN_FOR)).flatMap(ended -> key(ended, path));
        key.ifPresent(one -> store.keep(one, seal.seal(plain.getBytes(UTF_8), as(one)), now, now.plus(KEPT)));
        return key.isPresent();
    }

    /** About whom it was, as the pages themselves say it: as was chosen, else oneself, else the only one there is. */
    private Optional<UnsentStore.Key> key(UnsentStore.Ended ended, String path) {
        var others =
                proxies.standing(ended.account()).stream().map(Proxy::member).toList();
        return ended.acting()
                .filter(said -> ended.own().filter(said::equals).isPresent() || others.contains(said))
                .or(ended::own)
                .or(() -> others.size() == 1 ? Optional.of(others.getFirst()) : Optional.empty())
                .map(member -> new UnsentStore.Key(ended.account(), member, path));
    }

    /** What stands there for whoever signed in, about whom their pages are now; empty when nothing does. */
    public Map<String, String> of(SignedInMember who, String path) {
        var key = new UnsentStore.Key(who.account(), who.member(), path);
        return store.of(key, clock.instant())
                .flatMap(bytes -> seal.open(bytes, as(key)))
                .map(plain -> JsonMapper.shared().readValue(new String(plain, UTF_8), TEXTS))
                .orElseGet(Map::of);
    }

    /** They have sent since what stood on that page, and it is kept. */
    public void forget(SignedInMember who, String path) {
        store.forget(new UnsentStore.Key(who.account(), who.member(), path));
    }

    private static String as(UnsentStore.Key key) {
        return String.join(
                " ", List.of("unsent", key.account().toString(), key.member().toString(), key.path()));
    }
}
