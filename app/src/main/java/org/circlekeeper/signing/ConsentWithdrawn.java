package org.circlekeeper.signing;

import org.circlekeeper.audit.Actor;
import org.circlekeeper.patients.PatientId;

/**
 * A paper holds no more: whatever relied on it and has not left is to stay (I9). Whoever listens does so within the
 * transaction in which it was taken back.
 *
 * @param by who took it back, or wrote down that somebody did
 */
public record ConsentWithdrawn(SignatureId signature, PatientId patient, Actor by) {}
