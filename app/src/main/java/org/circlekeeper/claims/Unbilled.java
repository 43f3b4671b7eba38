package org.circlekeeper.claims;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.scheduling.Appointment;
import org.circlekeeper.scheduling.AppointmentId;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Every past attendance without a claim that lives, each once, under the first reason.
 *
 * @param alone single appointments that took place and have a code: this program bills group sessions and not them, and
 *     counts them apart
 */
public record Unbilled(List<Row> rows, List<Alone> alone) {

    public Unbilled {
        rows = List.copyOf(rows);
        alone = List.copyOf(alone);
    }

    /** One seat that was not billed. {@code claim} is the held claim, if there is one. */
    public record Row(
            PatientId patient,
            PersonName patientName,
            SessionId session,
            String group,
            LocalDate serviceDate,
            String reason,
            String sentence,
            @Nullable ClaimId claim) {}

    /** A single appointment that took place. {@code patientName} is null for whoever is no patient yet. */
    public record Alone(
            AppointmentId appointment,
            @Nullable PatientId patient,
            @Nullable PersonName patientName,
            Appointment.Kind kind,
            String code,
            LocalDate serviceDate) {

        public String who() {
            return patientName == null ? "Somebody who is no member yet" : patientName.toString();
        }
    }

    public int total() {
        return rows.size();
    }

    /** How many by reason: {@code absent}, {@code note-unsigned}, … */
    public Map<String, Long> byReason() {
        return rows.stream().collect(groupingBy(Row::reason, TreeMap::new, counting()));
    }
}
