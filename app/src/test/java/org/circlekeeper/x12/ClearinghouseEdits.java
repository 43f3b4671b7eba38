package org.circlekeeper.x12;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.circlekeeper.terms.Npi;

/**
 * The edits of a clearinghouse that no open reader makes, looked for in the bare text of a file with the usual
 * delimiters, knowing nothing of how it was written.
 */
final class ClearinghouseEdits {

    private static final Pattern BOX = Pattern.compile(".*\\b(P\\.? ?O\\.? ?BOX|LOCK ?BOX|POST OFFICE BOX).*");

    private static final String PLACES =
            "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 "
                    + "27 31 32 33 34 41 42 49 50 51 52 53 54 55 56 57 58 60 61 62 65 66 71 72 81 99";

    private final List<String> bounced = new ArrayList<>();
    private final Set<String> claimNumbers = new HashSet<>();
    private final Set<String> lineNumbers = new HashSet<>();
    private final Map<String, Integer> references = new HashMap<>();
    private String loop = "";
    private String billingNpi = "";
    private String day = "";
    private String filingCode = "";
    private String place = "";
    private long charge;
    private long lines;
    private int diagnoses;

    private ClearinghouseEdits() {}

    static List<String> of(byte[] file) {
        var edits = new ClearinghouseEdits();
        var text = new String(file, US_ASCII);
        edits.expect(text.startsWith("ISA*") && text.charAt(105) == '~', "ISA has 106 characters");
        edits.expect(text.substring(106).matches("[A-Z0-9 !\"&'()*+,\\-./:;?=~\n]*"), "the basic character set");
        for (var segment : text.split("~\n?")) {
            edits.see(segment.split("\\*", -1), segment);
        }
        edits.claimEnds();
        return edits.bounced;
    }

    private void see(String[] s, String segment) {
        expect(segment.startsWith("ISA") || !segment.matches(".*[*: ]"), "ends in nothing: " + segment);
        switch (s[0]) {
            case "GS" -> day = s[4];
            case "SBR" -> plan(s);
            case "DTP" -> expect(!s[1].equals("472") || s[3].compareTo(day) <= 0, "a service of tomorrow");
            case "NM1" -> party(s);
            case "N3" -> expect(!loop.equals("85") || !BOX.matcher(segment).matches(), "a box as billing address");
            case "N4" -> expect(!loop.matches("85|77") || s[3].matches("\\d{9}"), "ZIP of nine digits: " + segment);
            case "CLM" -> claimBegins(s);
            case "HI" -> diagnoses(s);
            case "SV1" -> service(s);
            case "REF" -> reference(s);
            case "HL", "SE" -> claimEnds();
            default -> {}
        }
    }

    private void plan(String[] sbr) {
        filingCode = sbr[9];
        expect(sbr[2].equals("18") || !filingCode.matches("M[ABC]"), "a dependent of Medicare or Medicaid");
    }

    private void party(String[] nm1) {
        loop = nm1[1];
        expect(!loop.equals("IL") || !nm1[9].contains(" "), "a member id with a space");
        if (nm1.length > 9 && nm1[8].equals("XX")) {
            expect(Npi.isValid(nm1[9]), "NPI check digit " + nm1[9]);
            billingNpi = loop.equals("85") ? nm1[9] : billingNpi;
            expect(!loop.equals("82") || !nm1[9].equals(billingNpi), "rendering is billing");
        }
        expect(!loop.matches("85|IL|PR|41|40|82|QC") || !nm1[3].isBlank(), "a party without a name");
    }

    private void claimBegins(String[] clm) {
        claimEnds();
        loop = "CLM";
        references.clear();
        lineNumbers.clear();
        expect(claimNumbers.add(clm[1]), "CLM01 comes twice: " + clm[1]);
        expect(clm[1].matches("[A-Z0-9]{1,17}"), "CLM01: " + clm[1]);
        expect(clm[5].matches("\\d\\d:B:1"), "CLM05: " + clm[5]);
        place = clm[5].substring(0, 2);
        expect(PLACES.contains(place), "no place of service: " + place);
        charge = cents(clm[2]);
        expect(charge > 0, "a claim of nothing");
    }

    private void claimEnds() {
        expect(charge == lines, "CLM02 is not the sum of its lines");
        charge = 0;
        lines = 0;
    }

    private void diagnoses(String[] hi) {
        var codes = new HashSet<String>();
        diagnoses = hi.length - 1;
        for (int place = 1; place < hi.length; place++) {
            expect(hi[place].matches((place == 1 ? "ABK" : "ABF") + ":[A-Z][0-9][0-9A-Z]{1,5}"), "HI " + hi[place]);
            expect(codes.add(hi[place].substring(4)), "a diagnosis twice");
        }
        expect(diagnoses <= 12, "more than twelve diagnoses");
    }

    private void service(String[] sv1) {
        lines += cents(sv1[2]);
        expect(sv1[3].equals("UN") && sv1[4].equals("1"), "one unit of a session");
        var where = sv1[5].isEmpty() ? place : sv1[5];
        boolean told = sv1[1].matches(".*:(95|93|GT).*") || filingCode.matches("M[ABC]");
        expect(!where.matches("02|10") || told, "telehealth without its modifier");
        for (var pointer : sv1[7].split(":")) {
            expect(Integer.parseInt(pointer) <= diagnoses, "a pointer beyond the diagnoses");
        }
        expect(sv1[7].split(":").length <= 4, "more than four pointers");
    }

    private void reference(String[] ref) {
        boolean ofLine = ref[1].equals("6R");
        expect(!ofLine || (ref[2].length() <= 30 && lineNumbers.add(ref[2])), "REF*6R " + ref[2]);
        expect(ofLine || references.merge(loop + ref[1], 1, Integer::sum) == 1, "REF*" + ref[1] + " twice");
        expect(!ref[1].equals("EI") && !ref[1].equals("SY") || ref[2].matches("\\d{9}"), "tax id of nine digits");
    }

    /** Amounts have no needless zeros. */
    private long cents(String amount) {
        expect(amount.matches("(0|[1-9]\\d*)(\\.\\d?[1-9])?"), "amount " + amount);
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }

    private void expect(boolean right, String edit) {
        if (!right) {
            bounced.add(edit);
        }
    }
}
