package org.circlekeeper.patients;

import java.time.LocalDate;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is treated. On screen: a member.
 *
 * @param externalId how the system before this one called the patient; null for one entered here
 * @param sex F, M or U, as X12's DMG03 carries it
 */
public record Patient(
        PatientId id,
        @Nullable String externalId,
        PersonName name,
        LocalDate birthDate,
        String sex,
        String email,
        @Nullable Phone phone,
        @Nullable PostalAddress address,
        boolean active) {}
