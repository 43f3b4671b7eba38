package org.circlekeeper.x12;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Sees that each loop of one kind has the segments that its guide wants. */
final class LoopCheck implements ContentCheck {

    private final Loop loop;
    private final Consumer<Flaw> found;
    private final Set<String> seen = new HashSet<>();
    private Segment began = Segment.nothing();
    private long beganAt;

    LoopCheck(Loop loop, Consumer<Flaw> found) {
        this.loop = loop;
        this.found = found;
    }

    static List<LoopCheck> of(List<Loop> loops, Consumer<Flaw> found) {
        return loops.stream().map(loop -> new LoopCheck(loop, found)).toList();
    }

    @Override
    public void see(Segment segment, long number) {
        if (loop.endsWith(segment)) {
            end(number);
        }
        if (loop.beginsWith(segment)) {
            began = segment;
            beganAt = number;
            seen.clear();
        } else if (beganAt > 0) {
            loop.needs().stream()
                    .filter(needed -> Loop.matches(needed, segment))
                    .forEach(seen::add);
        }
    }

    @Override
    public void end(long number) {
        if (beganAt == 0) {
            return;
        }
        for (var needed : loop.needs()) {
            if (!seen.contains(needed)) {
                found.accept(new Flaw(
                        beganAt,
                        began.id(),
                        0,
                        "missing-segment",
                        needed + " is missing in what begins with this segment (loop " + loop.name() + ")."));
            }
        }
        beganAt = 0;
    }
}
