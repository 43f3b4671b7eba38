package org.circlekeeper.terms;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A US postal address: one or two lines, city, two-letter state, ZIP of five or nine digits without a hyphen. */
public record PostalAddress(String line, String line2, String city, String state, String zip) {

    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");
    /** USPS Publication 28, appendix B: states, territories and the military. */
    private static final Set<String> STATES = Set.of(
            "AA", "AE", "AK", "AL", "AP", "AR", "AS", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "FM", "GA", "GU", "HI",
            "IA", "ID", "IL", "IN", "KS", "KY", "LA", "MA", "MD", "ME", "MH", "MI", "MN", "MO", "MP", "MS", "MT", "NC",
            "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH", "OK", "OR", "PA", "PR", "PW", "RI", "SC", "SD", "TN", "TX",
            "UT", "VA", "VI", "VT", "WA", "WI", "WV", "WY");

    private static final Pattern ZIP = Pattern.compile("\\d{5}(\\d{4})?");

    /** Post-office boxes, drawers and lock boxes, however they are written. */
    private static final Pattern BOX = Pattern.compile("""
            \\bP\\.?\\s*O\\.?\\s*(BOX|DRAWER)(?![A-Z])
            |\\bP\\.?\\s*O\\.?\\s*B\\.?\\s*\\d
            |\\bPOST\\s+OFFICE\\s+BOX\\b
            |\\bLOCK\\s*BOX\\b
            |^\\s*BOX\\s+\\d
            """, Pattern.COMMENTS);

    public PostalAddress {
        zip = zip.replace("-", "").strip();
        state = state.strip().toUpperCase(Locale.ROOT);
        line = line.strip();
        line2 = line2.strip();
        city = city.strip();
        if (line.isEmpty() || city.isEmpty()) {
            throw new IllegalArgumentException("An address has a street line and a city");
        }
        if (!STATE.matcher(state).matches()) {
            throw new IllegalArgumentException("Not a two-letter state: " + state);
        }
        if (!ZIP.matcher(zip).matches()) {
            throw new IllegalArgumentException("Not a ZIP code of five or nine digits: " + zip);
        }
    }

    public PostalAddress(String line, String city, String state, String zip) {
        this(line, "", city, state, zip);
    }

    /** True for a post-office box, which 005010X222A1 2010AA N3 refuses for the billing provider. */
    public boolean isPostOfficeBox() {
        var lines = (line + " " + line2).toUpperCase(Locale.ROOT);
        boolean worthALook = lines.indexOf('B') >= 0 || lines.contains("DRAWER");
        return worthALook && BOX.matcher(lines).find();
    }

    /** The letters of every state, territory and military post that the post office knows, in their order. */
    public static SortedSet<String> states() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(STATES));
    }

    /** True when the post office knows the state: N402 is looked up. */
    public boolean isInTheStates() {
        return STATES.contains(state);
    }

    /** As it stands on a letter: nine digits with a hyphen behind the fifth. */
    public String zipOnPaper() {
        return hasNineDigitZip() ? zip.substring(0, 5) + "-" + zip.substring(5) : zip;
    }

    /** True when the ZIP has its four last digits, as 2010AA N403 and 2310C N403 want. */
    public boolean hasNineDigitZip() {
        return zip.length() == 9;
    }
}
