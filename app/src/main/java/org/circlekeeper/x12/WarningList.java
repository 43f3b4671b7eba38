package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Warnings of one place, each once, and no more than a person reads. */
final class WarningList {

    private static final int MOST = 20;

    private final Set<Warning> warnings = new LinkedHashSet<>();
    private boolean more;

    void add(Warning warning) {
        if (warnings.size() < MOST) {
            warnings.add(warning);
        } else {
            more |= !warnings.contains(warning);
        }
    }

    List<Warning> all() {
        List<Warning> all = new ArrayList<>(warnings);
        if (more) {
            all.add(new Warning("more", "There are more warnings than these " + MOST + "."));
        }
        return all;
    }
}
