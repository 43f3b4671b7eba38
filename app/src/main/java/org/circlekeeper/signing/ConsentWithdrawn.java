package org.circlekeeper.signing;

import org.circlekeeper.patients.PatientId;

/** A paper holds no more: whatever relied on it and has not left is to stay (I9). */
public record ConsentWithdrawn(SignatureId signature, PatientId patient) {}
