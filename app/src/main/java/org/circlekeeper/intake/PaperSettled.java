package org.circlekeeper.intake;

import org.circlekeeper.audit.Actor;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.patients.PatientId;

/**
 * A paper has moved: it was filled in, signed, taken back or the like. Whoever listens does so within the transaction
 * in which it moved.
 *
 * @param by who moved it
 */
public record PaperSettled(PaperId paper, PatientId patient, FormId form, PaperStatus status, Actor by) {}
