package org.circlekeeper.signing;

import org.circlekeeper.patients.PatientId;

/**
 * One of two guardians says no.
 *
 * @param why in their words; it may be empty, for nobody has to say why
 */
public record Refusing(
        PatientId patient,
        Template template,
        Signer signer,
        Authentication authentication,
        Attribution attribution,
        String why) {}
