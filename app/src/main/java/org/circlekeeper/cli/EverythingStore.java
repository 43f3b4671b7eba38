package org.circlekeeper.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads every table that belongs to practices, whatever feature it is of. It knows none by name but what stays out. */
@Repository
class EverythingStore {

    /**
     * Sign-ins and their secrets are the person's, not the practice's; uploads lie here for a day alone; what is sealed
     * is written as files that open.
     */
    private static final Set<String> NOT_OURS_TO_KEEP = Set.of(
            "access.sign_in",
            "movein.upload",
            "movein.upload_part",
            "documents.content",
            "intake.answers",
            "portal.sign_in",
            "portal.link",
            "portal.own_code",
            "portal.passkey",
            "portal.passkey_challenge",
            "portal.unsent",
            "portal.attempt");

    private static final int AT_A_TIME = 500;

    private final JdbcClient db;

    EverythingStore(JdbcClient db) {
        this.db = db;
    }

    /** A table and its columns in their order, with the type of each. */
    record Table(String schema, String name, List<Column> columns) {

        String full() {
            return schema + "." + name;
        }
    }

    /** A column of a table. */
    record Column(String name, String type) {}

    List<Table> tables() {
        var tables = new ArrayList<Table>();
        db.sql("""
                        select c.table_schema, c.table_name, c.column_name, c.data_type
                          from information_schema.columns c
                          join information_schema.tables t
                            on t.table_schema = c.table_schema and t.table_name = c.table_name
                         where t.table_type = 'BASE TABLE'
                           and exists (select from information_schema.columns p
                                        where p.table_schema = c.table_schema
                                          and p.table_name = c.table_name
                                          and p.column_name = 'practice_id')
                           and has_table_privilege(format('%I.%I', c.table_schema, c.table_name), 'select')
                         order by c.table_schema, c.table_name, c.ordinal_position
                        """).query(row -> {
            var schema = row.getString("table_schema");
            var name = row.getString("table_name");
            if (tables.isEmpty() || !tables.getLast().full().equals(schema + "." + name)) {
                tables.add(new Table(schema, name, new ArrayList<>()));
            }
            tables.getLast().columns().add(new Column(row.getString("column_name"), row.getString("data_type")));
        });
        return tables.stream()
                .filter(table -> !NOT_OURS_TO_KEEP.contains(table.full()))
                .toList();
    }

    /** Hands each row of the practice to {@code row}, as PostgreSQL writes its values, in the order of the key. */
    void rows(Table table, UUID practice, Consumer<List<String>> row) {
        var columns = table.columns().stream()
                .map(column -> quoted(column.name()) + "::text")
                .toList();
        var order = table.columns().stream()
                .map(column -> quoted(column.name()))
                .limit(4)
                .toList();
        db.sql("select " + String.join(", ", columns) + " from " + quoted(table.schema()) + "." + quoted(table.name())
                        + " where practice_id = :practice order by " + String.join(", ", order))
                .param("practice", practice)
                .withFetchSize(AT_A_TIME)
                .query(values -> {
                    var cells = new ArrayList<String>();
                    for (int i = 1; i <= columns.size(); i++) {
                        var value = values.getString(i);
                        cells.add(value == null ? "" : value);
                    }
                    row.accept(cells);
                });
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
