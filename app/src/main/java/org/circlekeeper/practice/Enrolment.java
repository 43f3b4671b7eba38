package org.circlekeeper.practice;

import java.util.UUID;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Npi;

/**
 * Whether a payer knows a practitioner under a billing NPI, from when to when, and who says so. It is an enrolment in
 * one program: a payer of a practice is of one program for good, as its filing code tells.
 */
public record Enrolment(
        PractitionerId practitioner, UUID payer, Npi billingNpi, boolean enrolled, DateRange days, String source) {}
