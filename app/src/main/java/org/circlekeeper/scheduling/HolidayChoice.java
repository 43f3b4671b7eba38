package org.circlekeeper.scheduling;

import java.time.LocalDate;
import java.util.UUID;
import org.circlekeeper.roster.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * What is done on a holiday.
 *
 * @param group for which group; null for all that have no choice of their own
 * @param movesTo the day on which the session is held; null when it is not held
 */
public record HolidayChoice(
        UUID id,
        LocalDate day,
        @Nullable GroupId group,
        @Nullable LocalDate movesTo) {}
