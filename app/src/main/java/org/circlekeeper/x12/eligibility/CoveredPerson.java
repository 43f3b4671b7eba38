package org.circlekeeper.x12.eligibility;

import java.time.LocalDate;
import org.circlekeeper.x12.NamedParty;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber or a dependent as the payer has them (loops 2100C and 2100D).
 *
 * @param name NM1, with the member id of a subscriber
 * @param sex DMG03; empty when not told
 * @param relationship INS02: 18 self, 01 spouse, 19 child, …; empty when not told
 * @param group REF 6P or 1L, the number of the group or policy; empty when not told
 */
public record CoveredPerson(
        NamedParty name, @Nullable LocalDate birthDate, String sex, String relationship, String group) {}
