package org.circlekeeper.scheduling;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.benchmarks.Bench;
import org.circlekeeper.benchmarks.Measured;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.PracticeId;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Thirteen weeks of 20,000 groups planned by the duty itself, with holidays, the clock change of March, rooms and
 * leaders kept apart; and for some of the practices the year beyond, written as planning writes it, beside the limit:
 * {@code COPY} of the same rows into the same table. It stands in the package of what it measures.
 */
public final class SessionsBenchmark {

    private static final int PRACTICES_OF_THE_YEAR = 200;
    private static final int PAIRS = 5;
    private static final int WEEKS_OF_A_YEAR = 52;
    private static final double SECOND = 1e9;
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final String COPY_ROWS = """
            copy scheduling.session (id, group_id, series_id, service_date, starts_at, ends_at, leader_id,
                                     place_of_service, status, origin, occurrence, room_id)
            from stdin
            """;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final Bench bench;
    private final List<PracticeId> practices;
    private final int groups;

    private SessionsBenchmark(Bench bench, List<PracticeId> practices, int groups) {
        this.groups = groups;
        this.bench = bench;
        this.practices = practices;
    }

    /**
     * {@code HOME [GROUPS [GROUPS OF A PRACTICE]]}: without the numbers 20,000 and ten, which makes two thousand
     * practices.
     */
    public static void main(String[] arguments) throws InterruptedException {
        int groups = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        int each = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10;
        try (var bench = new Bench(Path.of(arguments[0]))) {
            var practices = new ArrayList<PracticeId>();
            for (int i = 0; i < groups / each; i++) {
                practices.add(bench.calendar(each));
            }
            bench.clean();
            var benchmark = new SessionsBenchmark(bench, practices, groups);
            benchmark.planThirteenWeeks();
            benchmark.writeTheYearBeyond();
        }
    }

    /** Each practice in a transaction of its own, two at a time, as two rounds at a time would. */
    private void planThirteenWeeks() throws InterruptedException {
        long began = System.nanoTime();
        try (var two = Executors.newFixedThreadPool(2)) {
            practices.forEach(practice -> two.submit(() -> plan(practice)));
        }
        OUT.printf(
                Locale.ROOT,
                "thirteen weeks of %d groups: %.1f s for %d sessions and %d bookings%n",
                groups,
                (System.nanoTime() - began) / SECOND,
                count("scheduling.session"),
                count("scheduling.booking"));
    }

    private void plan(PracticeId practice) {
        var duty = bench.the(PlanSessions.class);
        var work = new Work(practice, ZONE, NOW);
        bench.the(PracticeScope.class)
                .run(
                        practice,
                        () -> duty.plan(work).forEach(step -> {
                            if (step instanceof Step.Act<CalendarPlan.Plan> act) {
                                duty.perform(work, act.action());
                            }
                        }));
    }

    private long count(String table) {
        long sum = 0;
        for (var practice : practices) {
            sum += bench.the(PracticeScope.class)
                    .in(
                            practice,
                            () -> bench.the(JdbcTemplate.class)
                                    .queryForObject("select count(*) from " + table, Long.class));
        }
        return sum;
    }

    /** Pairs of the same rows, written by planning and by COPY, each undone, so that the next finds the same. */
    private void writeTheYearBeyond() {
        var ours = new ArrayList<Double>();
        var limit = new ArrayList<Double>();
        for (int pair = 0; pair <= PAIRS; pair++) {
            double write = 0;
            double copy = 0;
            long rows = 0;
            for (var practice : practices.subList(0, Math.min(PRACTICES_OF_THE_YEAR, practices.size()))) {
                var year = bench.the(PracticeScope.class).in(practice, this::year);
                rows += year.size();
                write += undone(practice, () -> bench.the(SessionStore.class).addWhatIsNotThere(year));
                copy += bench.copyAndUndo(practice, COPY_ROWS, rows(year));
            }
            OUT.printf(
                    Locale.ROOT,
                    "%s: %d rows: write %.2f s, copy %.2f s%n",
                    pair == 0 ? "warming" : "pair " + pair,
                    rows,
                    write,
                    copy);
            if (pair > 0) {
                ours.add(write);
                limit.add(copy);
            }
        }
        OUT.println("the year beyond, written    s  " + new Measured(ours));
        OUT.println("COPY of the same rows       s  " + new Measured(limit));
        OUT.println("written / COPY                 " + Measured.ratio(ours, limit));
    }

    private List<Session> year() {
        var from = LocalDate.ofInstant(NOW, ZONE)
                .plusWeeks(CalendarPlan.WEEKS_AHEAD)
                .plusDays(1);
        var holidays =
                new SessionCalendar.Holidays(bench.the(PracticeRules.class).holidays(), List.of());
        var groups = bench.the(Groups.class).all().stream().collect(Collectors.toMap(Group::id, group -> group));
        var sessions = new ArrayList<Session>();
        for (var series : bench.the(Sessions.class).series()) {
            var group = Objects.requireNonNull(groups.get(series.group()));
            SessionCalendar.meetings(series, ZONE, from, from.plusWeeks(WEEKS_OF_A_YEAR), holidays)
                    .forEach(meeting -> sessions.add(
                            CalendarPlan.session(bench.the(Sessions.class).newId(), group, series, meeting)));
        }
        return sessions;
    }

    /** Seconds of the work alone. */
    private double undone(PracticeId practice, Runnable work) {
        double[] seconds = new double[1];
        try {
            bench.the(PracticeScope.class).run(practice, () -> {
                long began = System.nanoTime();
                work.run();
                seconds[0] = (System.nanoTime() - began) / SECOND;
                throw new Undone();
            });
        } catch (Undone asMeant) {
            return seconds[0];
        }
        return seconds[0];
    }

    /** Takes the transaction back. */
    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Undone() {
            super("undone", null, false, false);
        }
    }

    private static String rows(List<Session> sessions) {
        return sessions.stream().map(SessionsBenchmark::row).collect(Collectors.joining());
    }

    private static String row(Session session) {
        var series = session.series();
        var room = session.room();
        return String.join(
                        "\t",
                        session.id().toString(),
                        id(session.group()),
                        series == null ? "\\N" : series.toString(),
                        session.serviceDate().toString(),
                        session.startsAt().toString(),
                        session.endsAt().toString(),
                        session.leader().toString(),
                        session.placeOfService(),
                        session.status().name(),
                        "planned",
                        String.valueOf(session.arranged().occurrence()),
                        room == null ? "\\N" : room.toString())
                + "\n";
    }

    private static String id(GroupId group) {
        UUID value = group.value();
        return value.toString();
    }
}
