package org.circlekeeper.signing;

import java.time.LocalDate;
import org.circlekeeper.documents.DocumentId;
import org.circlekeeper.patients.PatientId;

/**
 * A sheet that was signed with ink, and is kept and shown as paper (I17).
 *
 * @param scan the sheet as it was scanned
 * @param signedOn the day that stands on it
 * @param signedBy whose signature it bears
 * @param witness who saw it signed
 */
public record OnPaper(
        PatientId patient, Template template, DocumentId scan, LocalDate signedOn, String signedBy, String witness) {}
