package org.circlekeeper.scheduling;

import java.time.Clock;
import java.util.List;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.AdmissionCheck;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.terms.Finding;
import org.springframework.stereotype.Component;

/** Says, when somebody is to be seated, that they have an appointment of their own while the group meets. */
@Component
class AloneThenCheck implements AdmissionCheck {

    private final TwoPlacesStore twoPlaces;
    private final BookingStore bookings;
    private final Groups groups;
    private final Practices practices;
    private final Clock clock;

    AloneThenCheck(TwoPlacesStore twoPlaces, BookingStore bookings, Groups groups, Practices practices, Clock clock) {
        this.twoPlaces = twoPlaces;
        this.bookings = bookings;
        this.groups = groups;
        this.practices = practices;
        this.clock = clock;
    }

    /** Nobody books an appointment for them while they are seated. */
    @Override
    public void seating(Admission asked) {
        bookings.lock();
    }

    @Override
    public List<Finding> assess(Admission asked) {
        var now = clock.instant();
        var zone = practices.current().zone();
        var times = twoPlaces.whileInGroup(asked.group(), asked.patient(), asked.days(), now).stream()
                .map(at -> Words.moment(at, zone))
                .toList();
        if (times.isEmpty()) {
            return List.of();
        }
        var group = groups.find(asked.group()).map(Group::name).orElse("The group");
        return List.of(new Finding(
                "appointment-then",
                Finding.Weight.HOLDS,
                Because.of(
                        "They have an appointment of their own while " + group + " meets: " + Words.list(times) + ".",
                        new Evidence("The calendar of that day.", "/calendar", now)),
                "Move the appointment first, or say why they are seated all the same.",
                "this practice"));
    }
}
