package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Decides what stands in somebody's own calendar. A series of a group that is theirs is one event that repeats, with
 * its exceptions; everything else is an event of its own. What is shown is what the feed's mode says and no more:
 * without names the text is neutral, whatever the group is about, and so it is of every group under 42 CFR Part 2.
 * Pure.
 */
final class FeedEvents {

    private FeedEvents() {}

    /**
     * What the decision is made from.
     *
     * @param sessions those between the two days, whoever leads them
     * @param people who is in each session, its leader and those beside
     * @param expected the members whom each session expects
     * @param timeOnly those appointments of which nothing but the time is shown
     */
    record Asked(
            Feed.Mode mode,
            @Nullable PractitionerId practitioner,
            String outsideName,
            ZoneId zone,
            LocalDate from,
            LocalDate to,
            Map<GroupId, Group> groups,
            Set<GroupId> own,
            List<Series> series,
            List<Session> sessions,
            Map<SessionId, Set<PractitionerId>> people,
            Map<SessionId, List<PersonName>> expected,
            Map<RoomId, String> rooms,
            List<Appointment> appointments,
            Map<PatientId, PersonName> patients,
            Set<AppointmentId> timeOnly) {

        boolean isTheirs(Session session) {
            return practitioner == null
                    || people.getOrDefault(session.id(), Set.of()).contains(practitioner);
        }

        LocalDateTime local(Instant at) {
            return LocalDateTime.ofInstant(at, zone);
        }
    }

    static List<CalendarFile.Event> of(Asked asked) {
        var events = new ArrayList<CalendarFile.Event>();
        var repeated = asked.series().stream()
                .filter(series -> asked.own().contains(series.group()))
                .map(Series::id)
                .collect(Collectors.toSet());
        asked.series().stream()
                .filter(series -> repeated.contains(series.id()))
                .forEach(series -> events.addAll(repeated(series, asked)));
        asked.sessions().stream()
                .filter(session -> session.series() == null
                        || session.arranged().occurrence() == null
                        || !repeated.contains(session.series()))
                .filter(asked::isTheirs)
                .filter(session -> session.status() != Session.Status.SKIPPED)
                .forEach(session -> events.add(single(session, session.id() + "@circlekeeper", null, asked)));
        asked.appointments().stream()
                .filter(one -> asked.practitioner() == null || one.leader().equals(asked.practitioner()))
                .forEach(one -> events.add(alone(one, asked)));
        return events;
    }

    private static List<CalendarFile.Event> repeated(Series series, Asked asked) {
        Map<LocalDateTime, Session> byTime = asked.sessions().stream()
                .filter(session -> series.id().equals(session.series())
                        && session.arranged().occurrence() != null)
                .collect(toMap(
                        session -> Objects.requireNonNull(session.arranged().occurrence()), session -> session));
        var times = series.rule().days(series.days().first(), asked.from(), asked.to()).stream()
                .map(day -> day.atTime(series.start()))
                .toList();
        var first = times.stream().filter(byTime::containsKey).findFirst();
        var last = times.reversed().stream().filter(byTime::containsKey).findFirst();
        if (first.isEmpty() || last.isEmpty()) {
            return List.of();
        }
        var usual = usual(byTime.values(), series, asked);
        var but = new ArrayList<LocalDateTime>();
        var events = new ArrayList<CalendarFile.Event>();
        var uid = series.id() + "@circlekeeper";
        for (var time : times) {
            if (!time.isBefore(first.get()) && !time.isAfter(last.get())) {
                var session = byTime.get(time);
                if (session == null || session.status() == Session.Status.SKIPPED || !asked.isTheirs(session)) {
                    but.add(time);
                } else if (!isPlain(session, time, series, usual, asked)) {
                    events.add(single(session, uid, time, asked));
                }
            }
        }
        var start = first.get();
        events.addFirst(new CalendarFile.Event(
                uid,
                sequence(byTime.values(), series, start),
                null,
                start,
                start.plus(series.length()),
                usual,
                false,
                new CalendarFile.Repeats(series.rule(), last.get(), but)));
        return events;
    }

