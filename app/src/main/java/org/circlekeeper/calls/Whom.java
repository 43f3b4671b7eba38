package org.circlekeeper.calls;

import java.util.UUID;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is called: a patient, or a person who only asked for a seat so far and is known by what they said.
 *
 * @param entry what the call is about on the waitlist; null when it is about no wish for a seat
 * @param part2 whether 42 CFR Part 2 applies to what is said
 */
public record Whom(
        @Nullable PatientId patient, @Nullable UUID entry, String name, String phone, String email, boolean part2) {

    public Whom {
        if (patient == null && entry == null) {
            throw new IllegalArgumentException("Nobody to call: neither a patient nor an entry");
        }
    }

    public static Whom of(Patient patient, boolean part2) {
        var phone = patient.phone();
        return new Whom(
                patient.id(),
                null,
                patient.name().toString(),
                phone == null ? "" : phone.toString(),
                patient.email(),
                part2);
    }

    /** The same, where 42 CFR Part 2 applies to what is said. */
    public Whom underPart2() {
        return new Whom(patient, entry, name, phone, email, true);
    }
}
