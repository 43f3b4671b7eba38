package org.circlekeeper.x12.review;

import org.circlekeeper.x12.Segment;

/**
 * An AAA: why a request was not looked at.
 *
 * @param level the loop in which it stands, 2000A to 2000F or 2010A to 2010EA
 * @param code AAA03
 * @param followUp AAA04: C correct and send again, R send again, N do not, …
 */
public record Rejection(String level, String code, String followUp) {

    static Rejection of(String level, Segment aaa) {
        return new Rejection(level, aaa.element(3), aaa.element(4));
    }

    boolean isOfOneService() {
        return level.startsWith("2000F") || level.startsWith("2010F");
    }
}
