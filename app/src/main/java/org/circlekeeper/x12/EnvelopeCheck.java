package org.circlekeeper.x12;

import org.jspecify.annotations.Nullable;

/** Follows ISA, GS and ST to their ends, and notes whatever does not agree. */
final class EnvelopeCheck {

    /** X12.5: each element of an ISA is as long as this, filled up with spaces. */
    private static final int[] ISA_LENGTHS = {2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1};

    /** The code of an end without what it ends. */
    static final String NO_BEGINNING = "no-beginning";

    private static final int REPETITION = 11;

    private final FlawList flaws;
    private long interchanges;
    private long segments;
    private @Nullable Segment interchange;
    private @Nullable Segment group;
    private @Nullable Segment set;
    private long groupsOfInterchange;
    private long setsOfGroup;
    private long segmentsOfSet;
    private boolean anythingInside;
    private boolean lowerCaseTold;
    private @Nullable String cutOff;
    private @Nullable String miscounted;

    EnvelopeCheck(FlawList flaws) {
        this.flaws = flaws;
    }

    long segments() {
        return segments;
    }

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

    /** The next segment has its id in lower case; told once a set. */
    void lowerCase(String id) {
        if (!lowerCaseTold) {
            lowerCaseTold = true;
            flaws.add(new Flaw(segments + 1, id, 0, "lower-case-id", "Segment ids are written in lower case."));
        }
    }

    /** Something lies behind an IEA that is neither white space nor another interchange. */
    void bytesBehind() {
        flaws.add(new Flaw(0, "", 0, "bytes-after-end", "There is something behind the end of an interchange."));
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
        unlessRepeats(isa);
        for (int number = 1; number <= ISA_LENGTHS.length; number++) {
            boolean there = number <= isa.elements().size();
            if (!there || isa.elements().get(number - 1).length() != ISA_LENGTHS[number - 1]) {
                flaws.add(new Flaw(
                        segments, "ISA", number, "isa-not-padded", "The ISA segment is not filled up to its length."));
                return;
            }
        }
    }

    /** ISA11 is U before version 5010, and left out by some; written carelessly it holds nothing apart. */
    private void unlessRepeats(Segment isa) {
        var declared = isa.element(REPETITION).strip();
        boolean none = declared.isEmpty() || Character.isLetterOrDigit(declared.charAt(0));
        if (!none && isa.delimiters().repetition() == Delimiters.NONE) {
            flaws.add(new Flaw(
                    segments,
                    "ISA",
                    REPETITION,
                    "isa-repetition",
                    "ISA11 names a character that cannot hold repetitions apart: none is taken."));
        }
    }

    private void groupBegins(Segment gs) {
        unlessClosed(group, "GE");
        groupsOfInterchange++;
        setsOfGroup = 0;
        lowerCaseTold = false;
        group = gs;
    }

    private void setBegins(Segment st) {
        unlessClosed(set, "SE");
        setsOfGroup++;
        segmentsOfSet = 1;
        lowerCaseTold = false;
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
        lowerCaseTold = false;
        group = null;
        interchange = null;
    }

    /** The end repeats the control number of the beginning, and counts what lay between. */
    private void unlessAgreed(@Nullable Segment begin, int controlNumber, Segment end, long counted, String what) {
        if (begin == null) {
            miscounted(end, 0, NO_BEGINNING, "The file has " + end.id() + " without the segment that it ends.");
            return;
        }
        if (!sameNumber(end.element(1), Long.toString(counted))) {
            var sentence = end.id() + " counts " + end.element(1) + " " + what + " where there are " + counted + ".";
            miscounted(end, 1, "count-differs", sentence);
        }
        if (!sameNumber(end.element(2), begin.element(controlNumber))) {
            var sentence = begin.id() + " has the control number " + begin.element(controlNumber) + ", " + end.id()
                    + " has " + end.element(2) + ".";
            miscounted(end, 2, "control-number-differs", sentence);
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

    private void miscounted(Segment end, int element, String code, String sentence) {
        miscounted = miscounted == null ? Quoted.cut(sentence) : miscounted;
        flaws.add(new Flaw(segments, end.id(), element, code, sentence));
    }
}
