package org.circlekeeper.movein.read;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** A Part 2 consent as a row has it: asked for, and given on a day or not. */
    record Part2(boolean applies, boolean given, @Nullable LocalDate on) {}

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
     * Somebody's booking for a time.
     *
     * @param named what the row calls the client beside the id; empty when it gives no name
     */
    record Appointment(
            Place place,
            String id,
            LocalDate date,
            LocalTime start,
            int minutes,
            String client,
            String named,
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
            String client,
            Map<String, String> says)
            implements Row {}

    /**
     * What somebody recorded of somebody's coming. Without a recorder the presence is unmarked.
     *
     * @param named what the row calls the client beside the id; empty when it gives no name
     */
    record Attendance(
            Place place,
            String id,
            LocalDate date,
            LocalTime start,
            String clinician,
            String client,
            String named,
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
