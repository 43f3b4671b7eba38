package org.circlekeeper.x12;

import java.util.List;
import java.util.Set;

/**
 * A stretch of segments in which some are always there, as a guide says.
 *
 * @param name of the loop in the guide
 * @param begins the segment it begins with, such as {@code CLM}; or {@code HL***22}, with an element that must be so
 * @param ends the ids that end it, beside SE
 * @param needs the segments it always has: an id, or an id with its first element
 */
record Loop(String name, String begins, Set<String> ends, List<String> needs) {

    /** TR3 005010X222A1. */
    static final List<Loop> PROFESSIONAL_CLAIM = List.of(
            new Loop("set", "ST", Set.of(), List.of("BHT", "NM1*41", "NM1*40", "CLM")),
            new Loop("2000A", "HL***20", Set.of("HL"), List.of("NM1*85", "N3", "N4", "REF")),
            new Loop("2000B", "HL***22", Set.of("HL", "CLM"), List.of("SBR", "NM1*IL", "NM1*PR")),
            new Loop("2000C", "HL***23", Set.of("HL", "CLM"), List.of("PAT", "NM1*QC")),
            new Loop("2300", "CLM", Set.of("HL", "CLM"), List.of("HI", "LX")),
            new Loop("2400", "LX", Set.of("HL", "CLM", "LX"), List.of("SV1", "DTP*472")));

    /** TR3 005010X221A1. */
    static final List<Loop> REMITTANCE = List.of(
            new Loop("set", "ST", Set.of(), List.of("BPR", "TRN", "N1*PR", "N1*PE")),
            new Loop("2100", "CLP", Set.of("CLP", "LX", "PLB"), List.of("NM1*QC")));

    /** TR3 005010X231A1. */
    static final List<Loop> ACKNOWLEDGMENT = List.of(
            new Loop("set", "ST", Set.of(), List.of("AK1", "AK9")),
            new Loop("2000", "AK2", Set.of("AK2", "AK9"), List.of("IK5")));

    /** TR3 005010X214. */
    static final List<Loop> CLAIM_ACKNOWLEDGMENT = List.of(
            new Loop("set", "ST", Set.of(), List.of("BHT", "HL", "NM1*41", "STC")),
            new Loop("2000D", "HL***PT", Set.of("HL"), List.of("NM1*QC", "TRN*2", "STC")));

    /** TR3 005010X212. */
    static final List<Loop> CLAIM_STATUS =
            List.of(new Loop("set", "ST", Set.of(), List.of("BHT", "HL", "NM1*PR", "NM1*41")));

    /** TR3 005010X212. */
    static final List<Loop> STATUS_INQUIRY =
            List.of(new Loop("set", "ST", Set.of(), List.of("BHT", "HL", "NM1*PR", "NM1*41", "NM1*IL", "TRN*1")));

    /** TR3 005010X279A1. */
    static final List<Loop> ELIGIBILITY_INQUIRY =
            List.of(new Loop("set", "ST", Set.of(), List.of("BHT", "HL", "NM1*IL", "EQ")));

    /** TR3 005010X279A1. */
    static final List<Loop> ELIGIBILITY_ANSWER = List.of(new Loop("set", "ST", Set.of(), List.of("BHT", "HL", "NM1")));

    /** TR3 005010X217, request and answer. */
    static final List<Loop> REVIEW = List.of(new Loop("set", "ST", Set.of(), List.of("BHT", "HL", "NM1")));

    boolean beginsWith(Segment segment) {
        return matches(begins, segment);
    }

    boolean endsWith(Segment segment) {
        return ends.contains(segment.id());
    }

    static boolean matches(String pattern, Segment segment) {
        if (!pattern.startsWith(segment.id())) {
            return false;
        }
        var parts = Segment.split(pattern, '*');
        if (!segment.is(parts.getFirst())) {
            return false;
        }
        for (int number = 1; number < parts.size(); number++) {
            var wanted = parts.get(number);
            if (!wanted.isEmpty() && !segment.element(number).equals(wanted)) {
                return false;
            }
        }
        return true;
    }
}