    /** It grows with each change of a session, and as the first time that is shown moves on. */
    private static int sequence(Collection<Session> sessions, Series series, LocalDateTime first) {
        long weeks = ChronoUnit.WEEKS.between(series.days().first(), first.toLocalDate());
        return (int) weeks
                + sessions.stream()
                        .mapToInt(session -> session.arranged().revision())
                        .sum();
    }

    /** What most of them show: that of the last one that is held. */
    private static CalendarFile.Text usual(Collection<Session> sessions, Series series, Asked asked) {
        return sessions.stream()
                .filter(session -> session.status() == Session.Status.PLANNED && asked.isTheirs(session))
                .reduce((one, other) -> one.startsAt().isAfter(other.startsAt()) ? one : other)
                .map(session -> text(session, asked))
                .orElseGet(() -> new CalendarFile.Text(title(series.group(), asked), "", ""));
    }

    private static boolean isPlain(
            Session session, LocalDateTime time, Series series, CalendarFile.Text usual, Asked asked) {
        return session.status() == Session.Status.PLANNED
                && session.startsAt().equals(time.atZone(asked.zone()).toInstant())
                && session.endsAt().equals(session.startsAt().plus(series.length()))
                && text(session, asked).equals(usual);
    }

    private static CalendarFile.Event single(
            Session session, String uid, @Nullable LocalDateTime instead, Asked asked) {
        return new CalendarFile.Event(
                uid,
                session.arranged().revision(),
                instead,
                asked.local(session.startsAt()),
                asked.local(session.endsAt()),
                text(session, asked),
                session.status() == Session.Status.CANCELLED,
                null);
    }

    private static CalendarFile.Event alone(Appointment appointment, Asked asked) {
        var patient = appointment.patient();
        var name = patient == null ? null : asked.patients().get(patient);
        var mode = asked.timeOnly().contains(appointment.id()) ? Feed.Mode.CODE : asked.mode();
        var says = switch (mode) {
            case CODE -> "";
            case INITIALS -> name == null ? "" : initials(name);
            case NAMES -> name == null ? appointment.label() : name.toString();
        };
        return new CalendarFile.Event(
                appointment.id() + "@circlekeeper",
                appointment.revision(),
                null,
                asked.local(appointment.startsAt()),
                asked.local(appointment.endsAt()),
                new CalendarFile.Text(
                        asked.outsideName() + ", appointment",
                        says,
                        place(appointment.room(), appointment.link(), mode, asked)),
                appointment.status() == Appointment.Status.CANCELLED,
                null);
    }

    private static CalendarFile.Text text(Session session, Asked asked) {
        var members = asked.expected().getOrDefault(session.id(), List.of());
        var mode = mode(session.group(), asked);
        var says = switch (mode) {
            case CODE -> "";
            case INITIALS -> members.stream().map(FeedEvents::initials).sorted().collect(joining(", "));
            case NAMES -> members.stream().map(PersonName::toString).sorted().collect(joining(", "));
        };
        return new CalendarFile.Text(
                title(session.group(), asked), says, place(session.room(), session.link(), mode, asked));
    }

    private static String title(GroupId group, Asked asked) {
        var known = asked.groups().get(group);
        return mode(group, asked) == Feed.Mode.NAMES && known != null
                ? known.name()
                : asked.outsideName() + ", " + code(group);
    }

    /** What is shown of a group: of one under Part 2 the code alone. */
    private static Feed.Mode mode(GroupId group, Asked asked) {
        var known = asked.groups().get(group);
        return known != null && known.part2() ? Feed.Mode.CODE : asked.mode();
    }

    /** A room or a link may be called after what a group is about: without names neither is shown. */
    private static String place(@Nullable RoomId room, String link, Feed.Mode mode, Asked asked) {
        if (mode != Feed.Mode.NAMES) {
            return "";
        }
        return room == null ? link : asked.rooms().getOrDefault(room, "");
    }

    /** What a group is called where nobody is to learn what it is about. */
    static String code(GroupId group) {
        var text = group.toString();
        return "group " + text.substring(text.length() - 4).toUpperCase(Locale.ROOT);
    }

    private static String initials(PersonName name) {
        return (name.first().isEmpty() ? "" : name.first().charAt(0) + ".")
                + name.last().charAt(0) + ".";
    }
}
