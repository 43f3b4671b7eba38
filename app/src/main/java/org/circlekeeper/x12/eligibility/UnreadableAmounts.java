package org.circlekeeper.x12.eligibility;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.circlekeeper.x12.ReadValues;
import org.circlekeeper.x12.Segment;
import org.circlekeeper.x12.SetExplained;
import org.circlekeeper.x12.Warning;
import org.jspecify.annotations.Nullable;

/** Warns of amounts of a 271 that are none, and tells nothing: it keeps as much of a thousand people as of one. */
final class UnreadableAmounts implements SetExplained {

    /** EB07 amount, EB08 share, EB10 quantity. */
    private static final List<Integer> AMOUNTS = List.of(7, 8, 10);

    private long unreadable;

    @Override
    public void see(Segment segment) {
        if (segment.is("EB")) {
            unreadable += AMOUNTS.stream()
                    .filter(number -> isUnreadable(segment.element(number)))
                    .count();
        }
    }

    @Override
    public SequencedMap<String, @Nullable Object> facts() {
        return new LinkedHashMap<>();
    }

    @Override
    public List<String> sentences() {
        return List.of();
    }

    @Override
    public List<Warning> warnings() {
        return unreadable == 0
                ? List.of()
                : List.of(new Warning(
                        "amount-unreadable",
                        unreadable == 1
                                ? "One amount of a benefit is not a number."
                                : unreadable + " amounts of benefits are not numbers."));
    }

    private static boolean isUnreadable(String number) {
        return !number.isEmpty() && ReadValues.decimal(number) == null;
    }
}
