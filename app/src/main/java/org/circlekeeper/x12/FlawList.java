package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.List;

/** The flaws of a file that nobody has taken yet: so many of them, and how many more there are. */
final class FlawList {

    private static final int MOST = 1_000;

    private final List<Flaw> flaws = new ArrayList<>();
    private long more;

    void add(Flaw flaw) {
        if (flaws.size() < MOST) {
            flaws.add(flaw);
        } else {
            more++;
        }
    }

    /** All of them, once. */
    List<Flaw> take() {
        if (flaws.isEmpty()) {
            return List.of();
        }
        if (more > 0) {
            flaws.add(new Flaw(0, "", 0, "more", "The file has " + more + " more flaws than these " + MOST + "."));
        }
        var taken = List.copyOf(flaws);
        flaws.clear();
        more = 0;
        return taken;
    }
}
