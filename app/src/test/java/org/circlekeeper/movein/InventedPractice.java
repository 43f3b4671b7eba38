package org.circlekeeper.movein;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A practice that nobody has seen, made from a seed and written down in somebody's dialect, with what must become of
 * each visit told independently of the program.
 */
final class InventedPractice {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<String> FIRST = List.of(
            "Ana", "Zoë", "Siobhán", "D'Arcy", "Jean-Luc", "Mary Ann", "José", "Renée", "Björn", "Aoife", "Lê", "Noor");
    private static final List<String> LAST = List.of(
            "O'Brien",
            "Núñez",
            "Smith-Jones",
            "St. Clair",
            "Müller",
            "van der Berg",
            "Ruiz",
            "Lee",
            "Kovács",
            "Da Silva");
    private static final List<String> ZONES = List.of(
            "America/New_York", "America/Los_Angeles", "America/Phoenix", "Pacific/Honolulu", "America/Anchorage");
    static final List<Payer> PAYERS = List.of(
            new Payer("Blue Ridge Health Plan", "BRHP1", "CI", false),
            new Payer("Évergreen Mutual, Inc.", "0EVG", "HM", false),
            new Payer("State Medicaid", "SKMED", "MC", true),
            new Payer("Medicare Part B", "MCRB1", "MB", true));

    record Payer(String name, String id, String filingCode, boolean strict) {}

    record Client(
            String id, String first, String last, LocalDate born, Payer payer, boolean diagnosed, boolean atHome) {}

    record Group(int leader, DayOfWeek day, LocalTime start, int minutes, int every, boolean far) {}

    /** One seat in one session: what the exports say of it. */
    record Visit(
            String client,
            LocalDate date,
            LocalTime start,
            int leader,
            String presence,
            boolean named,
            boolean signed) {}

    final Dialect dialect;
    final Folder folder;
    final List<Visit> visits = new ArrayList<>();
    private final Random random;
    final Map<String, Client> clients = new TreeMap<>();
    private final List<Group> groups = new ArrayList<>();
    final LocalDate attested;
    final String zone;

    InventedPractice(long seed, Dialect dialect) {
        this.random = new Random(seed);
        this.dialect = dialect;
        this.folder = Folder.empty();
        this.zone = ZONES.get(random.nextInt(ZONES.size()));
        this.attested = List.of(TODAY, LocalDate.of(2026, 11, 4), LocalDate.MIN).get((int) (seed % 3));
        people(12 + random.nextInt(14));
        groups();
        meet();
        new InventedExports(this, random).write();
    }

    private void people(int count) {
        for (int i = 0; i < count; i++) {
            var id = List.of("000" + (100 + i), "c-" + i + "-Ä", "9f3b" + i + "e", "J. " + i)
                    .get(i % 4);
            clients.put(
                    id,
                    new Client(
                            id,
                            FIRST.get(i % FIRST.size()),
                            LAST.get(i / FIRST.size() % LAST.size()),
                            LocalDate.of(1950 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                            random.nextInt(10) == 0 ? null : PAYERS.get(random.nextInt(PAYERS.size())),
                            random.nextInt(12) > 0,
                            random.nextInt(14) > 0));
        }
    }

    /** One leader leads twice on Tuesdays, one group meets every second week, one meets far. */
    private void groups() {
        groups.add(new Group(0, DayOfWeek.TUESDAY, LocalTime.of(8, 30), 60, 1, false));
        groups.add(new Group(0, DayOfWeek.TUESDAY, LocalTime.of(18, 30), 90, 1, true));
        groups.add(new Group(1, DayOfWeek.SUNDAY, LocalTime.of(10, 0), 75, 1, false));
        groups.add(new Group(1, DayOfWeek.THURSDAY, LocalTime.of(12, 15), 50, 2, random.nextBoolean()));
    }

    private void meet() {
        var ids = List.copyOf(clients.keySet());
        for (int g = 0; g < groups.size(); g++) {
            var group = groups.get(g);
            var members = new TreeSet<String>();
            for (int i = 0; i < 3 + random.nextInt(6); i++) {
                members.add(ids.get((i * groups.size() + g + random.nextInt(2)) % ids.size()));
            }
            members.add(ids.get(0));
            members.add(ids.get(g + 1));
            var day = LocalDate.of(2026, 10, 5).with(TemporalAdjusters.nextOrSame(group.day()));
            for (; day.isBefore(TODAY); day = day.plusWeeks(group.every())) {
                boolean complete = random.nextInt(5) > 0;
                for (var member : members) {
                    visits.add(visit(member, day, group, complete));
                }
            }
        }
    }

    private Visit visit(String member, LocalDate day, Group group, boolean complete) {
        var word = List.of(
                        "present",
                        "present",
                        "present",
                        "present",
                        "late",
                        "left-early",
                        "absent",
                        "excused",
                        "late-cancel")
                .get(random.nextInt(9));
        return new Visit(
                member,
                day,
                group.start(),
                group.leader(),
                word,
                complete || random.nextInt(3) > 0,
                random.nextInt(8) > 0);
    }

    Group group(Visit visit) {
        return groups.stream()
                .filter(group -> group.day() == visit.date().getDayOfWeek()
                        && group.start().equals(visit.start()))
                .findFirst()
                .orElseThrow();
    }

    int groupsHeld() {
        return groups.size();
    }

    long sessionsHeld() {
        return visits.stream()
                .map(visit -> visit.date() + " " + visit.start())
                .distinct()
                .count();
    }

    String place(Visit visit) {
        return group(visit).far() ? "10" : "11";
    }

    int patients() {
        return clients.size();
    }

    /** The payer to which each visit's claim goes out, or why it does not. */
    Map<Visit, String> expected() {
        var open = new TreeSet<String>();
        visits.stream().filter(visit -> !visit.named()).forEach(visit -> open.add(visit.date() + " " + visit.start()));
        var seen = new HashMap<String, LocalTime>();
        var expected = new HashMap<Visit, String>();
        for (var visit :
                visits.stream().sorted(Comparator.comparing(Visit::start)).toList()) {
            boolean came =
                    visit.named() && List.of("present", "late", "left-early").contains(visit.presence());
            boolean second = came && seen.putIfAbsent(visit.client() + visit.date(), visit.start()) != null;
            expected.put(visit, outcome(visit, open.contains(visit.date() + " " + visit.start()), second));
        }
        return expected;
    }

    private String outcome(Visit visit, boolean open, boolean second) {
        var client = clients.get(visit.client());
        if (!visit.named()) {
            return "unmarked";
        }
        if (List.of("absent", "excused", "late-cancel").contains(visit.presence())) {
            return visit.presence();
        }
        if (open) {
            return "session-open";
        }
        if (!visit.signed()) {
            return "note-unsigned";
        }
        if (client.payer() == null) {
            return "self-pay";
        }
        if (client.payer().strict() && visit.date().isAfter(attested)) {
            return "treatment-plan-missing";
        }
        if (second) {
            return "second-visit-same-day";
        }
        if (!client.diagnosed()) {
            return "no-diagnosis";
        }
        return client.atHome() ? "to " + client.payer().id() : "front-end-address";
    }
}
