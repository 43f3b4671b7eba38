package org.circlekeeper.movein.read;

import java.util.Optional;
import org.circlekeeper.terms.Npi;

/** Reads a row of staff.csv. Whoever has neither NPI nor license nor taxonomy works at the desk, and leads no group. */
final class StaffReader {

    private StaffReader() {}

    static Optional<Row.Staff> read(Cells cells) {
        var read = Names.ofClinician(cells);
        var name = read.map(Names.Named::name);
        name.ifPresent(known -> cells.called(known.toString()));
        var npi = cells.text(Column.NPI).replace(" ", "");
        if (npi.isEmpty() && name.isPresent() && isAtTheDesk(cells)) {
            cells.notice(cells.id() + " has no NPI and is not taken as a clinician.");
            return Optional.empty();
        }
        if (!Npi.isValid(npi)) {
            cells.problem(
                    " has no valid NPI (" + (npi.isEmpty() ? "none is given" : npi + " fails its check digit or length")
                            + ")",
                    "Compare the ten digits with the NPI registry.");
        }
        var own = cells.text(Column.CREDENTIAL);
        var credential = own.isEmpty() ? read.map(Names.Named::credential).orElse("") : own;
        var taxonomy = cells.text(Column.TAXONOMY);
        var license = cells.text(Column.LICENSE);
        if (!taxonomy.isEmpty() && !taxonomy.matches("[0-9A-Z]{9}X")) {
            cells.problem(" has no possible taxonomy code", "It has ten characters, like 1041C0700X.");
        } else if (taxonomy.isEmpty()) {
            cells.notice(cells.id() + " has no taxonomy code; claims for their groups are held until there is one.");
        }
        return cells.isFine() && name.isPresent()
                ? Optional.of(new Row.Staff(
                        cells.place(),
                        cells.id(),
                        name.get(),
                        credential,
                        new Npi(npi),
                        taxonomy,
                        license,
                        cells.says()))
                : Optional.empty();
    }

    private static boolean isAtTheDesk(Cells cells) {
        return cells.isFine()
                && !Credentials.are(cells.raw(Column.CREDENTIAL), "")
                && cells.raw(Column.LICENSE).isEmpty()
                && cells.raw(Column.TAXONOMY).isEmpty();
    }
}
