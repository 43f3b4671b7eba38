package org.circlekeeper.x12;

import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PostalAddress;
import org.circlekeeper.terms.TaxId;
import org.jspecify.annotations.Nullable;

/**
 * Who is paid (loops 2000A, 2010AA and 2010AB).
 *
 * @param address where the practice is, never a post-office box (2010AA N3)
 * @param payTo where money is mailed when that is elsewhere; may be a post-office box
 */
public record BillingProvider(
        Name name,
        Npi npi,
        TaxId taxId,
        String taxonomy,
        PostalAddress address,
        @Nullable PostalAddress payTo) {

    /** A practice bills under its legal name; a clinician who is the practice bills under their own. */
    public sealed interface Name {}

    public record Organization(String legalName) implements Name {

        public Organization {
            Refuse.text(legalName, "The legal name of the practice");
        }
    }

    public record Person(PersonName name) implements Name {

        public Person {
            Refuse.name(name, "the billing clinician");
        }
    }

    public BillingProvider {
        Refuse.taxonomy(taxonomy, "the billing provider");
        Refuse.address(address, "the billing provider");
        Refuse.shortZip(address, "the billing provider");
        if (address.isPostOfficeBox()) {
            throw new IllegalArgumentException("A billing provider's address is a street; a post-office box is pay-to");
        }
        if (payTo != null) {
            Refuse.address(payTo, "the pay-to address");
        }
    }

    /** True when this provider is the clinician themselves, so that nobody else rendered (2310B is left out). */
    boolean is(RenderingProvider rendering) {
        return name instanceof Person && npi.equals(rendering.npi());
    }
}
