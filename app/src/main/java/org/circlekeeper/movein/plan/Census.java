package org.circlekeeper.movein.plan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.movein.Refused;
import org.circlekeeper.movein.read.Holdings;
import org.circlekeeper.movein.read.Kind;
import org.circlekeeper.movein.read.PracticeFile;
import org.circlekeeper.movein.read.Row;
import org.circlekeeper.practice.Payer;

/** Who is who: leaders and clients of the files beside those who are known, and rows that repeat somebody. */
final class Census {

    private static final UUID NOT_YET = new UUID(0, 0);

    private final Leaders leaders = new Leaders();
    private final Clients clients;
    private final List<Payer> payers = new ArrayList<>();
    private final List<Row.Staff> staff = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    Census(Holdings holdings, Known known) {
        clients = new Clients(known, refusedIds(holdings, Kind.CLIENTS));
        refusedIds(holdings, Kind.STAFF).forEach(leaders::refuse);
        holdings.leftAside().forEach(leaders::leaveAside);
        known.practitioners().forEach(leaders::know);
        holdings.staff().forEach(this::add);
        payers.addAll(known.payers());
        holdings.practice().map(PracticeFile::payers).orElse(List.of()).stream()
                .filter(line ->
                        payers.stream().noneMatch(payer -> payer.payerId().equals(line.payerId())))
                .map(line -> new Payer(NOT_YET, line.name(), line.payerId(), line.filingCode()))
                .forEach(payers::add);
        var people = new HashMap<>(known.people());
        var namesakes = namesakes(holdings.clients());
        holdings.clients().forEach(row -> add(row, people, namesakes));
    }

    private static List<String> refusedIds(Holdings holdings, Kind kind) {
        return holdings.refused().stream()
                .filter(row -> Kind.of(row.file()).filter(kind::equals).isPresent())
                .map(Refused::id)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private void add(Row.Staff row) {
        if (staff.stream().anyMatch(other -> other.npi().equals(row.npi()))) {
            refuse(
                    row,
                    " repeats the NPI " + row.npi() + ". Everyone has one of their own: correct it in "
                            + row.place().file());
            return;
        }
        staff.add(row);
        leaders.know(row.name(), row.credential(), row.npi());
    }

    /** Where the file gives no ids, people of one name cannot be told apart in the other files. */
    private static Map<String, List<Row.Client>> namesakes(List<Row.Client> rows) {
        var byId = rows.stream()
                .filter(row -> row.id().equals(row.name().toString()))
                .collect(groupingBy(Row.Client::id));
        byId.values()
                .removeIf(same ->
                        same.stream().map(Row.Client::birthDate).distinct().count() < 2);
        return byId;
    }

    private void add(Row.Client row, Map<Known.Someone, String> people, Map<String, List<Row.Client>> namesakes) {
        var someone = Known.Someone.of(row.name(), row.birthDate());
        var same = people.get(someone);
        var others = namesakes.getOrDefault(row.id(), List.of());
        if (!others.isEmpty()) {
            var rows = others.stream()
                    .map(other -> String.valueOf(other.place().number()))
                    .collect(joining(" and "));
            refuse(
                    row,
                    " is the name of different people (rows " + rows
                            + "), and no id tells them apart. Give the files a " + "column Client ID");
        } else if (clients.row(row.id()).isPresent()) {
            int first = clients.row(row.id()).orElseThrow().place().number();
            refused.add(refusal(row, " is listed twice, first in row " + first + ". Keep one of the rows"));
        } else if (same != null && !same.equals(row.id())) {
            refuse(
                    row,
                    " repeats " + same + " (same name and birth date). Keep one of the two, and move what "
                            + "belongs to the "
                            + "other");
        } else if (!payerTrouble(row).isEmpty()) {
            refuse(row, "'s payer " + payerTrouble(row));
        } else {
            people.put(someone, row.id());
            clients.add(row);
        }
    }

    private String payerTrouble(Row.Client row) {
        var insurance = row.insurance();
        int meant = insurance == null ? 1 : insurance.among(payers).size();
        if (insurance == null || meant == 1) {
            return "";
        }
        var payer = insurance.payerId().isEmpty() ? insurance.payerName() : insurance.payerId();
        return meant == 0
                ? payer
                        + " is not among the practice's payers. Add it to practice.json or under Payers, and import again"
                : payer + " is the name of " + meant + " payers. Write the payer id of the one meant";
    }

    private void refuse(Row row, String why) {
        refused.add(refusal(row, why));
        if (row.kind() == Kind.CLIENTS) {
            clients.refuse(row.id());
        } else {
            leaders.refuse(row.id());
        }
    }

    private static Refused refusal(Row row, String why) {
        return new Refused(row.place().file(), row.place().number(), row.id(), row.id() + why + ".");
    }

    Leaders leaders() {
        return leaders;
    }

    Clients clients() {
        return clients;
    }

    List<Row.Staff> staff() {
        return staff;
    }

    List<Refused> refused() {
        return refused;
    }
}
