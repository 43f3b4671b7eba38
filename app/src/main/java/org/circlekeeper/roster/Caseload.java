package org.circlekeeper.roster;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.LedDays.Led;
import org.jspecify.annotations.Nullable;

/**
 * Whose records a person may read: all of the practice, or those of the groups they lead. Whether a group was theirs is
 * asked for the day of the session, so a hand-over passes on the group and leaves to each leader what they led. Pure.
 */
public sealed interface Caseload {

    boolean sees(PatientId patient);

    boolean sees(GroupId group);

    /** Whether the sheet of that day is theirs. */
    boolean sees(GroupId group, LocalDate day);

    /** The office's: everybody. */
    record Whole() implements Caseload {

        @Override
        public boolean sees(PatientId patient) {
            return true;
        }

        @Override
        public boolean sees(GroupId group) {
            return true;
        }

        @Override
        public boolean sees(GroupId group, LocalDate day) {
            return true;
        }
    }

    /**
     * A leader's.
     *
     * @param groups those they lead now
     * @param led the days on which a session was or will be theirs
     * @param patients who has or had a seat in such a group, or had one on such a day
     */
    record Own(Set<GroupId> groups, Set<Led> led, Set<PatientId> patients) implements Caseload {

        public Own {
            groups = Set.copyOf(groups);
            led = Set.copyOf(led);
            patients = Set.copyOf(patients);
        }

        @Override
        public boolean sees(PatientId patient) {
            return patients.contains(patient);
        }

        @Override
        public boolean sees(GroupId group) {
            return groups.contains(group);
        }

        @Override
        public boolean sees(GroupId group, LocalDate day) {
            return sees(group) || led.contains(new Led(group, day));
        }
    }

    /** The caseload of a leader, from the practice's groups and the episodes of those that are or were theirs. */
    static Own of(PractitionerId leader, Collection<Group> groups, Set<Led> led, Collection<Membership> episodes) {
        return of(
                groups.stream()
                        .filter(group -> group.leader().equals(leader))
                        .map(Group::id)
                        .collect(toSet()),
                led,
                episodes);
    }

    /** The same for whoever leads, or helps to lead, these groups now. */
    static Own of(Set<GroupId> own, Set<Led> led, Collection<Membership> episodes) {
        var days = led.stream().collect(groupingBy(Led::group, mapping(Led::day, toCollection(TreeSet::new))));
        var patients = episodes.stream()
                .filter(episode -> own.contains(episode.group()) || sat(episode, days.get(episode.group())))
                .map(Membership::patient)
                .collect(toSet());
        return new Own(own, led, patients);
    }

    /** Whether the episode holds one of the days: the first that is not before it. */
    private static boolean sat(Membership episode, @Nullable NavigableSet<LocalDate> days) {
        var next = days == null ? null : days.ceiling(episode.days().first());
        return next != null && episode.days().includes(next);
    }
}
