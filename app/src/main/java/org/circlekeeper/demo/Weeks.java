package org.circlekeeper.demo;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Encounters.Mark;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.attendance.Seat;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lives through the five weeks before the story begins: sheets closed, notes signed, and each evening filed. */
@Component
class Weeks {

    static final LocalDate FIRST_MONDAY = LocalDate.of(2026, 10, 19);
    static final int COUNT = 5;
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final LocalTime PAPERWORK = LocalTime.of(16, 0);
    private static final Duration CLOSED_AFTER = Duration.ofMinutes(5);
    private static final int NOTES_LEFT = 4;

    private final MovableClock clock;
    private final PracticeScope scope;
    private final Sessions sessions;
    private final Groups groups;
    private final Encounters encounters;
    private final Charts charts;
    private final Evening evening;

    Weeks(
            MovableClock clock,
            PracticeScope scope,
            Sessions sessions,
            Groups groups,
            Encounters encounters,
            Charts charts,
            Evening evening) {
        this.clock = clock;
        this.scope = scope;
        this.sessions = sessions;
        this.groups = groups;
        this.encounters = encounters;
        this.charts = charts;
        this.evening = evening;
    }

    /**
     * Notes are signed on Fridays and filed that evening; in the last week Monday's at once, and of Friday's
     * {@value NOTES_LEFT} are left.
     */
    void live(House house, int from, int until) {
        for (int week = from; week < until; week++) {
            var monday = FIRST_MONDAY.plusWeeks(week);
            var friday = monday.plusDays(4);
            var unsigned = new ArrayList<Met>();
            for (var day = monday; !day.isAfter(friday); day = day.plusDays(1)) {
                unsigned.addAll(meet(house, day, week));
                boolean last = day.equals(friday) && week == COUNT - 1;
                if (day.equals(friday) || day.equals(monday) && week == COUNT - 1) {
                    sign(house, unsigned, day, last);
                    if (!unsigned.isEmpty() && !(last && !house.script().files())) {
                        clock.moveTo(day.atTime(EVENING).atZone(MovingIn.ZONE).toInstant());
                        evening.comes(house);
                    }
                    unsigned.clear();
                }
            }
        }
    }

    /** A session that was held, and who came. */
    private record Met(Session session, String leader, List<PatientId> came) {}

    private List<Met> meet(House house, LocalDate day, int week) {
        return scope.in(house.id(), () -> {
            Map<String, Group> byName = groups.all().stream().collect(toMap(Group::name, group -> group));
            var planned = sessions.between(day, day);
            return house.script().groups().stream()
                    .flatMap(circle -> planned.stream()
                            .filter(session -> isOf(session, byName.get(circle.name())))
                            .filter(session -> session.status() == Session.Status.PLANNED)
                            .map(session -> close(house, session, circle, week)))
                    .toList();
        });
    }

    private static boolean isOf(Session session, @Nullable Group group) {
        return group != null && session.group().equals(group.id());
    }

    private Met close(House house, Session session, Script.Circle circle, int week) {
        clock.moveTo(session.endsAt().plus(CLOSED_AFTER));
        var leader = house.as(circle.leader());
        var seats = encounters.sheet(session.id()).orElseThrow().seats();
        var away = away(seats, circle, week);
        if (!away.isEmpty()) {
            encounters.mark(session.id(), away, Mark.of(Presence.ABSENT), leader);
        }
        var came = seats.stream()
                .map(Seat::patient)
                .filter(seat -> !away.contains(seat))
                .toList();
        encounters.mark(session.id(), came, Mark.of(Presence.PRESENT), leader);
        encounters.close(session.id(), leader);
        return new Met(session, circle.leader(), came);
    }

    /** The same people in every telling, others each week. */
    private static Set<PatientId> away(List<Seat> seats, Script.Circle circle, int week) {
        var order = new ArrayList<>(seats.stream().map(Seat::patient).toList());
        Collections.shuffle(order, new Random(31L * circle.name().hashCode() + week));
        return new HashSet<>(order.subList(0, circle.away().get(week)));
    }

    private void sign(House house, List<Met> met, LocalDate day, boolean someLeft) {
        if (met.isEmpty()) {
            return;
        }
        clock.moveTo(day.atTime(PAPERWORK).atZone(MovingIn.ZONE).toInstant());
        scope.run(
                house.id(),
                () -> met.forEach(session -> {
                    boolean left = someLeft && session.leader().equals("Marcus");
                    var signed = left
                            ? session.came().subList(NOTES_LEFT, session.came().size())
                            : session.came();
                    sign(house, session.session().id(), signed, session.leader());
                }));
    }

    private void sign(House house, SessionId session, List<PatientId> patients, String leader) {
        charts.sign(session, patients, house.as(leader), house.script().name() + " paper charts");
    }

    /** Somebody thinks again: one who was marked present had not come, and the claim has left. */
    void correct(House house, LocalDate day, String leader) {
        scope.run(house.id(), () -> {
            var session = sessions.between(day, day).getFirst();
            var seat = encounters.sheet(session.id()).orElseThrow().seats().stream()
                    .filter(one -> one.presence() == Presence.PRESENT)
                    .findFirst()
                    .orElseThrow();
            encounters.correct(
                    session.id(),
                    seat.patient(),
                    Mark.of(Presence.ABSENT),
                    "Two sheets were mixed up",
                    house.as(leader));
        });
    }
}
