package org.circlekeeper.scheduling;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.AdmissionCheck;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.terms.Finding;
import org.springframework.stereotype.Component;

/**
 * Says, when somebody is to be seated, that they have an appointment of their own while the group meets, or a seat in
 * another group that meets then. It looks at what is planned; what is planned later is asked about by the assistant.
 */
@Component
class AloneThenCheck implements AdmissionCheck {

    private final TwoPlacesStore twoPlaces;
    private final TwoSeatsStore twoSeats;
    private final BookingStore bookings;
    private final Groups groups;
    private final Practices practices;
    private final Clock clock;

    AloneThenCheck(
            TwoPlacesStore twoPlaces,
            TwoSeatsStore twoSeats,
            BookingStore bookings,
            Groups groups,
            Practices practices,
            Clock clock) {
        this.twoPlaces = twoPlaces;
        this.twoSeats = twoSeats;
        this.bookings = bookings;
        this.groups = groups;
        this.practices = practices;
        this.clock = clock;
    }

    /** Nobody books an appointment for them, and nobody seats them elsewhere, while they are seated. */
    @Override
    public void seating(Admission asked) {
        bookings.lock();
    }

    @Override
    public List<Finding> assess(Admission asked) {
        return Stream.concat(alone(asked).stream(), inAnotherGroup(asked).stream())
                .toList();
    }

    private List<Finding> inAnotherGroup(Admission asked) {
        var now = clock.instant();
        var zone = practices.current().zone();
        return twoSeats.whileIn(asked, now).stream()
                .map(there -> new Finding(
                        "group-then",
                        Finding.Weight.HOLDS,
                        Because.of(
                                "They have a seat in " + other(there.other()) + ", which meets while "
                                        + name(there.group()) + " does: " + Words.moment(there.at(), zone)
                                        + (there.times() == 1
                                                ? "."
                                                : " first, " + there.times() + " times in what is planned."),
                                new Evidence("Both groups' sessions.", "/calendar", now)),
                        "Pause or end that seat first, choose another group, or say why they are seated all the same.",
                        "this practice"))
                .toList();
    }

    /** That somebody sits in a group under Part 2 is told to nobody by the way (42 CFR 2.12(c)(3), 2.13(a)). */
    private String other(GroupId group) {
        return groups.find(group).filter(one -> !one.part2()).map(Group::name).orElse("another group");
    }

    private String name(GroupId group) {
        return groups.find(group).map(Group::name).orElse("The group");
    }

    private List<Finding> alone(Admission asked) {
        var now = clock.instant();
        var zone = practices.current().zone();
        var times = twoPlaces.whileInGroup(asked.group(), asked.patient(), asked.days(), now).stream()
                .map(at -> Words.moment(at, zone))
                .toList();
        if (times.isEmpty()) {
            return List.of();
        }
        var group = name(asked.group());
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
