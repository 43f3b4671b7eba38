package org.circlekeeper.x12;

import java.util.List;

/**
 * What a 999 says about one of our sets (TR3 005010X231A1, 2000).
 *
 * @param set AK201: our ST01
 * @param controlNumber AK202: our ST02
 * @param answer IK501: A accepted, E accepted with errors, all others rejected
 * @param codes IK502 to IK506: why the set as a whole was not fine
 */
public record SetAnswer(
        String set, String controlNumber, String answer, List<String> codes, List<SegmentError> errors) {

    /** Accepted with errors is accepted: the claims go on. */
    public boolean isAccepted() {
        return answer.equals("A") || answer.equals("E");
    }

    /**
     * What a 999 says about one of our segments, or one element of it (TR3 005010X231A1, 2100 and 2110).
     *
     * @param segment IK301
     * @param position IK302: its number in our set, ST being the first
     * @param loop IK303
     * @param code IK304
     * @param element IK401: its number, with that of the component behind a hyphen; empty where the segment is meant
     * @param elementCode IK403
     * @param value IK404: what stood there
     * @param contexts CTX: such as CLM01 and the number of the claim
     */
    public record SegmentError(
            String segment,
            String position,
            String loop,
            String code,
            String element,
            String elementCode,
            String value,
            List<String> contexts) {}
}
