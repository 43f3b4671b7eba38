package org.circlekeeper.oncall;

import java.time.LocalTime;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.Phone;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the list, in their place of it.
 *
 * @param email where a neutral word goes when they are paged
 * @param hours when they are on call; null for day and night
 */
public record OnCallPerson(
        PersonId person,
        int place,
        Phone phone,
        String email,
        @Nullable Hours hours) {

    /** From one time of the practice's clock to another, which may be past midnight. */
    public record Hours(LocalTime from, LocalTime to) {

        public Hours {
            if (from.equals(to)) {
                throw new IllegalArgumentException("Hours that begin when they end");
            }
        }

        public boolean include(LocalTime time) {
            return from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !time.isBefore(from) || time.isBefore(to);
        }
    }

    public boolean isOnCall(LocalTime time) {
        return hours == null || hours.include(time);
    }
}
