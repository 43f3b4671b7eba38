package org.circlekeeper.movein;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.circlekeeper.movein.plan.Entry;
import org.circlekeeper.movein.plan.Known;
import org.circlekeeper.movein.plan.Plan;
import org.circlekeeper.movein.plan.Planner;
import org.circlekeeper.movein.read.Column;
import org.circlekeeper.movein.read.Holdings;
import org.circlekeeper.movein.read.Kind;
import org.circlekeeper.movein.read.Row;

/**
 * Ana (A1), Bo and Cy in one session on a Monday, each of them present with a signed note, and what an import into a
 * practice that holds nothing yet would make of the files.
 */
record ThreeMembers(Folder folder, Map<Kind, Map<Column, String>> pointedOut) {

    static final String CAME = "present,09:00,10:15,Dana Whitfield,2026-10-19T10:15,Dana Whitfield,2026-10-19";
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    ThreeMembers() {
        this(Folder.mapleStreet().ofThree(CAME), new EnumMap<>(Kind.class));
    }

    /** One more column of clients.csv, and what it says of Ana; of the others it says nothing. */
    ThreeMembers withColumn(String header, String ofAna) {
        folder.replacing("clients.csv", "Diagnosis\n", "Diagnosis," + header + "\n")
                .replacing("clients.csv", "X123,F33.1", "X123,F33.1," + ofAna);
        return this;
    }

    ThreeMembers pointOut(Kind kind, Column column, String header) {
        pointedOut.computeIfAbsent(kind, _ -> new EnumMap<>(Column.class)).put(column, header);
        return this;
    }

    Plan plan() {
        var holdings = Holdings.read(folder.drop(), pointedOut, ZONE, LocalDate.ofInstant(NOW, ZONE));
        return Planner.plan(holdings, nothing());
    }

    private static Known nothing() {
        return new Known(
                ZONE,
                NOW,
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                new EnumMap<>(Kind.class));
    }

    ImportResult take() {
        return plan().result(null, 0);
    }

    /** The rows of a kind that would be taken. */
    <R extends Row> List<R> rows(Class<R> kind) {
        return plan().entries().stream()
                .map(Entry::row)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    Row.Client ana() {
        return rows(Row.Client.class).stream()
                .filter(row -> row.id().equals("A1"))
                .findFirst()
                .orElseThrow();
    }

    static String said(ImportResult result) {
        return result.notices().stream().map(Notice::sentence).collect(Collectors.joining("\n"));
    }
}
