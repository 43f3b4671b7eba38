package org.circlekeeper.signing;

import org.circlekeeper.patients.PatientId;

/** A paper has been signed by everybody who has to: it holds from now on. */
public record ConsentSigned(SignatureId signature, PatientId patient) {}
