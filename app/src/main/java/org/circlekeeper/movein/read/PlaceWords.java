package org.circlekeeper.movein.read;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where somebody was during a session, as a CMS place-of-service code: 11 is an office, 10 telehealth in the patient's
 * home, 02 telehealth elsewhere. By telephone is telehealth too, and billed as such: nobody was seen.
 */
final class PlaceWords {

    private static final Pattern FAR = Pattern.compile(
            "(?i).*(tele|video|virtual|online|on-line|remote|zoom|doxy|webex|google meet|microsoft teams).*");
    private static final Pattern HEARD = Pattern.compile("(?i)(?!.*video).*\\b((tele)?phone|audio)\\b.*");
    private static final Pattern NEAR = Pattern.compile("(?i).*(office|in.?person|on.?site|clinic|suite|room).*");

    private static final Pattern CODE = Pattern.compile("(?i)(?:POS ?)?(\\d{1,2})(?: ?[-:(].*)?");
    private static final List<String> HEADERS = List.of("Place of Service", "POS", "Place of Service Code", "POS Code");
    private static final Set<String> FAR_CODES = Set.of("02", "10");

    private PlaceWords() {}

    /** A code, and whether the others heard the member without seeing them. */
    record Where(String code, boolean heardOnly) {}

    static Where read(Cells cells) {
        boolean heard = isHeard(cells.text(Column.PLACE)) || isHeard(cells.raw(Column.TELEHEALTH));
        return new Where(code(cells, heard), heard);
    }

    private static String code(Cells cells, boolean heard) {
        var text = cells.text(Column.PLACE);
        var code = code(text, cells);
        if (!code.isEmpty()) {
            return code;
        }
        if (heard) {
            cells.says(Column.TELEHEALTH, "yes");
            return "10";
        }
        if (FAR.matcher(text).matches() || isFar(cells)) {
            return "10";
        }
        if (!text.isEmpty() && !NEAR.matcher(text).matches()) {
            cells.notice("The place \"" + text + "\" is not a place-of-service code: taken as the office (11).");
        }
        return "11";
    }

    /**
     * A place-of-service code, under a header that says so also with its zero eaten. Elsewhere one digit is the number
     * of an office, and so is a telehealth code beside the words for an office.
     */
    private static String code(String text, Cells cells) {
        var found = CODE.matcher(text);
        if (!found.matches()) {
            return "";
        }
        var code = found.group(1);
        boolean isPlaceOfService = text.regionMatches(true, 0, "POS", 0, 3)
                || HEADERS.stream().anyMatch(header -> cells.isHeaded(Column.PLACE, header));
        if (code.length() == 1) {
            return isPlaceOfService ? "0" + code : "";
        }
        boolean office = FAR_CODES.contains(code)
                && NEAR.matcher(text).matches()
                && !FAR.matcher(text).matches();
        return office ? "" : code;
    }

    private static boolean isHeard(String text) {
        return HEARD.matcher(text).matches();
    }

    /** A column for telehealth says yes or no, or which way it was. */
    private static boolean isFar(Cells cells) {
        var text = cells.raw(Column.TELEHEALTH);
        if (FAR.matcher(text).matches() || NEAR.matcher(text).matches()) {
            boolean far = FAR.matcher(text).matches();
            cells.says(Column.TELEHEALTH, far ? "yes" : "no");
            return far;
        }
        return cells.yes(Column.TELEHEALTH);
    }
}
