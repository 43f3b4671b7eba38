package org.circlekeeper.attendance;

import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A session of three members that has ended, and what a leader does with its sheet. */
@Component
@Lazy
class SheetOfThree {

    private final AnyPractice any;
    private final Groups groups;
    private final Rosters rosters;
    private final Sessions sessions;
    private final Encounters encounters;
    private final Clock clock;

    SheetOfThree(
            AnyPractice any, Groups groups, Rosters rosters, Sessions sessions, Encounters encounters, Clock clock) {
        this.any = any;
        this.groups = groups;
        this.rosters = rosters;
        this.sessions = sessions;
        this.encounters = encounters;
        this.clock = clock;
    }

    /** A practice of its own with one such session. */
    record Made(PracticeId practice, SessionId session, List<PatientId> members) {}

    Made made() {
        var practice = any.open();
        var made = new Made(
                practice,
                sessions.newId(),
                Stream.generate(() -> any.patient(practice)).limit(3).toList());
        any.run(practice, () -> {
            var type = groups.type("Open group", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            var from = DateRange.from(LocalDate.of(2026, 11, 1));
            var group = groups.found(type, "Circle", 10, any.leader(practice), from, TESTER);
            made.members().forEach(member -> rosters.join(group, member, from, TESTER));
            var start = clock.instant().minus(Duration.ofHours(2));
            sessions.add(List.of(planned(made.session(), group, start, Duration.ofMinutes(75), any.leader(practice))));
        });
        return made;
    }

    /** A session that is planned and no more. */
    static Session planned(SessionId id, GroupId group, Instant start, Duration length, PractitionerId leader) {
        return new Session(
                id,
                group,
                null,
                LocalDate.ofInstant(start, AnyPractice.ZONE),
                start,
                start.plus(length),
                leader,
                "11",
                Session.Status.PLANNED,
                null,
                false);
    }

    Sheet sheet(Made made) {
        return any.in(made.practice(), () -> encounters.sheet(made.session()).orElseThrow());
    }

    boolean mark(Made made, PatientId patient, Presence presence) {
        return any.in(
                made.practice(), () -> encounters.mark(made.session(), patient, Encounters.Mark.of(presence), TESTER));
    }

    /** Takes the last mark back. */
    boolean undo(Made made) {
        return any.in(made.practice(), () -> encounters.undo(made.session(), null, TESTER));
    }

    Encounters.Closing close(Made made) {
        return any.in(made.practice(), () -> encounters.close(made.session(), TESTER));
    }
}
