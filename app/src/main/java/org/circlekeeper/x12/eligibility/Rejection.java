package org.circlekeeper.x12.eligibility;

import org.circlekeeper.x12.Segment;

/**
 * An AAA: a question that was not answered, and why.
 *
 * @param level the loop in which it stands: 2000A, 2100A to 2100D, 2110C or 2110D
 * @param code AAA03: 72 member id invalid, 75 not found, 42 cannot answer now, …
 * @param followUp AAA04: C correct and ask again, R ask again, N do not, …
 */
public record Rejection(String level, String code, String followUp) {

    static Rejection of(String level, Segment aaa) {
        return new Rejection(level, aaa.element(3), aaa.element(4));
    }

    /** True when it is about one benefit and leaves the others standing. */
    boolean isOfOneBenefit() {
        return level.startsWith("2110");
    }
}
