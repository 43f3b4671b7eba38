package org.circlekeeper.movein.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.PostalAddress;
import org.jspecify.annotations.Nullable;

/** Reads a row of clients.csv. */
final class ClientReader {

    private static final int OLDEST = 120;
    private static final int MOST_DIAGNOSES = 12;
    private static final Map<String, String> RELATIONSHIPS = Map.ofEntries(
            Map.entry("", "18"),
            Map.entry("self", "18"),
            Map.entry("18", "18"),
            Map.entry("subscriber", "18"),
            Map.entry("spouse", "01"),
            Map.entry("01", "01"),
            Map.entry("child", "19"),
            Map.entry("19", "19"));

    private final LocalDate today;

    ClientReader(LocalDate today) {
        this.today = today;
    }

    Optional<Row.Client> read(Cells cells) {
        cells.called(cells.raw(Column.CLIENT_ID));
        cells.text(Column.CLIENT_ID);
        var name = StaffReader.Names.read(cells);
        if (!cells.has(Column.CLIENT_ID) || cells.raw(Column.CLIENT_ID).isEmpty()) {
            name.ifPresent(known -> cells.called(known.toString()));
        }
        var born = cells.date(Column.BIRTH_DATE);
        born.ifPresent(day -> examine(day, cells));
        var sex = sex(cells.text(Column.SEX));
        var email = cells.text(Column.EMAIL);
        var phone = phone(cells);
        var address = address(cells);
        boolean active = !cells.text(Column.ACTIVE).matches("(?i)(inactive|discharged|archived|closed|terminated).*");
        var insurance = insurance(cells);
        var diagnoses = diagnoses(cells);
        var added = cells.dateIfAny(Column.DATE_ADDED);
        var part2 = cells.part2();
        boolean restricted = cells.yes(Column.RESTRICTED);
        return cells.isFine()
                ? Optional.of(new Row.Client(
                        cells.place(),
                        cells.id(),
                        name.orElseThrow(),
                        born.orElseThrow(),
                        sex,
                        email,
                        phone,
                        address,
                        active,
                        insurance,
                        diagnoses,
                        added,
                        part2,
                        restricted,
                        cells.says()))
                : Optional.empty();
    }

    private void examine(LocalDate born, Cells cells) {
        if (born.isAfter(today)) {
            cells.problem(" has no possible birth date: it lies in the future", "Correct the year.");
        } else if (born.isBefore(today.minusYears(OLDEST))) {
            cells.problem(" has no possible birth date: it lies more than 120 years back", "Correct the year.");
        }
    }

    private static String sex(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "F", "FEMALE", "WOMAN" -> "F";
            case "M", "MALE", "MAN" -> "M";
            default -> "U";
        };
    }

    private static @Nullable Phone phone(Cells cells) {
        var text = cells.says(Column.PHONE, cells.raw(Column.PHONE));
        try {
            return text.isEmpty() ? null : Phone.read(text);
        } catch (IllegalArgumentException notOne) {
            cells.notice(cells.id() + "'s phone is not a US number of ten digits and is left out.");
            return null;
        }
    }

    private static @Nullable PostalAddress address(Cells cells) {
        var line = cells.text(Column.ADDRESS);
        var line2 = cells.text(Column.ADDRESS_2);
        var city = cells.text(Column.CITY);
        var state = cells.text(Column.STATE);
        var zip = cells.text(Column.ZIP);
        try {
            return line.isEmpty() && city.isEmpty() && zip.isEmpty()
                    ? null
                    : new PostalAddress(line, line2, city, state, zip);
        } catch (IllegalArgumentException incomplete) {
            cells.notice(cells.id() + "'s address is not complete (street, city, two-letter state, ZIP) and is left "
                    + "out.");
            return null;
        }
    }

    private static Row.@Nullable Insurance insurance(Cells cells) {
        var payerName = cells.text(Column.PAYER_NAME);
        var payerId = cells.text(Column.PAYER_ID);
        var member = cells.text(Column.MEMBER_ID);
        var group = cells.text(Column.GROUP_NUMBER);
        var relation = relationship(cells.text(Column.RELATIONSHIP));
        var first = cells.text(Column.SUBSCRIBER_FIRST);
        var last = cells.text(Column.SUBSCRIBER_LAST);
        if (payerId.isEmpty() && payerName.matches("(?i)|none|self.?pay|cash|private pay|n/a")) {
            return null;
        }
        if (member.isEmpty()) {
            cells.notice(cells.id() + " has no insurance id: taken as paying for themselves until one is typed in.");
            return null;
        }
        if (!relation.equals("18") && last.isEmpty()) {
            cells.problem(
                    "'s insurance is somebody else's and does not name them",
                    "Fill in the subscriber's first and last name.");
        }
        return new Row.Insurance(
                payerName,
                payerId,
                member,
                group,
                relation,
                relation.equals("18") || last.isEmpty() ? null : new PersonName(first, last));
    }

    private static String relationship(String text) {
        return RELATIONSHIPS.getOrDefault(text.toLowerCase(Locale.ROOT), "G8");
    }

    private static List<DiagnosisCode> diagnoses(Cells cells) {
        var codes = new ArrayList<DiagnosisCode>();
        for (var text : cells.text(Column.DIAGNOSIS).split("[,;|]")) {
            try {
                if (!text.isBlank() && codes.size() < MOST_DIAGNOSES) {
                    codes.add(DiagnosisCode.read(text.strip().split("\\s+")[0]));
                }
            } catch (IllegalArgumentException notOne) {
                cells.notice(cells.id() + "'s diagnosis \"" + text.strip() + "\" is not an ICD-10-CM code and is "
                        + "left out.");
            }
        }
        if (codes.isEmpty()) {
            cells.notice(cells.id() + " has no diagnosis: claims are held until one is on the chart.");
        }
        return codes;
    }
}
