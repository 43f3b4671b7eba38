package org.circlekeeper.movein;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    private static final List<Payer> PAYERS = List.of(
            new Payer("Blue Ridge Health Plan", "BRHP1", "CI", false),
            new Payer("Évergreen Mutual, Inc.", "0EVG", "HM", false),
            new Payer("State Medicaid", "SKMED", "MC", true),
            new Payer("Medicare Part B", "MCRB1", "MB", true));

    private record Payer(String name, String id, String filingCode, boolean strict) {}

    private record Client(
            String id, String first, String last, LocalDate born, Payer payer, boolean diagnosed, boolean atHome) {}

    private record Group(int leader, DayOfWeek day, LocalTime start, int minutes, int every, boolean far) {}

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
    private final Map<String, Client> clients = new TreeMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final LocalDate attested;
    private final String zone;

    InventedPractice(long seed, Dialect dialect) {
        this.random = new Random(seed);
        this.dialect = dialect;
        this.folder = Folder.empty();
        this.zone = ZONES.get(random.nextInt(ZONES.size()));
        this.attested = List.of(TODAY, LocalDate.of(2026, 11, 4), LocalDate.MIN).get((int) (seed % 3));
        people(12 + random.nextInt(14));
        groups();
        meet();
        write();
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
            var day = LocalDate.of(2026, 10, 5).with(java.time.temporal.TemporalAdjusters.nextOrSame(group.day()));
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

    private void write() {
        folder.write("practice.json", practice());
        table("staff.csv", List.of("First Name", "Last Name", "Credential", "NPI", "Taxonomy"), staff());
        table(
                "clients.csv",
                columnsOfClients(),
                clients.values().stream().map(this::client).toList());
        table(
                "appointments.csv",
                List.of(
                        "Date",
                        "Start",
                        dialect.lengths() ? "Duration" : "End",
                        "Client ID",
                        "Clinician",
                        "CPT",
                        "Status",
                        "Location"),
                appointments());
        table(
                "attendance.csv",
                List.of(
                        "Date",
                        "Start",
                        "Clinician",
                        "Client ID",
                        "Presence",
                        "Recorded By",
                        "Recorded At",
                        "Note Signed By"),
                visits.stream().map(this::attendance).toList());
    }

    private void table(String file, List<String> columns, List<List<String>> rows) {
        folder.writeBytes(file, dialect.table(columns, rows, random));
    }

    private String practice() {
        var payers = PAYERS.stream()
                .map(payer -> "{\"name\": \"%s\", \"payerId\": \"%s\", \"filingCode\": \"%s\"}"
                        .formatted(payer.name(), payer.id(), payer.filingCode()))
                .collect(Collectors.joining(", "));
        var former = attested.equals(LocalDate.MIN)
                ? ""
                : "\"formerRecords\": {\"attestedBy\": \"Io Núñez\", \"on\": \"" + attested + "\"},";
        return """
                {"name": "Praxis Núñez", "npi": "%s", "taxId": "98-7650002", "taxonomy": "261QM0850X",
                 "phone": "+1 808 555 0142", "timeZone": "%s", "groupFeeCents": 7350, %s
                 "address": {"line": "4 Kōwhai St", "city": "Hilo", "state": "HI", "zip": "96720-1234"},
                 "payers": [%s]}
                """.formatted(Folder.freshNpi(), zone, former, payers);
    }

    private static List<List<String>> staff() {
        return List.of(
                List.of("Io", "Núñez", "LCSW", "1101408916", "1041C0700X"),
                List.of("Pat", "O'Dell-Smith", "PsyD", "1108885983", "103TC0700X"));
    }

    private String leader(int number) {
        return List.of("Io Núñez", "O'Dell-Smith, Pat").get(number);
    }

    private List<String> columnsOfClients() {
        var columns = new ArrayList<String>(List.of("Client ID"));
        columns.addAll(dialect.wholeNames() ? List.of("Client") : List.of("First Name", "Last Name"));
        columns.addAll(List.of(
                "Date of Birth",
                "Sex",
                "Mobile Phone",
                "Address",
                "City",
                "State",
                "Zip",
                "Primary Insurance",
                "Payer ID",
                "Insurance ID",
                "Diagnosis"));
        return columns;
    }

    private List<String> client(Client client) {
        var row = new ArrayList<String>(List.of(client.id()));
        row.addAll(
                dialect.wholeNames()
                        ? List.of(client.last() + ", " + client.first())
                        : List.of(client.first(), client.last()));
        var payer = client.payer();
        row.addAll(List.of(dialect.day(client.born()), "F", "808.555.0100"));
        row.addAll(client.atHome() ? List.of("7 Palm Ave, Apt 2", "Hilo", "HI", "96720") : List.of("", "", "", "-"));
        row.addAll(
                payer == null
                        ? List.of("Self-pay", "", "")
                        : List.of(
                                payer.name(),
                                payer.id(),
                                "W" + Math.abs(client.id().hashCode())));
        row.add(client.diagnosed() ? "F33.1" : "");
        return row;
    }

    /** Everyone shows, as the source says by default; people see their clinicians alone, too. */
    private List<List<String>> appointments() {
        var rows = new ArrayList<List<String>>();
        for (var visit : visits) {
            var group = group(visit);
            rows.add(List.of(
                    dialect.day(visit.date()),
                    dialect.time(visit.start()),
                    dialect.lengths()
                            ? String.valueOf(group.minutes())
                            : dialect.time(visit.start().plusMinutes(group.minutes())),
                    visit.client(),
                    leader(visit.leader()),
                    random.nextInt(4) == 0 ? "90853 - Group psychotherapy" : "90853",
                    "Show",
                    group.far() ? "Telehealth" : "Main office"));
            if (random.nextInt(6) == 0) {
                rows.add(List.of(
                        dialect.day(visit.date()),
                        dialect.time(LocalTime.of(15, 0)),
                        "",
                        visit.client(),
                        "Somebody Else",
                        "90837",
                        "Show",
                        "Main office"));
            }
        }
        return rows;
    }

    private Group group(Visit visit) {
        return groups.stream()
                .filter(group -> group.day() == visit.date().getDayOfWeek()
                        && group.start().equals(visit.start()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> attendance(Visit visit) {
        return List.of(
                dialect.day(visit.date()),
                dialect.time(visit.start()),
                leader(visit.leader()),
                visit.client(),
                visit.presence().replace("-", " "),
                visit.named() ? "Io Núñez" : "",
                visit.named()
                        ? dialect.day(visit.date()) + " "
                                + dialect.time(visit.start().plusMinutes(90))
                        : "",
                visit.signed() ? leader(visit.leader()) : "");
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
        for (var visit : visits.stream()
                .sorted(java.util.Comparator.comparing(Visit::start))
                .toList()) {
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
