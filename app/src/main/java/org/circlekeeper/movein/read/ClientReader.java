package org.circlekeeper.movein.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.Phone;
import org.jspecify.annotations.Nullable;

/** Reads a row of clients.csv. */
final class ClientReader {

    private static final int OLDEST = 120;
    private static final int MOST_DIAGNOSES = 12;
    /** What people write where no insurance id is known: a payer would send such a claim back. */
    private static final Pattern NO_NUMBER = Pattern.compile("(?i)|none|no|unknown|pending|missing|tbd|not (given|known"
            + "|provided|on file|available)|(to be|will) .*|waiting.*|self.?pay|cash|see (card|file|chart)|[0x?.*# ]+");

    /** A code at the beginning, or between brackets behind its words. */
    private static final Pattern DIAGNOSIS = Pattern.compile(
            "(?i)^\\W*(CODE)(?![0-9A-Z.])|[(\\[](CODE)[)\\]]".replace("CODE", "[A-Z]\\d[0-9AB](?:\\.?[0-9A-Z]{1,4})?"));

    private static final String RELATED =
            "Write how the client is related to the subscriber: self, spouse, child, life partner or other.";

    private static final Pattern HAS_NUMBER = Pattern.compile("\\d");

    private final LocalDate today;

    ClientReader(LocalDate today) {
        this.today = today;
    }

    Optional<Row.Client> read(Cells cells) {
        cells.called(cells.raw(Column.CLIENT_ID));
        cells.text(Column.CLIENT_ID);
        var name = Names.ofClient(cells);
        if (!cells.has(Column.CLIENT_ID) || cells.raw(Column.CLIENT_ID).isEmpty()) {
            name.ifPresent(known -> cells.called(known.toString()));
        }
        var born = cells.date(Column.BIRTH_DATE);
        born.ifPresent(day -> examine(day, cells));
        var sex = sex(cells.text(Column.SEX));
        var email = cells.text(Column.EMAIL);
        var phone = phone(cells);
        var address = AddressWords.read(cells);
        boolean active = !cells.text(Column.ACTIVE).matches("(?i)(inactive|discharged|archived|closed|terminated).*");
        var insurance = insurance(cells, name.orElse(null));
        var diagnoses = diagnoses(cells);
        var added = cells.dateIfAny(Column.DATE_ADDED);
        var part2 = Part2Words.read(cells);
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

    private static Row.@Nullable Insurance insurance(Cells cells, @Nullable PersonName client) {
        var payerName = cells.text(Column.PAYER_NAME);
        var payerId = cells.text(Column.PAYER_ID);
        var member = cells.text(Column.MEMBER_ID);
        var group = cells.text(Column.GROUP_NUMBER);
        var relation = RelationshipWords.read(cells.text(Column.RELATIONSHIP));
        var subscriber = SubscriberWords.read(cells);
        if (payerId.isEmpty() && payerName.matches("(?i)|none|self.?pay|cash|private pay|n/a")) {
            return null;
        }
        if (NO_NUMBER.matcher(member).matches()) {
            if (cells.has(Column.MEMBER_ID)) {
                cells.notice(
                        cells.id() + " has no insurance id: taken as paying for themselves until one is typed in.");
            }
            return null;
        }
        if (relation.isEmpty()) {
            cells.problem("'s insurance has a relationship that is no word that is known", RELATED);
            return null;
        }
        boolean self = relation.get().equals(RelationshipWords.SELF);
        doubt(cells, client, subscriber, self);
        return new Row.Insurance(
                payerName,
                payerId,
                member,
                group,
                relation.get(),
                self || subscriber.last().isEmpty() ? null : subscriber.name());
    }

    /** A row that says self and names somebody else, or the other way round, is in doubt. */
    private static void doubt(Cells cells, @Nullable PersonName client, SubscriberWords subscriber, boolean self) {
        var said = cells.raw(Column.RELATIONSHIP);
        boolean another = client != null && subscriber.isSomebodyElse(client, !said.isEmpty());
        if (self && said.isEmpty() && another) {
            cells.problem(
                    "'s insurance names another subscriber and not how the two are related",
                    "Write self, spouse, child or other in a column Relationship.");
        } else if (self && another) {
            cells.problem(
                    "'s insurance is their own by its relationship and names another subscriber",
                    "Correct whichever is wrong.");
        } else if (!self && subscriber.last().isEmpty()) {
            cells.problem(
                    "'s insurance is somebody else's and does not name them",
                    "Fill in the subscriber's first and last name.");
        } else if (!self && client != null && !subscriber.isSomebodyElse(client, false)) {
            cells.problem(
                    "'s insurance is somebody else's by its relationship and names the client as the subscriber",
                    "Write self, or the name of the subscriber.");
        }
    }

    /** {@code F33.1}, {@code F33.1; F41.1}, {@code F33.1 - Depression, recurrent}, {@code Depression (F33.1)}. */
    private static List<DiagnosisCode> diagnoses(Cells cells) {
        var codes = new ArrayList<DiagnosisCode>();
        var others = new ArrayList<String>();
        for (var text : cells.text(Column.DIAGNOSIS).split("[,;|\\n]")) {
            var found = DIAGNOSIS.matcher(text.strip());
            if (!found.find()) {
                others.add(text.strip());
            } else if (codes.size() < MOST_DIAGNOSES) {
                codes.add(DiagnosisCode.read(found.group(1) == null ? found.group(2) : found.group(1)));
            }
        }
        boolean odd = others.stream()
                .anyMatch(text -> codes.isEmpty()
                        ? !text.isEmpty()
                        : HAS_NUMBER.matcher(text).find());
        if (odd) {
            cells.notice(cells.id() + " has a diagnosis in row " + cells.place().number()
                    + " that is not an ICD-10-CM code and is left out.");
        }
        if (codes.isEmpty() && cells.has(Column.DIAGNOSIS)) {
            cells.notice(cells.id() + " has no diagnosis: claims are held until one is on the chart.");
        }
        return codes;
    }
}
