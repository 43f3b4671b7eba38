package org.circlekeeper.movein.read;

import java.util.Optional;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;

/** Reads a row of staff.csv. */
final class StaffReader {

    private StaffReader() {}

    static Optional<Row.Staff> read(Cells cells) {
        var name = Names.read(cells);
        name.ifPresent(known -> cells.called(known.toString()));
        var npi = cells.text(Column.NPI).replace(" ", "");
        if (!Npi.isValid(npi)) {
            cells.problem(
                    " has no valid NPI (" + (npi.isEmpty() ? "none is given" : npi + " fails its check digit or length")
                            + ")",
                    "Compare the ten digits with the NPI registry.");
        }
        var credential = cells.text(Column.CREDENTIAL);
        var taxonomy = cells.text(Column.TAXONOMY);
        var license = cells.text(Column.LICENSE);
        if (!taxonomy.isEmpty() && !taxonomy.matches("[0-9A-Z]{9}X")) {
            cells.problem(" has no possible taxonomy code", "It has ten characters, like 1041C0700X.");
        } else if (taxonomy.isEmpty()) {
            cells.notice(cells.id() + " has no taxonomy code; claims for their groups are held until there is one.");
        }
        return cells.isFine()
                ? Optional.of(new Row.Staff(
                        cells.place(),
                        cells.id(),
                        name.orElseThrow(),
                        credential,
                        new Npi(npi),
                        taxonomy,
                        license,
                        cells.says()))
                : Optional.empty();
    }

    /** Names of people, in one column or in two. */
    static final class Names {

        private Names() {}

        static Optional<PersonName> read(Cells cells) {
            if (!cells.has(Column.FIRST_NAME) || !cells.has(Column.LAST_NAME)) {
                return whole(cells);
            }
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
            return Optional.of(new PersonName(first, middle, last));
        }

        static String inOneLine(String name) {
            return name.replaceAll("\\s+", " ");
        }

        /** {@code Whitfield, Dana} or {@code Dana Whitfield}. */
        private static Optional<PersonName> whole(Cells cells) {
            var column = cells.has(Column.FULL_NAME) ? Column.FULL_NAME : Column.CLINICIAN;
            var text = inOneLine(cells.text(column, "name"));
            int comma = text.indexOf(',');
            int space = text.lastIndexOf(' ');
            if (comma > 0 && comma + 1 < text.length()) {
                return Optional.of(new PersonName(text.substring(comma + 1), text.substring(0, comma)));
            }
            if (space < 1) {
                cells.problem(" has no first name and last name", "Write both.");
                return Optional.empty();
            }
            return Optional.of(new PersonName(text.substring(0, space), text.substring(space + 1)));
        }
    }
}
