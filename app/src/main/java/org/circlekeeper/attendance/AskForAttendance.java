package org.circlekeeper.attendance;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/** Asks the leader who was there, from the minute a session has ended until its sheet is closed. */
@Component
class AskForAttendance implements Duty<Void> {

    private static final Duration LOOKS_BACK = Duration.ofDays(400);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.US);

    private final Encounters encounters;
    private final Sessions sessions;
    private final Groups groups;

    AskForAttendance(Encounters encounters, Sessions sessions, Groups groups) {
        this.encounters = encounters;
        this.sessions = sessions;
        this.groups = groups;
    }

    @Override
    public String id() {
        return "ask-for-attendance";
    }

    @Override
    public String promise() {
        return "A session that has ended is asked about until somebody says who was there.";
    }

    @Override
    public Manner manner() {
        return Manner.asking(Permission.SEE_ATTENDANCE)
                .ranked(1)
                .saying(null, "Somebody says who was there and closes the sheet.");
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public List<Step<Void>> plan(Work work) {
        var open = encounters.openBetween(work.now().minus(LOOKS_BACK), work.now());
        var names = groups.all().stream().collect(toMap(Group::id, Group::name));
        return sessions.byId(open).values().stream()
                .map(session -> ask(session, names.getOrDefault(session.group(), "A group"), work))
                .toList();
    }

    @Override
    public void perform(Work work, Void nothing) {
        throw new IllegalStateException("Who was there is for a person to say");
    }

    private static Step<Void> ask(Session session, String group, Work work) {
        var href = "/sessions/" + session.id();
        return new Step.Ask<>(
                "session:" + session.id(),
                group + " met on " + DAY.format(session.serviceDate()) + ". Who was there?",
                href,
                Because.of(
                        "The session has ended and its sheet is not closed. Unmarked is never billed.",
                        new Evidence("The sheet of " + group + " is open.", href, work.now())));
    }
}
