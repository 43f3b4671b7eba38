package org.circlekeeper.oncall;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.terms.PersonId;

/** Decides whom to page next, and when. Pure. */
final class Escalation {

    /** Whoever was paged has so long to answer; then the next is paged. */
    static final Duration ANSWERS_WITHIN = Duration.ofMinutes(10);

    private static final int MINUTES_OF_A_DAY = 24 * 60;

    private Escalation() {}

    /** Nobody waits for whom no page reaches. */
    static boolean isDue(Alarm alarm, List<Paged> pages, Instant now) {
        boolean stuck = !pages.isEmpty() && pages.getLast().isStuck();
        return alarm.status() == Alarm.Status.PAGED
                && (stuck || !now.isBefore(alarm.pagedAt().plus(ANSWERS_WITHIN)));
    }

    /** Those on call at that time in their order, then the others: better somebody off their hours than nobody. */
    static Optional<OnCallPerson> next(List<OnCallPerson> list, Set<PersonId> paged, LocalTime time) {
        return list.stream()
                .filter(person -> !paged.contains(person.person()))
                .min(comparing((OnCallPerson person) -> !person.isOnCall(time)).thenComparing(OnCallPerson::place));
    }

    /** Whether at every minute of a day somebody is on call. */
    static boolean isSomebodyAlways(Collection<OnCallPerson> list) {
        for (int minute = 0; minute < MINUTES_OF_A_DAY; minute++) {
            var time = LocalTime.MIN.plusMinutes(minute);
            if (list.stream().noneMatch(person -> person.isOnCall(time))) {
                return false;
            }
        }
        return true;
    }
}
