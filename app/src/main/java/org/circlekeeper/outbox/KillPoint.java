package org.circlekeeper.outbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Places where a test may kill the process, to show that a claims batch survives it (I13). With
 * {@code CIRCLEKEEPER_KILL_AT=after-rename:2} in the environment the process dies the second time it passes that place;
 * without it passing costs nothing.
 */
public final class KillPoint {

    private static final @Nullable String ASKED = System.getenv("CIRCLEKEEPER_KILL_AT");
    private static final Map<String, AtomicInteger> PASSED = new ConcurrentHashMap<>();
    private static final int KILLED = 137;

    /** What a test in the same process does instead of dying. */
    private static volatile @Nullable Consumer<String> instead;

    private KillPoint() {}

    public static void reached(String place) {
        var listener = instead;
        if (listener != null) {
            listener.accept(place);
        }
        if (ASKED != null) {
            int times = PASSED.computeIfAbsent(place, _ -> new AtomicInteger()).incrementAndGet();
            if (ASKED.equals(place + ":" + times)) {
                Runtime.getRuntime().halt(KILLED);
            }
        }
    }

    /** For tests: is told of each place passed, and may throw. Null takes it away. */
    public static void instead(@Nullable Consumer<String> listener) {
        instead = listener;
    }
}
