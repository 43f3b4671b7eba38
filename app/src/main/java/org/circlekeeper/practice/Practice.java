package org.circlekeeper.practice;

import java.time.ZoneId;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.PostalAddress;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.TaxId;

/**
 * A group-therapy practice, the billing provider of its claims.
 *
 * @param outsideName the neutral name that mail and calendars show
 * @param zone where its clock hangs: the date of service is a day of this zone
 */
public record Practice(
        PracticeId id,
        String name,
        String outsideName,
        Npi npi,
        TaxId taxId,
        String taxonomy,
        Phone phone,
        PostalAddress address,
        ZoneId zone,
        Profile profile) {

    /** Decides who looks again at what somebody lets go past a payer's rule: they a day later, nobody, another. */
    public enum Profile {
        SOLO,
        SMALL,
        FIRM
    }
}
