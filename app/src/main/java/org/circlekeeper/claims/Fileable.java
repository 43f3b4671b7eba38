package org.circlekeeper.claims;

import java.time.LocalDate;
import java.util.UUID;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/**
 * What could be filed with one payer now.
 *
 * @param situation changes with any claim of it
 * @param reasonBy who gave the reason to file these past a payer's rule, where another person releases them
 * @param reasonOf the same as the id of the person, or as their label where no id is known
 */
record Fileable(
        UUID payer,
        String payerId,
        String payerName,
        int claims,
        Money total,
        LocalDate first,
        LocalDate last,
        String situation,
        @Nullable String reasonBy,
        @Nullable String reasonOf,
        SecondLook look) {

    /** Whether this person, whatever they are called, or else whoever is called so, gave no reason for it. */
    boolean mayBeReleasedBy(@Nullable UUID person, String label) {
        return reasonOf == null || !reasonOf.equals(label) && (person == null || !reasonOf.equals(person.toString()));
    }
}
