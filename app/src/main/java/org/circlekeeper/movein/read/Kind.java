package org.circlekeeper.movein.read;

import static org.circlekeeper.movein.read.Column.*;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that an import reads, each with the columns it needs and those it can use. */
public enum Kind {
    STAFF(
            List.of(List.of(FIRST_NAME, FULL_NAME, CLINICIAN), List.of(LAST_NAME, FULL_NAME, CLINICIAN), List.of(NPI)),
            List.of(FIRST_NAME, MIDDLE_NAME, LAST_NAME, FULL_NAME, CLINICIAN, CREDENTIAL, NPI, TAXONOMY, LICENSE)),
    CLIENTS(
            List.of(List.of(FIRST_NAME, FULL_NAME), List.of(LAST_NAME, FULL_NAME), List.of(BIRTH_DATE)),
            List.of(
                    CLIENT_ID,
                    FIRST_NAME,
                    MIDDLE_NAME,
                    LAST_NAME,
                    FULL_NAME,
                    BIRTH_DATE,
                    SEX,
                    EMAIL,
                    PHONE,
                    ADDRESS,
                    ADDRESS_2,
                    CITY,
                    STATE,
                    ZIP,
                    ACTIVE,
                    PAYER_NAME,
                    PAYER_ID,
                    MEMBER_ID,
                    GROUP_NUMBER,
                    RELATIONSHIP,
                    SUBSCRIBER_FIRST,
                    SUBSCRIBER_LAST,
                    SUBSCRIBER_NAME,
                    DIAGNOSIS,
                    DATE_ADDED,
                    PART2,
                    PART2_CONSENT,
                    RESTRICTED)),
    APPOINTMENTS(
            List.of(
                    List.of(DATE, START),
                    List.of(START),
                    List.of(END, MINUTES),
                    List.of(CLIENT_ID, FULL_NAME),
                    List.of(CLINICIAN),
                    List.of(CODE)),
            List.of(
                    DATE,
                    START,
                    END,
                    MINUTES,
                    CLIENT_ID,
                    FULL_NAME,
                    CLINICIAN,
                    CODE,
                    PLACE,
                    TELEHEALTH,
                    RESTRICTED,
                    PART2,
                    PART2_CONSENT)),
    ATTENDANCE(
            List.of(List.of(DATE, START), List.of(START), List.of(CLIENT_ID, FULL_NAME), List.of(PRESENCE)),
            List.of(
                    DATE,
                    START,
                    CLINICIAN,
                    CLIENT_ID,
                    FULL_NAME,
                    PRESENCE,
                    ARRIVED,
                    LEFT,
                    MINUTES,
                    RECORDED_BY,
                    RECORDED_AT,
                    NOTE_SIGNED_BY,
                    NOTE_SIGNED_AT,
                    RESTRICTED,
                    PART2,
                    PART2_CONSENT));

    private final List<List<Column>> needed;
    private final List<Column> columns;

    Kind(List<List<Column>> needed, List<Column> columns) {
        this.needed = needed;
        this.columns = columns;
    }

    /** As the folder calls it: {@code clients.csv}. */
    public String file() {
        return name().toLowerCase(Locale.ROOT) + ".csv";
    }

    /** What it cannot do without; of each inner list one is enough. */
    public List<List<Column>> needed() {
        return needed;
    }

    public List<Column> columns() {
        return columns;
    }

    /** Knows a file by its name, as other systems call their exports too. */
    public static Optional<Kind> of(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        return name.matches("[^.~].*\\.(csv|tsv|txt)") ? called(name) : Optional.empty();
    }

    /** Whether a file has this kind's very name. */
    boolean isName(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).matches(name().toLowerCase(Locale.ROOT) + "\\.(csv|tsv|txt)");
    }

    /** Whether somebody left the workbook in the folder instead of the text that is read. */
    static Optional<Kind> ofWorkbook(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        return name.matches("[^.~].*\\.(xlsx|xls|ods|numbers)") ? called(name) : Optional.empty();
    }

    private static Optional<Kind> called(String name) {
        if (name.contains("attendance")) {
            return Optional.of(ATTENDANCE);
        }
        if (name.contains("appointment") || name.contains("session")) {
            return Optional.of(APPOINTMENTS);
        }
        if (name.contains("staff")
                || name.contains("clinician")
                || name.contains("provider")
                || name.contains("therapist")
                || name.contains("practitioner")) {
            return Optional.of(STAFF);
        }
        return name.contains("client") || name.contains("patient") || name.contains("member")
                ? Optional.of(CLIENTS)
                : Optional.empty();
    }
}
