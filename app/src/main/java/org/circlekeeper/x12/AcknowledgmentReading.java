package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a 999 set (TR3 005010X231A1) that is given segment by segment, and hands on what it says. */
public final class AcknowledgmentReading {

    private static final int LAST_SET_CODE = 6;
    private static final int LAST_GROUP_CODE = 9;

    private final Receiver to;
    private Segment ak1 = Segment.nothing();
    private Segment ak9 = Segment.nothing();
    private @Nullable SetUnderReading set;

    /** What is handed on: each set that is named, then the group. */
    public interface Receiver {

        void set(SetAnswer set);

        void group(GroupAnswer group);
    }

    /** AK2 to IK5. */
    private static final class SetUnderReading {

        private final Segment ak2;
        private final List<SetAnswer.SegmentError> errors = new ArrayList<>();
        private Segment ik5 = Segment.nothing();
        private @Nullable SegmentUnderReading segment;

        SetUnderReading(Segment ak2) {
            this.ak2 = ak2;
        }
    }

    /** IK3 with what follows it. */
    private static final class SegmentUnderReading {

        private final Segment ik3;
        private final List<Segment> elements = new ArrayList<>();
        private final List<String> contexts = new ArrayList<>();

        SegmentUnderReading(Segment ik3) {
            this.ik3 = ik3;
        }
    }

    public AcknowledgmentReading(Receiver to) {
        this.to = to;
    }

    /** Takes the next segment between ST and SE. */
    public void see(Segment segment) {
        switch (segment.id()) {
            case "AK1" -> ak1 = segment;
            case "AK2" -> {
                finishSet();
                set = new SetUnderReading(segment);
            }
            case "AK9" -> {
                finishSet();
                ak9 = segment;
            }
            default -> {
                if (set != null) {
                    seeInSet(segment, set);
                }
            }
        }
    }

    /** SE has been reached. */
    public void end() {
        finishSet();
        to.group(new GroupAnswer(
                ak1.element(1),
                ak1.element(2),
                ak9.element(1),
                ReadValues.count(ak9.element(2)),
                ReadValues.count(ak9.element(3)),
                ReadValues.count(ak9.element(4)),
                codes(ak9, 5, LAST_GROUP_CODE)));
    }

    private static void seeInSet(Segment segment, SetUnderReading set) {
        switch (segment.id()) {
            case "IK3" -> {
                finishSegment(set);
                set.segment = new SegmentUnderReading(segment);
            }
            case "IK4" -> {
                if (set.segment != null) {
                    set.segment.elements.add(segment);
                }
            }
            case "CTX" -> {
                if (set.segment != null) {
                    set.segment.contexts.add(context(segment));
                }
            }
            case "IK5" -> set.ik5 = segment;
            default -> {}
        }
    }

    /** CTX01-1 and -2: what is named and its value, or that a condition of the guide was not met. */
    private static String context(Segment ctx) {
        var value = ctx.component(1, 2);
        return ctx.component(1, 1) + (value.isEmpty() ? "" : " " + value);
    }

    private void finishSet() {
        var done = set;
        set = null;
        if (done == null) {
            return;
        }
        finishSegment(done);
        to.set(new SetAnswer(
                done.ak2.element(1),
                done.ak2.element(2),
                done.ik5.element(1),
                codes(done.ik5, 2, LAST_SET_CODE),
                List.copyOf(done.errors)));
    }

    private static void finishSegment(SetUnderReading set) {
        var done = set.segment;
        set.segment = null;
        if (done == null) {
            return;
        }
        if (done.elements.isEmpty()) {
            set.errors.add(error(done, Segment.nothing()));
        }
        done.elements.forEach(ik4 -> set.errors.add(error(done, ik4)));
    }

    private static SetAnswer.SegmentError error(SegmentUnderReading segment, Segment ik4) {
        var component = ik4.component(1, 2);
        return new SetAnswer.SegmentError(
                segment.ik3.element(1),
                segment.ik3.element(2),
                segment.ik3.element(3),
                segment.ik3.element(4),
                ik4.component(1, 1) + (component.isEmpty() ? "" : "-" + component),
                ik4.element(3),
                ik4.element(4),
                List.copyOf(segment.contexts));
    }

    private static List<String> codes(Segment segment, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(segment::element)
                .filter(code -> !code.isEmpty())
                .toList();
    }
}
