package org.circlekeeper.movein.read;

import java.util.Optional;
import org.circlekeeper.terms.PersonName;

/** Names of people, in one column or in two. */
final class Names {

    private Names() {}

    /** A clinician's name, and the credential that stands behind it; empty when none does. */
    record Named(PersonName name, String credential) {}

    static Optional<PersonName> ofClient(Cells cells) {
        return isInTwo(cells) ? two(cells).map(Two::name) : whole(cells, false).map(Named::name);
    }

    static Optional<Named> ofClinician(Cells cells) {
        if (!isInTwo(cells)) {
            return whole(cells, true);
        }
        return two(cells).map(two -> {
            var last = WholeName.lastWithoutCredentials(two.last(), cells.raw(Column.CREDENTIAL));
            var behind = two.last().substring(Math.min(last.length(), two.last().length()));
            return new Named(
                    new PersonName(WholeName.withoutTitle(two.first()), two.middle(), last),
                    behind.replaceFirst("^[\\s,]+", ""));
        });
    }

    private static boolean isInTwo(Cells cells) {
        return cells.has(Column.FIRST_NAME) && cells.has(Column.LAST_NAME);
    }

    private record Two(String first, String middle, String last) {

        PersonName name() {
            return new PersonName(first, middle, last);
        }
    }

    private static Optional<Two> two(Cells cells) {
        var first = inOneLine(cells.text(Column.FIRST_NAME, "name"));
        var last = inOneLine(cells.text(Column.LAST_NAME, "name"));
        var middle = inOneLine(cells.text(Column.MIDDLE_NAME, "name"));
        if (first.isEmpty()) {
            cells.problem(" has no first name", "Fill it in.");
        }
        if (last.isEmpty()) {
            cells.problem(" has no last name", "Fill it in.");
            return Optional.empty();
        }
        return Optional.of(new Two(first, middle, last));
    }

    static String inOneLine(String name) {
        return name.replaceAll("\\s+", " ");
    }

    private static Optional<Named> whole(Cells cells, boolean clinician) {
        var column = cells.has(Column.FULL_NAME) ? Column.FULL_NAME : Column.CLINICIAN;
        var text = inOneLine(cells.text(column, "name"));
        var name = clinician ? WholeName.ofClinician(text, cells.raw(Column.CREDENTIAL)) : WholeName.of(text);
        if (clinician && !Values.isFormula(text)) {
            cells.called(text);
        }
        if (!name.doubt().isEmpty()) {
            cells.problem(name.doubt(), "Write the last name, a comma, the first name, and credentials elsewhere.");
            return Optional.empty();
        }
        if (!name.isWhole()) {
            cells.problem(" has no first name and last name", "Write both.");
            return Optional.empty();
        }
        var last =
                clinician ? WholeName.lastWithoutCredentials(name.last(), cells.raw(Column.CREDENTIAL)) : name.last();
        return Optional.of(new Named(new PersonName(name.first(), last), name.credential()));
    }
}
