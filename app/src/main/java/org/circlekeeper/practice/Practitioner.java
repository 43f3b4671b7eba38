package org.circlekeeper.practice;

import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;

/** Somebody who leads groups and renders the service: 2310B of a claim. FHIR calls it a Practitioner. */
public record Practitioner(
        PractitionerId id, PersonName name, String credential, Npi npi, String taxonomy, String license) {

    /** As colleagues write it: {@code Dana Whitfield, LCSW}. */
    public String signature() {
        return credential.isEmpty() ? name.toString() : name + ", " + credential;
    }
}
