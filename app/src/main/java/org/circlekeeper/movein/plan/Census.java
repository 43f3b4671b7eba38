package org.circlekeeper.movein.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.movein.Refused;
import org.circlekeeper.movein.read.Holdings;
import org.circlekeeper.movein.read.PracticeFile;
import org.circlekeeper.movein.read.Row;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.terms.Npi;

/** Who is who: leaders and clients of the files beside those who are known, and rows that repeat somebody. */
final class Census {

    private final Known known;
    private final Map<String, Npi> leaders = new HashMap<>();
    private final Map<Npi, String> leaderNames = new HashMap<>();
    private final Map<String, Set<String>> clientsByName = new HashMap<>();
    private final Set<String> payers = new HashSet<>();
    private final Set<String> refusedIds = new HashSet<>();
    private final Map<String, Row.Client> clients = new LinkedHashMap<>();
    private final List<Row.Staff> staff = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    Census(Holdings holdings, Known known) {
        this.known = known;
        holdings.refused().forEach(row -> refusedIds.add(row.id()));
        known.practitioners().forEach(this::know);
        holdings.staff().forEach(this::add);
        known.payers().forEach(payer -> {
            payers.add(payer.payerId());
            payers.add(Known.Someone.plain(payer.name()));
        });
        holdings.practice().map(PracticeFile::payers).orElse(List.of()).forEach(payer -> {
            payers.add(payer.payerId());
            payers.add(Known.Someone.plain(payer.name()));
        });
        var people = new HashMap<>(known.people());
        holdings.clients().forEach(row -> add(row, people));
    }

    private void know(Practitioner practitioner) {
        leaders.put(Known.Someone.plain(practitioner.name().toString()), practitioner.npi());
        leaderNames.put(practitioner.npi(), practitioner.name().toString());
    }

    private void add(Row.Staff row) {
        if (staff.stream().anyMatch(other -> other.npi().equals(row.npi()))) {
            refuse(
                    row,
                    " repeats the NPI " + row.npi() + ". Everyone has one of their own: correct it in " + file(row));
            return;
        }
        staff.add(row);
        leaders.put(Known.Someone.plain(row.name().toString()), row.npi());
        leaders.putIfAbsent(
                Known.Someone.plain(row.name().first() + " " + row.name().last()), row.npi());
        leaderNames.put(row.npi(), row.name().toString());
    }

    private void add(Row.Client row, Map<Known.Someone, String> people) {
        var someone = Known.Someone.of(row.name(), row.birthDate());
        var same = people.get(someone);
        if (clients.containsKey(row.id())) {
            refuse(row, " is listed twice, first in row " + number(row.id()) + ". Keep one of the rows");
        } else if (same != null && !same.equals(row.id())) {
            refuse(
                    row,
                    " repeats " + same + " (same name and birth date). Keep one of the two, and move what "
                            + "belongs to the "
                            + "other");
        } else if (!knowsPayer(row)) {
            refuse(
                    row,
                    "'s payer " + payer(row) + " is not among the practice's payers. Add it to practice.json or "
                            + "under "
                            + "Payers, and import again");
        } else {
            people.put(someone, row.id());
            clients.put(row.id(), row);
            clientsByName
                    .computeIfAbsent(Known.Someone.plain(row.name().toString()), _ -> new HashSet<>())
                    .add(row.id());
        }
    }

    private int number(String id) {
        var row = clients.get(id);
        return row == null ? 0 : row.place().number();
    }

    private boolean knowsPayer(Row.Client row) {
        var insurance = row.insurance();
        return insurance == null
                || (insurance.payerId().isEmpty()
                        ? payers.contains(Known.Someone.plain(insurance.payerName()))
                        : payers.contains(insurance.payerId()));
    }

    private static String payer(Row.Client row) {
        var insurance = row.insurance();
        return insurance == null ? "" : insurance.payerId().isEmpty() ? insurance.payerName() : insurance.payerId();
    }

    private void refuse(Row row, String why) {
        refused.add(new Refused(row.place().file(), row.place().number(), row.id(), row.id() + why + "."));
        refusedIds.add(row.id());
    }

    private static String file(Row row) {
        return row.place().file();
    }

    /** Whom a row means by this name, with or without a credential behind it, in either order. */
    Optional<Npi> leader(String text) {
        var plain = Known.Someone.plain(text);
        var npi = leaders.get(plain);
        if (npi == null && plain.contains(",")) {
            var parts = plain.split("\\s*,\\s*", 2);
            npi = leaders.getOrDefault(parts[0], leaders.get(parts[1] + " " + parts[0]));
        }
        return Optional.ofNullable(npi);
    }

    String leaderName(Npi npi) {
        return leaderNames.getOrDefault(npi, npi.value());
    }

    /** The id of whom a row means: an id, or a name that only one has. */
    Optional<String> client(String text) {
        if (clients.containsKey(text) || known.patients().containsKey(text)) {
            return Optional.of(text);
        }
        var named = clientsByName.getOrDefault(Known.Someone.plain(text), Set.of());
        return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
    }

    /** Why nobody is meant. */
    String whyNobody(String text) {
        return refusedIds.contains(text)
                ? " belongs to a client whose own row is refused. Correct that row first"
                : " belongs to nobody in clients.csv or among the members. Add the client, and import again";
    }

    List<Row.Staff> staff() {
        return staff;
    }

    List<Row.Client> clients() {
        return List.copyOf(clients.values());
    }

    List<Refused> refused() {
        return refused;
    }
}
