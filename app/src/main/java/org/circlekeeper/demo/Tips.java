package org.circlekeeper.demo;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Six things to try. Each ticks itself when it has been done, whoever did it; the strip is closed once and for all. */
@Component
@Profile("demo")
public class Tips {

    private final Set<Tip> done = Collections.synchronizedSet(EnumSet.noneOf(Tip.class));
    private volatile boolean closed;

    /** Something to try, and the request that shows it was done. */
    public enum Tip {
        REASONS("As Dana: see why 27 visits were not billed", "GET /unbilled"),
        ATTENDANCE("As Marcus: let the day pass, then say who was there", "POST /sessions/[^/]+/close"),
        RELEASE("As Rosa: release the claims, and read one in plain words", "POST /claims/.*release.*|POST /batches.*"),
        IMPORT("As Ines: import the sample practice, and undo it", "POST /import.*"),
        FOR_REAL("See how you would use it for real", "GET /use-it-for-real"),
        RESTART("Restart at Monday 8:00", "POST /demo/restart");

        private final String words;
        private final Pattern request;

        Tip(String words, String request) {
            this.words = words;
            this.request = Pattern.compile(request);
        }

        public String words() {
            return words;
        }
    }

    /** A line of the strip. */
    public record Line(String words, boolean done) {}

    public void saw(String method, String path) {
        Arrays.stream(Tip.values())
                .filter(tip -> tip.request.matcher(method + " " + path).matches())
                .forEach(done::add);
    }

    public void close() {
        closed = true;
    }

    /** Empty once it has been closed. */
    public List<Line> lines() {
        return closed
                ? List.of()
                : Arrays.stream(Tip.values())
                        .map(tip -> new Line(tip.words(), done.contains(tip)))
                        .toList();
    }
}
