package org.circlekeeper.movein.plan;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.circlekeeper.movein.plan.GroupSeen.Planned;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.scheduling.Series;

/**
 * Which of the groups that the bookings show are planned on from now. A group that the file has passed over for weeks
 * is over, and one that met in the place of another, led by somebody else or for another length, never was one.
 */
final class GoingOn {

    /** A group that has not met for longer than this, while the file goes on, is over. */
    private static final int SILENT_WEEKS = 3;

    /** Fewer meetings than these do not show a rhythm: then the last must be one of the file's last. */
    private static final int ENOUGH_TO_TELL = 3;

    private final Known known;
    private final Map<Pattern, List<Meeting>> patterns;
    private final LocalDate until;

    /**
     * @param patterns all meetings of each, oldest first
     * @param spokenOf the last day that the file of bookings speaks of
     */
    GoingOn(Known known, Map<Pattern, List<Meeting>> patterns, LocalDate spokenOf) {
        this.known = known;
        this.patterns = patterns;
        this.until = spokenOf.isBefore(known.today()) ? spokenOf : known.today();
    }

    /** A group that is not here yet. */
    Planned ofNew(Pattern pattern) {
        return isBesideOneHere(pattern, met(pattern)) ? Planned.BESIDE : of(pattern);
    }

    Planned of(Pattern pattern) {
        var met = met(pattern);
        if (patterns.keySet().stream().anyMatch(other -> isBeside(pattern, other))) {
            return Planned.BESIDE;
        }
        boolean taken =
                patterns.keySet().stream().anyMatch(other -> isAtOnce(pattern, other) && hasTakenOver(met(other), met));
        return taken || isOver(met) ? Planned.OVER : isWeekly(met) ? Planned.WEEKLY : Planned.NOT_WEEKLY;
    }

    private List<Meeting> met(Pattern pattern) {
        return patterns.getOrDefault(pattern, List.of());
    }

    /** Whether it ever met in two weeks that follow one another, or too seldom to tell. */
    private static boolean isWeekly(List<Meeting> met) {
        return met.size() < ENOUGH_TO_TELL
                || IntStream.range(1, met.size())
                        .anyMatch(i -> day(met.get(i - 1)).plusWeeks(1).equals(day(met.get(i))));
    }

    private boolean isOver(List<Meeting> met) {
        int weeks = met.size() < ENOUGH_TO_TELL ? 1 : SILENT_WEEKS;
        return isWeekly(met) && day(met.getLast()).plusWeeks(weeks).isBefore(until);
    }

    /** Whether these meetings stand in the place of those of a group that goes on and met more often. */
    private boolean isBeside(Pattern pattern, Pattern other) {
        var met = met(pattern);
        var theirs = met(other);
        boolean less = met.size() < theirs.size()
                || met.size() == theirs.size() && day(met.getLast()).isBefore(day(theirs.getLast()));
        if (pattern.equals(other) || !less || isOver(theirs) || hasTakenOver(met, theirs)) {
            return false;
        }
        return isAtOnce(pattern, other)
                || met.size() < ENOUGH_TO_TELL
                        && pattern.leader().equals(other.leader())
                        && share(met, theirs)
                        && isInWeeksWithout(met, theirs);
    }

    /** Both at one time of the week, which one leader, or the same people, cannot keep. */
    private boolean isAtOnce(Pattern pattern, Pattern other) {
        return !pattern.equals(other)
                && pattern.touches(other)
                && (pattern.leader().equals(other.leader()) || share(met(pattern), met(other)));
    }

    /** The same of a group here whose weekly time goes on. */
    private boolean isBesideOneHere(Pattern pattern, List<Meeting> met) {
        return known.series().stream()
                .filter(series -> goesOn(series) && touches(pattern, series))
                .anyMatch(series -> sit(met, series.group()));
    }

    private boolean goesOn(Series series) {
        var last = series.days().last();
        return last == null || last.isAfter(known.today());
    }

    private static boolean touches(Pattern pattern, Series series) {
        return series.rule().meetsOn(pattern.weekday())
                && pattern.touches(new Pattern(pattern.leader(), pattern.weekday(), series.start(), (int)
                        series.length().toMinutes()));
    }

    private boolean sit(List<Meeting> met, GroupId group) {
        var clients = clients(met);
        long here = clients.stream()
                .map(known.patients()::get)
                .filter(patient -> patient != null
                        && known.sits().getOrDefault(patient, Set.of()).contains(group))
                .count();
        return here > 0 && 2 * here >= clients.size();
    }

    /** Three meetings or more, all after the other's last: that is what the group has become. */
    private static boolean hasTakenOver(List<Meeting> met, List<Meeting> theirs) {
        return met.size() >= ENOUGH_TO_TELL && day(met.getFirst()).isAfter(day(theirs.getLast()));
    }

    private static boolean share(List<Meeting> met, List<Meeting> theirs) {
        var here = clients(met);
        var both = new HashSet<>(here);
        both.retainAll(clients(theirs));
        return !both.isEmpty() && 2 * both.size() >= here.size();
    }

    private static Set<String> clients(List<Meeting> met) {
        return met.stream()
                .flatMap(meeting -> meeting.seats().stream())
                .map(Seat::client)
                .collect(Collectors.toSet());
    }

    private static boolean isInWeeksWithout(List<Meeting> met, List<Meeting> theirs) {
        var weeks = theirs.stream().map(GoingOn::week).collect(Collectors.toSet());
        return met.stream().map(GoingOn::week).noneMatch(weeks::contains);
    }

    private static String week(Meeting meeting) {
        var day = day(meeting);
        return day.get(IsoFields.WEEK_BASED_YEAR) + " " + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    private static LocalDate day(Meeting meeting) {
        return meeting.slot().date();
    }
}
