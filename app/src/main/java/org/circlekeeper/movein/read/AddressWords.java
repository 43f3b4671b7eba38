package org.circlekeeper.movein.read;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.circlekeeper.terms.PostalAddress;
import org.jspecify.annotations.Nullable;

/** Reads a client's address. A spreadsheet takes the zeros away with which a ZIP begins in ten states. */
final class AddressWords {

    /** USPS Publication 28, appendix B, by the names that people write out. */
    private static final Map<String, String> STATES = new HashMap<>();

    static {
        for (var one : ("Alabama AL, Alaska AK, Arizona AZ, Arkansas AR, California CA, Colorado CO, Connecticut CT, "
                        + "Delaware DE, District of Columbia DC, Florida FL, Georgia GA, Guam GU, Hawaii HI, Idaho ID, "
                        + "Illinois IL, Indiana IN, Iowa IA, Kansas KS, Kentucky KY, Louisiana LA, Maine ME, Maryland "
                        + "MD, Massachusetts MA, Michigan MI, Minnesota MN, Mississippi MS, Missouri MO, Montana MT, "
                        + "Nebraska NE, Nevada NV, New Hampshire NH, New Jersey NJ, New Mexico NM, New York NY, North "
                        + "Carolina NC, North Dakota ND, Ohio OH, Oklahoma OK, Oregon OR, Pennsylvania PA, Puerto Rico "
                        + "PR, Rhode Island RI, South Carolina SC, South Dakota SD, Tennessee TN, Texas TX, Utah UT, "
                        + "Vermont VT, Virginia VA, Virgin Islands VI, Washington WA, West Virginia WV, Wisconsin WI, "
                        + "Wyoming WY")
                .split(", ")) {
            int space = one.lastIndexOf(' ');
            STATES.put(one.substring(0, space).toLowerCase(Locale.ROOT), one.substring(space + 1));
        }
    }

    /** Where ZIP codes begin with 0, and where with 00. */
    private static final Set<String> ONE_ZERO = Set.of("CT", "MA", "ME", "NH", "NJ", "RI", "VT");

    private static final Set<String> TWO_ZEROS = Set.of("PR", "VI");

    private AddressWords() {}

    static @Nullable PostalAddress read(Cells cells) {
        var line = Names.inOneLine(cells.text(Column.ADDRESS));
        var line2 = Names.inOneLine(cells.text(Column.ADDRESS_2));
        var city = Names.inOneLine(cells.text(Column.CITY));
        var state = state(cells.text(Column.STATE));
        var zip = zip(cells.text(Column.ZIP), state);
        if (line.isEmpty() && city.isEmpty() && zip.isEmpty()) {
            return null;
        }
        try {
            return new PostalAddress(line, line2, city, state, zip);
        } catch (IllegalArgumentException incomplete) {
            cells.notice(cells.id() + "'s address is not complete (street, city, two-letter state, ZIP of five or nine "
                    + "digits) and is left out: claims for them are held until it is.");
            return null;
        }
    }

    private static String state(String text) {
        var written = text.toLowerCase(Locale.ROOT).replace(".", "").replaceAll("\\s+", " ");
        return STATES.getOrDefault(written, text.toUpperCase(Locale.ROOT).replace(".", ""));
    }

    private static String zip(String text, String state) {
        var digits = text.replaceFirst("\\.0$", "").replaceAll("[-\\s]", "");
        if (ONE_ZERO.contains(state) && digits.matches("[1-9]\\d{3}(\\d{4})?")) {
            return "0" + digits;
        }
        return TWO_ZEROS.contains(state) && digits.matches("[6-9]\\d{2}(\\d{4})?") ? "00" + digits : digits;
    }
}
