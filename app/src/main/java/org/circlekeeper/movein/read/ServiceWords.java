package org.circlekeeper.movein.read;

import java.util.Locale;
import java.util.regex.Pattern;
import org.circlekeeper.terms.ProcedureCode;

/**
 * What was booked, as an export writes it beside or instead of a procedure code. Words alone never make a group
 * session: the code decides what is billed. They only tell what certainly is none.
 */
final class ServiceWords {

    private static final String GROUP = ProcedureCode.GROUP_PSYCHOTHERAPY.value();

    /** A code of five, alone or with a modifier that is written right behind it. */
    private static final Pattern CODE = Pattern.compile(
            "(?<![0-9A-Z])(\\d{4}[0-9A-Z]|[A-Z]\\d{4})(?:(?<=90853)(?:[A-Z][0-9A-Z]|9[35]))?(?![0-9A-Z])");

    private static final Pattern OF_A_GROUP = Pattern.compile("(?i).*\\b(groups?|grp)\\b.*");
    private static final Pattern OTHER = Pattern.compile("(?i).*\\b(individual|one.on.one|1:1|intake|eval|evaluation"
            + "|assessment|diagnostic|consult|consultation|family|couples?|marital|marriage|crisis|testing"
            + "|medication|supervision|admin|administrative|(staff|team) meeting|lunch|out of office|vacation"
            + "|paperwork|documentation|case management|no.?show|late fee|cancel|cancell?ed|cancellation|emdr)\\b.*");

    private ServiceWords() {}

    /** {@code 90853}, {@code 90853 - Group psychotherapy}, {@code CPT 90853-95}; a group's own code counts first. */
    static String code(String text) {
        var found = CODE.matcher(text.toUpperCase(Locale.ROOT));
        var first = "";
        while (found.find()) {
            if (found.group(1).equals(GROUP)) {
                return GROUP;
            }
            first = first.isEmpty() ? found.group(1) : first;
        }
        return first;
    }

    /** Whether a cell says that no group was booked. Without a code that is sure of some services alone. */
    static boolean isOther(String text) {
        var code = code(text);
        return code.isEmpty()
                ? OTHER.matcher(text).matches() && !OF_A_GROUP.matcher(text).matches()
                : !code.equals(GROUP);
    }

    /** Whether any cell of the column holds a code. */
    static boolean haveCodes(Table table, int place) {
        return table.lines().stream()
                .map(Table.Line::cells)
                .anyMatch(
                        cells -> place < cells.size() && !code(cells.get(place)).isEmpty());
    }

    /** Whether nobody can tell of this column what a group session is: no cell has a code, and one needs it. */
    static boolean needCodes(Table table, int place) {
        return !table.lines().isEmpty()
                && !haveCodes(table, place)
                && table.lines().stream()
                        .map(Table.Line::cells)
                        .anyMatch(cells -> place >= cells.size() || !isOther(cells.get(place)));
    }
}
