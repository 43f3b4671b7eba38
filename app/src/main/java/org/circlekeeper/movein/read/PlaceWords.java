package org.circlekeeper.movein.read;

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

    private PlaceWords() {}

    /** A code, and whether the others heard the member without seeing them. */
    record Where(String code, boolean heardOnly) {}

    static Where read(Cells cells) {
        boolean heard = isHeard(cells.text(Column.PLACE)) || isHeard(cells.raw(Column.TELEHEALTH));
        return new Where(code(cells, heard), heard);
    }

    private static String code(Cells cells, boolean heard) {
        var text = cells.text(Column.PLACE);
        var code = text.replaceFirst("(?i)^(?:POS ?)?(\\d{1,2})(?: ?[-:(].*)?$", "$1");
        if (code.matches("\\d{1,2}")) {
            return code.length() == 1 ? "0" + code : code;
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
