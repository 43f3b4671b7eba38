package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Says what one segment of an 837P means. Remembers whose name came last, as an address follows its owner. */
final class SegmentInWords {

    private String lastNamed = "the party above";
    private List<String> diagnoses = List.of();

    String sentence(Segment segment) {
        return switch (segment.id()) {
            case "ISA", "GS", "ST", "SE", "GE", "IEA", "BHT" -> EnvelopeInWords.sentence(segment);
            case "HL" -> level(segment);
            case "NM1" -> name(segment);
            case "N3" -> "Street of " + lastNamed + ": " + joined(segment, 1, 2, ", ") + ".";
            case "N4" ->
                "City of " + lastNamed + ": " + joined(segment, 1, 2, ", ") + " " + zip(segment.element(3)) + ".";
            case "PER" ->
                "Questions about the file go to " + segment.element(2) + ", " + ValuesInWords.phone(segment.element(4))
                        + ".";
            case "PRV" -> specialty(segment);
            case "SBR" -> plan(segment);
            case "DMG" ->
                "Born " + ValuesInWords.day(segment.element(2)) + "; " + CodesInWords.sex(segment.element(3)) + ".";
            case "PAT" ->
                "The patient is the subscriber's dependent: " + CodesInWords.relationship(segment.element(1)) + ".";
            case "REF" -> reference(segment);
            case "CLM", "AMT", "HI", "LX", "SV1", "DTP" -> claim(segment);
            default -> "A " + segment.id() + " segment, which this program does not write.";
        };
    }

    private static String level(Segment hl) {
        return switch (hl.element(3)) {
            case "20" -> "Here begins the provider who bills.";
            case "22" ->
                hl.element(4).equals("1")
                        ? "Here begins a subscriber whose dependent is the patient."
                        : "Here begins a subscriber, who is the patient.";
            case "23" -> "Here begins the patient, a dependent of the subscriber above.";
            default -> "Here begins level " + hl.element(1) + ".";
        };
    }

    private String name(Segment nm1) {
        var role = role(nm1.element(1));
        lastNamed = role;
        if (nm1.element(3).isEmpty()) {
            return "Payment by mail goes to another address of the practice.";
        }
        var number = nm1.element(9).isEmpty() ? "" : ", " + numberKind(nm1.element(8)) + " " + nm1.element(9);
        return capital(role) + ": " + fullName(nm1) + number + ".";
    }

    private static String role(String entity) {
        return switch (entity) {
            case "41" -> "the submitter of the file";
            case "40" -> "the receiver of the file";
            case "85" -> "the provider who bills";
            case "87" -> "the pay-to address";
            case "IL" -> "the subscriber";
            case "PR" -> "the payer";
            case "QC" -> "the patient";
            case "82" -> "the clinician who led the session";
            case "77" -> "the place of service";
            default -> "the party of kind " + entity;
        };
    }

    private static String numberKind(String qualifier) {
        return switch (qualifier) {
            case "XX" -> "NPI";
            case "MI" -> "member id";
            case "PI" -> "payer id";
            case "46" -> "electronic id";
            default -> "number";
        };
    }

    private static String fullName(Segment nm1) {
        var parts = List.of(nm1.element(4), nm1.element(5), nm1.element(3), nm1.element(7));
        return String.join(" ", parts.stream().filter(part -> !part.isEmpty()).toList());
    }

    private static String specialty(Segment prv) {
        var whose = prv.element(1).equals("PE") ? "The clinician's" : "The billing provider's";
        return whose + " specialty, by taxonomy code: " + prv.element(3) + ".";
    }

    private static String plan(Segment sbr) {
        var who = sbr.element(2).equals("18") ? "The patient's own plan" : "The plan of somebody else than the patient";
        var group = sbr.element(3).isEmpty() ? "" : ", group number " + sbr.element(3);
        var turn = CodesInWords.turn(sbr.element(1));
        return who + ", " + turn + group + "; " + CodesInWords.filingCode(sbr.element(9)) + ".";
    }

    private static String reference(Segment ref) {
        return switch (ref.element(1)) {
            case "EI" -> "Its tax id (employer identification number): " + ref.element(2) + ".";
            case "G1" -> "Prior authorization number: " + ref.element(2) + ".";
            case "F8" -> "The payer's number of the earlier claim: " + ref.element(2) + ".";
            case "6R" -> "Our number of this service, which the payment will repeat: " + ref.element(2) + ".";
            default -> "Reference " + ref.element(1) + ": " + ref.element(2) + ".";
        };
    }

    private String claim(Segment segment) {
        return switch (segment.id()) {
            case "CLM" ->
                CodesInWords.frequency(segment.component(5, 3)) + ", number " + segment.element(1) + ", for "
                        + ValuesInWords.money(segment.element(2)) + ", " + CodesInWords.place(segment.component(5, 1))
                        + "; signature on file, benefits assigned to the provider.";
            case "AMT" -> "The patient has paid " + ValuesInWords.money(segment.element(2)) + ".";
            case "HI" -> diagnosed(segment);
            case "LX" -> "Service " + segment.element(1) + " of the claim.";
            case "SV1" -> service(segment);
            default -> "Date of service: " + ValuesInWords.day(segment.element(3)) + ".";
        };
    }

    private String diagnosed(Segment hi) {
        diagnoses = IntStream.rangeClosed(1, hi.elements().size())
                .mapToObj(number -> ValuesInWords.diagnosis(hi.component(number, 2)))
                .toList();
        return diagnoses.size() == 1
                ? "Diagnosis: " + diagnoses.getFirst() + "."
                : "Diagnoses, the main one first: " + String.join(", ", diagnoses) + ".";
    }

    /** The diagnosis that a pointer of a service means. */
    private String pointedTo(String pointer) {
        boolean known = pointer.matches("[1-9]\\d?") && Integer.parseInt(pointer) <= diagnoses.size();
        return known ? diagnoses.get(Integer.parseInt(pointer) - 1) : pointer;
    }

    private String service(Segment sv1) {
        var words = new ArrayList<String>();
        words.add(CodesInWords.procedure(sv1.component(1, 2)));
        for (int place = 3; !sv1.component(1, place).isEmpty(); place++) {
            words.add("modifier " + CodesInWords.modifier(sv1.component(1, place)));
        }
        words.add(sv1.element(4) + (sv1.element(4).equals("1") ? " unit" : " units"));
        words.add(ValuesInWords.money(sv1.element(2)));
        if (!sv1.element(5).isEmpty()) {
            words.add(CodesInWords.place(sv1.element(5)));
        }
        var pointers = sv1.components(7).stream().map(this::pointedTo).toList();
        words.add("for diagnosis " + String.join(" and ", pointers));
        return capital(String.join("; ", words)) + ".";
    }

    private static String joined(Segment segment, int first, int last, String separator) {
        return String.join(
                separator,
                IntStream.rangeClosed(first, last)
                        .mapToObj(segment::element)
                        .filter(element -> !element.isEmpty())
                        .toList());
    }

    private static String zip(String digits) {
        return digits.length() == 9 ? digits.substring(0, 5) + "-" + digits.substring(5) : digits;
    }

    private static String capital(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
