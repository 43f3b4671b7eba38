package org.circlekeeper.movein.read;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.PostalAddress;
import org.jspecify.annotations.Nullable;

/** A row that makes sense by itself. Whether it fits what is known already is decided later. */
public sealed interface Row {

    Place place();

    /** How the file calls the row, as in {@code C1004}. */
    String id();

    /** What the row says, by column: what a later import compares. */
    Map<String, String> says();

    /** Where a row stands, numbered as a spreadsheet numbers it. */
    record Place(Kind kind, String file, int number) {}

    default Kind kind() {
        return place().kind();
    }

    /** Somebody who leads groups. */
    record Staff(
            Place place,
            String id,
            PersonName name,
            String credential,
            Npi npi,
            String taxonomy,
            String license,
            Map<String, String> says)
            implements Row {}

    /** Insurance as the export has it; the payer is not looked up yet. */
    record Insurance(
            String payerName,
            String payerId,
            String memberId,
            String groupNumber,
            String relationship,
            @Nullable PersonName subscriber) {

        /** Which of these payers is meant: by payer id, or by name where the file gives no id. */
        public List<Payer> among(Collection<Payer> payers) {
            return payers.stream()
                    .filter(payer -> payerId.isEmpty()
                            ? plain(payer.name()).equals(plain(payerName))
                            : payer.payerId().equalsIgnoreCase(payerId))
                    .toList();
        }

        private static String plain(String name) {
            return name.toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}]+", " ")
                    .strip();
        }
    }

    /** What a row says of 42 CFR Part 2: whether its consent was given, and on which day where the row says it. */
    record Part2(Consent consent, @Nullable LocalDate on) {

        /** A consent as a row has it. */
        public enum Consent {
            NOT_ASKED,
            MISSING,
            REVOKED,
            GIVEN
        }

        public static final Part2 SILENT = new Part2(Consent.NOT_ASKED, null);
        private static final Pattern REVOKED = Pattern.compile("(?i)(revoked|withdrawn)\\b.*");
        private static final Pattern MISSING =
                Pattern.compile("(?i)(missing|required|needed|none|pending|outstanding|expired|unsigned|requested"
                        + "|declined|refused|not (yet )?(signed|given|received|on file))\\b.*");
        private static final Pattern SIGNED = Pattern.compile(
                "(?i)(?:consent )?(?:given|signed|on file|obtained|received|consented)(?: (?:on )?(.*\\d.*))?");
        private static final Pattern NOT_APPLICABLE =
                Pattern.compile("(?i)not (required|needed|applicable)|does not apply");

        /** A day, or a word for what is there or is not; empty for any other word. */
        public static Optional<Part2> read(String text) {
            var signed = SIGNED.matcher(text);
            var day = Values.date(signed.matches() && signed.group(1) != null ? signed.group(1) : text);
            if (Values.isBlank(text) || NOT_APPLICABLE.matcher(text).matches()) {
                return Optional.of(SILENT);
            } else if (day.isPresent() || signed.matches() && signed.group(1) == null) {
                return Optional.of(new Part2(Consent.GIVEN, day.orElse(null)));
            } else if (REVOKED.matcher(text).matches()) {
                return Optional.of(new Part2(Consent.REVOKED, null));
            }
            return MISSING.matcher(text).matches() ? Optional.of(new Part2(Consent.MISSING, null)) : Optional.empty();
        }

        /** Whether the groups of whom the row is about are under 42 CFR Part 2. */
        public boolean applies() {
            return consent != Consent.NOT_ASKED;
        }

        public boolean given() {
            return consent == Consent.GIVEN;
        }

        /** Whether the row says that there is no consent. */
        public boolean lacking() {
            return consent == Consent.MISSING || consent == Consent.REVOKED;
        }
    }

    /** Somebody who is treated. */
    record Client(
            Place place,
            String id,
            PersonName name,
            LocalDate birthDate,
            String sex,
            String email,
            @Nullable Phone phone,
            @Nullable PostalAddress address,
            boolean active,
            @Nullable Insurance insurance,
            List<DiagnosisCode> diagnoses,
            @Nullable LocalDate added,
            Part2 part2,
            boolean restricted,
            Map<String, String> says)
            implements Row {}

    /**
     * Whom a booking is about.
     *
     * @param id the client's id, or the name where the row gives no id
     * @param named what the row calls the client beside the id; empty when it gives no name
     * @param loose whether the id stands under a header that may mean the booking's own
     */
    record Whom(String id, String named, boolean loose) {}

    /** Somebody's booking for a time. */
    record Appointment(
            Place place,
            String id,
            LocalDate date,
            LocalTime start,
            int minutes,
            Whom whom,
            String clinician,
            String code,
            String placeOfService,
            boolean heardOnly,
            boolean restricted,
            Part2 part2,
            Map<String, String> says)
            implements Row {}

    /** A booking for a service that is no group session. It is not judged: whatever it says, it is left out. */
    record Other(
            Place place,
            String id,
            @Nullable LocalDate date,
            @Nullable LocalTime start,
            Whom whom,
            Map<String, String> says)
            implements Row {}

    /** What somebody recorded of somebody's coming. Without a recorder the presence is unmarked. */
    record Attendance(
            Place place,
            String id,
            LocalDate date,
            LocalTime start,
            String clinician,
            Whom whom,
            Presence presence,
            @Nullable LocalTime arrived,
            @Nullable LocalTime left,
            @Nullable Integer minutes,
            String recordedBy,
            @Nullable Instant recordedAt,
            String noteSignedBy,
            @Nullable Instant noteSignedAt,
            boolean restricted,
            Part2 part2,
            Map<String, String> says)
            implements Row {}
}
