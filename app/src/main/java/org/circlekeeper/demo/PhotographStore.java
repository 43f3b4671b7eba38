package org.circlekeeper.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.stereotype.Repository;

/**
 * A picture of every table, kept beside them in a schema of its own, and put back in one transaction. It works as the
 * owner of the tables, and within each practice's row-level security: the picture of a practice is taken by itself.
 */
@Repository
class PhotographStore {

    private static final String TABLES = """
            select c.oid::bigint as id, n.nspname as schema, c.relname as name, c.relrowsecurity as apart,
                   (select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
                      from pg_attribute a
                     where a.attrelid = c.oid
                       and a.attnum > 0
                       and not a.attisdropped
                       and a.attgenerated = '') as columns
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'r'
               and n.nspname not in ('pg_catalog', 'information_schema', 'database', 'jobs', 'photograph')
               and n.nspname not like 'pg_toast%'
             order by n.nspname, c.relname
            """;
    private static final String REFERENCES = """
            select conrelid::bigint as child, confrelid::bigint as parent
              from pg_constraint
             where contype = 'f'
               and conrelid <> confrelid
            """;

    private final FlywayConnectionDetails owner;

    PhotographStore(FlywayConnectionDetails owner) {
        this.owner = owner;
    }

    private record Table(long id, String schema, String name, boolean apart, String columns) {
        String qualified() {
            return '"' + schema + "\".\"" + name + '"';
        }

        String picture() {
            return "photograph.\"" + schema + "__" + name + '"';
        }
    }

    /** Tells PostgreSQL how much there is, as it would find out by itself in a minute: the story is told in seconds. */
    void count() {
        inOneTransaction(connection -> run(connection, "analyze"));
    }

    /** Takes the picture; an older one is thrown away. */
    void take(List<String> practices) {
        inOneTransaction(connection -> {
            run(connection, "drop schema if exists photograph cascade");
            run(connection, "create schema photograph");
            for (var table : tables(connection)) {
                var like = " (like " + table.qualified() + " including generated)";
                run(connection, "create table " + table.picture() + like);
                copy(connection, practices, table, table.qualified(), table.picture());
            }
        });
    }

    /** Puts every table back as it was, all of them or none. */
    void putBack(List<String> practices) {
        inOneTransaction(connection -> {
            var tables = parentsFirst(tables(connection), references(connection));
            var all = tables.stream().map(Table::qualified).toList();
            run(connection, "truncate " + String.join(", ", all));
            for (var table : tables) {
                copy(connection, practices, table, table.picture(), table.qualified());
            }
        });
    }

    private static void copy(Connection connection, List<String> practices, Table table, String from, String to)
            throws SQLException {
        if (!table.apart()) {
            run(connection, insert(table, from, to));
            return;
        }
        for (var practice : practices) {
            try (var scope = connection.prepareStatement("select set_config('circlekeeper.practice', ?, true)");
                    var rows = connection.prepareStatement(insert(table, from, to) + " where practice_id = ?::uuid")) {
                scope.setString(1, practice);
                scope.execute();
                rows.setString(1, practice);
                rows.executeUpdate();
            }
        }
    }

    /** Numbers that PostgreSQL gave out are put back as they were given; what it computes, it computes again. */
    private static String insert(Table table, String from, String to) {
        return "insert into " + to + " (" + table.columns() + ") overriding system value select " + table.columns()
                + " from " + from;
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<Table>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(new Table(
                        rows.getLong("id"),
                        rows.getString("schema"),
                        rows.getString("name"),
                        rows.getBoolean("apart"),
                        rows.getString("columns")));
            }
        }
        return tables;
    }

    private static Map<Long, List<Long>> references(Connection connection) throws SQLException {
        var parents = new LinkedHashMap<Long, List<Long>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(REFERENCES)) {
            while (rows.next()) {
                parents.computeIfAbsent(rows.getLong("child"), _ -> new ArrayList<>())
                        .add(rows.getLong("parent"));
            }
        }
        return parents;
    }

    /** Rows can be put back only where what they point to stands already. */
    private static List<Table> parentsFirst(List<Table> tables, Map<Long, List<Long>> parents) {
        var waiting = new ArrayList<>(tables);
        var ordered = new ArrayList<Table>();
        while (!waiting.isEmpty()) {
            var ids = waiting.stream().map(Table::id).toList();
            var free = waiting.stream()
                    .filter(table ->
                            parents.getOrDefault(table.id(), List.of()).stream().noneMatch(ids::contains))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("Tables point at each other in a circle: " + waiting);
            }
            ordered.addAll(free);
            waiting.removeAll(free);
        }
        return ordered;
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private void inOneTransaction(Work work) {
        try (var connection =
                DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword())) {
            connection.setAutoCommit(false);
            work.on(connection);
            connection.commit();
        } catch (SQLException broken) {
            throw new IllegalStateException("The picture of the tables could not be taken or put back", broken);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
