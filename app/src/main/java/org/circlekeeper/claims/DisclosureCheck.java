package org.circlekeeper.claims;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Asks those above whether a payer may be told of a visit at all: as it is prepared, filed, and sent. */
public interface DisclosureCheck {

    /** Why a visit stays in the house. */
    enum Withheld {
        /** The member paid in full and asked for it (45 CFR 164.522(a)(1)(vi)). */
        PLAN_RESTRICTED,
        /** 42 CFR Part 2 applies and no consent covers today. */
        PART2_CONSENT_MISSING,
        /** They were let in before the papers of their seat were whole, and these are not whole yet. */
        PAPERS_MISSING
    }

    /** Those of the encounters that no payer may be told of today, in one question. */
    Map<UUID, Set<Withheld>> withheld(Collection<UUID> encounters, LocalDate today);
}
