package org.circlekeeper.portal;

import java.time.LocalDate;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;

/**
 * That a minor consented to their own care: a parent does not act for them from then on, unless they ask for it (45 CFR
 * 164.502(g)(3)(i)).
 *
 * @param from the day on which they consented
 * @param document what shows it, and where it is kept
 */
public record OwnCare(UUID id, PatientId member, LocalDate from, String document, String recordedBy) {}
