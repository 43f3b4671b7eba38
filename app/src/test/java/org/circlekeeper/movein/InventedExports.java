package org.circlekeeper.movein;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes an invented practice down as the system it comes from would. */
final class InventedExports {

    private final InventedPractice practice;
    private final Random random;

    InventedExports(InventedPractice practice, Random random) {
        this.practice = practice;
        this.random = random;
    }

    void write() {
        practice.folder.write("practice.json", practiceFile());
        table("staff.csv", List.of("First Name", "Last Name", "Credential", "NPI", "Taxonomy"), staff());
        table(
                "clients.csv",
                columnsOfClients(),
                practice.clients.values().stream().map(this::client).toList());
        table(
                "appointments.csv",
                List.of(
                        "Date",
                        "Start",
                        practice.dialect.lengths() ? "Duration" : "End",
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
                practice.visits.stream().map(this::attendance).toList());
    }

    private void table(String file, List<String> columns, List<List<String>> rows) {
        practice.folder.writeBytes(file, practice.dialect.table(columns, rows, random));
    }

    private String practiceFile() {
        var payers = InventedPractice.PAYERS.stream()
                .map(payer -> "{\"name\": \"%s\", \"payerId\": \"%s\", \"filingCode\": \"%s\"}"
                        .formatted(payer.name(), payer.id(), payer.filingCode()))
                .collect(Collectors.joining(", "));
        var former = practice.attested.equals(LocalDate.MIN)
                ? ""
                : "\"formerRecords\": {\"attestedBy\": \"Io Núñez\", \"on\": \"" + practice.attested + "\"},";
        return """
                {"name": "Praxis Núñez", "npi": "%s", "taxId": "98-7650002", "taxonomy": "261QM0850X",
                 "phone": "+1 808 555 0142", "timeZone": "%s", "groupFeeCents": 7350, %s
                 "address": {"line": "4 Kōwhai St", "city": "Hilo", "state": "HI", "zip": "96720-1234"},
                 "payers": [%s]}
                """.formatted(Folder.freshNpi(), practice.zone, former, payers);
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
        columns.addAll(practice.dialect.wholeNames() ? List.of("Client") : List.of("First Name", "Last Name"));
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

    private List<String> client(InventedPractice.Client client) {
        var row = new ArrayList<String>(List.of(client.id()));
        row.addAll(
                practice.dialect.wholeNames()
                        ? List.of(client.last() + ", " + client.first())
                        : List.of(client.first(), client.last()));
        var payer = client.payer();
        row.addAll(List.of(practice.dialect.day(client.born()), "F", "808.555.0100"));
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
        for (var visit : practice.visits) {
            var group = practice.group(visit);
            rows.add(List.of(
                    practice.dialect.day(visit.date()),
                    practice.dialect.time(visit.start()),
                    practice.dialect.lengths()
                            ? String.valueOf(group.minutes())
                            : practice.dialect.time(visit.start().plusMinutes(group.minutes())),
                    visit.client(),
                    leader(visit.leader()),
                    random.nextInt(4) == 0 ? "90853 - Group psychotherapy" : "90853",
                    "Show",
                    group.far() ? "Telehealth" : "Main office"));
            if (random.nextInt(6) == 0) {
                rows.add(List.of(
                        practice.dialect.day(visit.date()),
                        practice.dialect.time(LocalTime.of(15, 0)),
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

    private List<String> attendance(InventedPractice.Visit visit) {
        return List.of(
                practice.dialect.day(visit.date()),
                practice.dialect.time(visit.start()),
                leader(visit.leader()),
                visit.client(),
                visit.presence().replace("-", " "),
                visit.named() ? "Io Núñez" : "",
                visit.named()
                        ? practice.dialect.day(visit.date()) + " "
                                + practice.dialect.time(visit.start().plusMinutes(90))
                        : "",
                visit.signed() ? leader(visit.leader()) : "");
    }
}
