package org.circlekeeper.x12;

import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;

/** The clinician who led the session, under their own NPI (loop 2310B). */
public record RenderingProvider(PersonName name, Npi npi, String taxonomy) {

    public RenderingProvider {
        Refuse.name(name, "the rendering provider");
        Refuse.taxonomy(taxonomy, "the rendering provider");
    }
}
