package org.circlekeeper.waitlist;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Criterion;
import org.circlekeeper.roster.EnrolmentWindow;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Joining;
import org.circlekeeper.scheduling.Series;

/**
 * A seat of a group from a day on, with all that decides who may have it.
 *
 * @param families whether a family has one chair there, however many come
 * @param seated who has a seat there on that day or later
 * @param promised for whom a seat is kept there, with those who come with them
 */
public record Place(
        Group group,
        Joining joining,
        boolean families,
        LocalDate from,
        List<Series> times,
        List<EnrolmentWindow> windows,
        List<Criterion> criteria,
        Set<PatientId> seated,
        Set<PatientId> promised) {

    public Place {
        times = List.copyOf(times);
        windows = List.copyOf(windows);
        criteria = List.copyOf(criteria);
        seated = Set.copyOf(seated);
        promised = Set.copyOf(promised);
    }

    /** The same seat from another day on. */
    Place from(LocalDate day) {
        return new Place(group, joining, families, day, times, windows, criteria, seated, promised);
    }

    /** The same seat beside these for whom others are kept. */
    Place promising(Set<PatientId> others) {
        return new Place(group, joining, families, from, times, windows, criteria, seated, others);
    }
}
