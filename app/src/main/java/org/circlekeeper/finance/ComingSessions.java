package org.circlekeeper.finance;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.scheduling.Series;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.springframework.stereotype.Component;

/** Which sessions groups hold from a day on: as planned, and further on by their regular times. */
@Component
class ComingSessions {

    /** The calendar is planned for thirteen weeks. */
    private static final int PLANNED_WEEKS = 13;

    private static final int MONTHS = 12;

    private final Sessions sessions;

    ComingSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    /** By group, what stands in the calendar from a day on, in the order of time; cancelled and skipped ones too. */
    Map<GroupId, List<Session>> inCalendar(LocalDate from) {
        return sessions.between(from, from.plusWeeks(PLANNED_WEEKS)).stream().collect(groupingBy(Session::group));
    }

    /** The same, with the thirteen weeks before it. */
    Map<GroupId, List<Session>> around(LocalDate day) {
        return sessions.between(day.minusWeeks(PLANNED_WEEKS), day.plusWeeks(PLANNED_WEEKS)).stream()
                .collect(groupingBy(Session::group));
    }

    /** Those of them that are held. */
    static List<Session> held(List<Session> inCalendar) {
        return inCalendar.stream()
                .filter(session -> session.status() == Session.Status.PLANNED)
                .toList();
    }

    /**
     * The days of a group for twelve months from a day on, none when it has neither sessions nor a regular time.
     *
     * @param inCalendar its sessions that stand there
     */
    List<LocalDate> year(GroupId group, List<Session> inCalendar, LocalDate from) {
        return days(inCalendar, sessions.seriesOf(group), from);
    }

    /**
     * Planned days, and after the last day that the calendar holds those of the regular times. Days on which the
     * practice will be closed are not known yet, and count. Pure.
     */
    static List<LocalDate> days(List<Session> inCalendar, List<Series> series, LocalDate from) {
        var end = from.plusMonths(MONTHS).minusDays(1);
        var days = new ArrayList<LocalDate>();
        held(inCalendar).stream()
                .map(Session::serviceDate)
                .filter(day -> !day.isBefore(from) && !day.isAfter(end))
                .forEach(days::add);
        var known = inCalendar.stream().map(Session::serviceDate).max(LocalDate::compareTo);
        var onwards = known.map(day -> day.plusDays(1))
                .filter(day -> day.isAfter(from))
                .orElse(from);
        for (var one : series) {
            var last = Optional.ofNullable(one.days().last())
                    .filter(day -> day.isBefore(end))
                    .orElse(end);
            days.addAll(one.rule().days(one.days().first(), onwards, last));
        }
        return days.stream().sorted().distinct().toList();
    }
}
