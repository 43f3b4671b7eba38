package org.circlekeeper.x12;

import org.jspecify.annotations.Nullable;

/** Follows ISA, GS and ST to their ends, and remembers the first thing that does not agree. */
final class EnvelopeCheck {

    private long interchanges;
    private long segments;
    private @Nullable Segment interchange;
    private @Nullable Segment group;
    private @Nullable Segment set;
    private long groupsOfInterchange;
    private long setsOfGroup;
    private long segmentsOfSet;
    private boolean anythingInside;
    private @Nullable String cutOff;
    private @Nullable String miscounted;

    void see(Segment segment) {
        segments++;
        segmentsOfSet++;
        anythingInside |= !segment.is("ISA");
        switch (segment.id()) {
            case "ISA" -> interchangeBegins(segment);
            case "GS" -> groupBegins(segment);
            case "ST" -> setBegins(segment);
            case "SE" -> setEnds(segment);
            case "GE" -> groupEnds(segment);
            case "IEA" -> interchangeEnds(segment);
            default -> {}
        }
    }

    /** The file stops in the middle of a segment. */
    void cutOff(String sentence) {
        cutOff = cutOff == null ? sentence : cutOff;
    }

    X12Ending ending() {
        if (!anythingInside && cutOff == null) {
            return new X12Ending.IsaAlone();
        }
        unlessClosed(set, "SE");
        unlessClosed(group, "GE");
        unlessClosed(interchange, "IEA");
        if (cutOff != null) {
            return new X12Ending.CutOff(cutOff);
        }
        return miscounted != null ? new X12Ending.Miscounted(miscounted) : new X12Ending.Whole(interchanges, segments);
    }

    private void interchangeBegins(Segment isa) {
        unlessClosed(interchange, "IEA");
        interchanges++;
        groupsOfInterchange = 0;
        interchange = isa;
    }

    private void groupBegins(Segment gs) {
        unlessClosed(group, "GE");
        groupsOfInterchange++;
        setsOfGroup = 0;
        group = gs;
    }

    private void setBegins(Segment st) {
        unlessClosed(set, "SE");
        setsOfGroup++;
        segmentsOfSet = 1;
        set = st;
    }

    private void setEnds(Segment se) {
        unlessAgreed(set, 2, se, segmentsOfSet, "segments");
        set = null;
    }

    private void groupEnds(Segment ge) {
        unlessClosed(set, "SE");
        unlessAgreed(group, 6, ge, setsOfGroup, "sets");
        set = null;
        group = null;
    }

    private void interchangeEnds(Segment iea) {
        unlessClosed(group, "GE");
        unlessAgreed(interchange, 13, iea, groupsOfInterchange, "groups");
        group = null;
        interchange = null;
    }

    /** The end repeats the control number of the beginning, and counts what lay between. */
    private void unlessAgreed(@Nullable Segment begin, int controlNumber, Segment end, long counted, String what) {
        if (begin == null) {
            miscounted("The file has " + end.id() + " without the segment that it ends.");
            return;
        }
        if (!sameNumber(end.element(1), Long.toString(counted))) {
            miscounted(end.id() + " counts " + end.element(1) + " " + what + " where there are " + counted + ".");
        }
        if (!sameNumber(end.element(2), begin.element(controlNumber))) {
            miscounted(begin.id() + " has the control number " + begin.element(controlNumber) + ", " + end.id()
                    + " has " + end.element(2) + ".");
        }
    }

    private static boolean sameNumber(String one, String other) {
        return withoutZeros(one).equals(withoutZeros(other));
    }

    private static String withoutZeros(String number) {
        return number.replaceFirst("^0+(?=.)", "");
    }

    private void unlessClosed(@Nullable Segment begin, String end) {
        if (begin != null) {
            cutOff("The file is cut off: " + begin.id() + " has no " + end + ". Fetch it again.");
        }
    }

    private void miscounted(String sentence) {
        miscounted = miscounted == null ? sentence : miscounted;
    }
}
