package org.circlekeeper.x12;

/** Says what the segments around the claims mean. */
final class EnvelopeInWords {

    private EnvelopeInWords() {}

    static String sentence(Segment segment) {
        return switch (segment.id()) {
            case "ISA" -> interchange(segment);
            case "GS" ->
                "A group of professional claims from " + segment.element(2) + " to " + segment.element(3)
                        + ", group number " + segment.element(6) + ".";
            case "ST" ->
                "Set " + segment.element(2) + " of the file: professional claims by the guide " + segment.element(3)
                        + ".";
            case "BHT" ->
                "Batch " + segment.element(3) + ", made " + ValuesInWords.day(segment.element(4)) + " at "
                        + ValuesInWords.time(segment.element(5)) + "; its claims are to be paid.";
            case "SE" -> "The set ends: " + segment.element(1) + " segments.";
            case "GE" -> "The group ends: " + segment.element(1) + count(segment.element(1), " set.", " sets.");
            default -> "The interchange ends, number " + segment.element(2) + ".";
        };
    }

    private static String interchange(Segment isa) {
        var use = isa.element(15).equals("T") ? "A test file" : "A file for payment";
        return use + " from " + isa.element(6) + " to " + isa.element(8) + ", made "
                + ValuesInWords.day("20" + isa.element(9)) + " at " + ValuesInWords.time(isa.element(10))
                + ", interchange number " + isa.element(13) + ".";
    }

    private static String count(String number, String one, String several) {
        return number.equals("1") ? one : several;
    }
}
