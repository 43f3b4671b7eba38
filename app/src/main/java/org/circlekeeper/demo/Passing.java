package org.circlekeeper.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.console.Today;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.frame.Words;
import org.circlekeeper.operations.Evenings;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.PracticeId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets the day pass, as far as the next thing that happens: a group ends, or another morning begins. */
@Component
@Profile("demo")
public class Passing {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final MovableClock clock;
    private final Stage stage;
    private final PracticeScope scope;
    private final Practices practices;
    private final Sessions sessions;
    private final Groups groups;
    private final Rounds rounds;
    private final Today today;

    Passing(
            MovableClock clock,
            Stage stage,
            PracticeScope scope,
            Practices practices,
            Sessions sessions,
            Groups groups,
            Rounds rounds,
            Today today) {
        this.clock = clock;
        this.stage = stage;
        this.scope = scope;
        this.practices = practices;
        this.sessions = sessions;
        this.groups = groups;
        this.rounds = rounds;
        this.today = today;
    }

    /** What happened, and where it is to be seen. */
    public record Happened(String said, String href) {}

    /** Moves the clock as the practice lives it, and does what would have been done meanwhile. */
    public Happened pass(PracticeId practice) {
        var zone = scope.in(practice, () -> practices.current().zone());
        var now = clock.instant();
        var day = LocalDate.ofInstant(now, zone);
        var next = scope.in(practice, () -> sessions.between(day, day)).stream()
                .filter(session -> session.status() == Session.Status.PLANNED)
                .filter(session -> session.endsAt().isAfter(now))
                .min(Comparator.comparing(Session::endsAt));
        return next.map(session -> end(practice, session)).orElseGet(() -> {
            var evening = day.atTime(Evenings.BEGINS).atZone(zone).toInstant();
            var morning = nextWorkday(day).atTime(MORNING).atZone(zone).toInstant();
            return night(practice, evening.isAfter(now) ? evening : now, morning, nextWorkday(day));
        });
    }

    private Happened end(PracticeId practice, Session session) {
        clock.moveTo(session.endsAt());
        stage.practices().forEach(this::duringTheDay);
        var group = scope.in(practice, () -> groups.find(session.group())).orElseThrow();
        return new Happened(group.name() + " has ended. Who was there?", "/sessions/" + session.id());
    }

    private Happened night(PracticeId practice, Instant evening, Instant morning, LocalDate day) {
        clock.moveTo(evening);
        stage.practices().forEach(rounds::make);
        var filed = scope.in(practice, () -> today.claimedSince(evening));
        clock.moveTo(morning);
        stage.practices().forEach(this::duringTheDay);
        var name = day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.US);
        return new Happened(
                name + ", " + Words.time(MORNING) + ". "
                        + (filed.filed() == 0
                                ? "Nothing was ready to file in the evening."
                                : "In the evening I filed " + Words.count(filed.filed(), "claim", "claims") + " for "
                                        + filed.sum() + "."),
                "/");
    }

    /** What is looked at again by day: everything but what leaves in the evening. */
    public void duringTheDay(PracticeId practice) {
        rounds.makeBut(practice, Set.of(Evenings.FILING));
    }

    private static LocalDate nextWorkday(LocalDate day) {
        return Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
                .filter(next -> next.getDayOfWeek() != DayOfWeek.SATURDAY && next.getDayOfWeek() != DayOfWeek.SUNDAY)
                .findFirst()
                .orElseThrow();
    }
}
