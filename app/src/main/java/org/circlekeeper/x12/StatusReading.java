package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.List;

/** Reads an STC segment. */
final class StatusReading {

    /** STC01, STC10 and STC11 each hold category, status and entity. */
    private static final List<Integer> CODES = List.of(1, 10, 11);

    private static final List<Integer> AMOUNTS = List.of(4, 5);

    private StatusReading() {}

    static ClaimAnswer.Status status(Segment stc) {
        List<ClaimAnswer.Code> codes = new ArrayList<>();
        for (int element : CODES) {
            if (!stc.element(element).isEmpty()) {
                codes.add(new ClaimAnswer.Code(
                        stc.component(element, 1), stc.component(element, 2), stc.component(element, 3)));
            }
        }
        return new ClaimAnswer.Status(
                List.copyOf(codes),
                stc.element(3),
                ReadValues.day(stc.element(2)),
                ReadValues.money(stc.element(4)),
                ReadValues.money(stc.element(5)),
                stc.element(9),
                stc.element(12));
    }

    /** An STC04 or STC05 that is there and is no amount. */
    static void warn(Segment segment, WarningList warnings) {
        if (!segment.is("STC")) {
            return;
        }
        for (int element : AMOUNTS) {
            if (!segment.element(element).isEmpty() && ReadValues.money(segment.element(element)) == null) {
                warnings.add(new Warning("no-amount", "A status has no amount in STC0" + element + "."));
            }
        }
    }
}
