package org.circlekeeper.x12;

import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PostalAddress;
import org.jspecify.annotations.Nullable;

/** Where it took place, when not at the billing provider's address (loop 2310C). */
public record ServiceFacility(String name, @Nullable Npi npi, PostalAddress address) {

    public ServiceFacility {
        Refuse.text(name, "The name of the place of service");
        Refuse.address(address, "the place of service");
        Refuse.shortZip(address, "the place of service");
    }
}
