package org.circlekeeper.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Practices are kept apart in every table and through every view there is, with a row of one practice in each table:
 * emptiness alone would prove nothing.
 */
class ApartTest {

    private static final UUID PRACTICE = UUID.fromString("01990000-0000-7000-8000-00000000000a");
    private static final UUID OTHER = UUID.fromString("01990000-0000-7000-8000-00000000000b");
    private static final String OURS = """
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname not like 'pg\\_%'
              and n.nspname not in ('information_schema', 'public', 'access', 'jobs', 'codes', 'database', 'archive')
            """;

    private static Connection root;
    private static Connection application;

    @BeforeAll
    static void aRowInEveryTable() throws SQLException {
        var addresses = TestDatabase.fresh();
        root = TestDatabase.asRootOf(addresses.owner());
        var address = addresses.application();
        application = DriverManager.getConnection(address.url(), address.user(), address.password());
        run(root, "set session_replication_role = replica");
        for (var table : relations("r")) {
            fill(table);
        }
    }

    @AfterAll
    static void close() throws SQLException {
        application.close();
        root.close();
    }

    @Test
    void a_statement_that_forgets_the_practice_sees_nothing() throws SQLException {
        assertThat(relations("r"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(count(root, name)).isEqualTo(1));
        run(application, "reset circlekeeper.practice");
        for (var relation : readable()) {
            assertThat(count(application, relation)).as(relation).isZero();
        }
    }

    @Test
    void a_practice_sees_its_own_row_and_another_does_not() throws SQLException {
        for (var relation : readable()) {
            in(OTHER);
            assertThat(count(application, relation))
                    .as(relation + " of another")
                    .isZero();
            in(PRACTICE);
            if (relations("r").contains(relation)) {
                assertThat(count(application, relation)).as(relation).isEqualTo(1);
            }
        }
        run(application, "reset circlekeeper.practice");
    }

    @Test
    void a_view_that_forgot_its_invoker_would_be_caught() throws SQLException {
        run(root, "create view public.careless as select name from practice.payer");
        run(root, "grant select on public.careless to " + DatabaseRoles.APPLICATION);
        try {
            run(application, "reset circlekeeper.practice");
            assertThat(count(application, "public.careless")).isEqualTo(1);
        } finally {
            run(root, "drop view public.careless");
        }
    }

    @Test
    void the_practice_is_asked_for_once_and_finds_its_rows_by_the_key() throws SQLException {
        in(PRACTICE);
        run(application, "set enable_seqscan = off");
        var plan = String.join("\n", texts(application, "explain select name from practice.payer"));
        run(application, "reset enable_seqscan");
        assertThat(plan).contains("InitPlan").contains("Index Cond: (practice_id = (InitPlan");
    }

    /** Puts a row into a table whatever its rules: they are dropped here, as only the practice matters. */
    private static void fill(String table) throws SQLException {
        var rules = "select conname from pg_constraint where conrelid = '" + table
                + "'::regclass and contype in ('c', 'x')";
        for (var rule : texts(root, rules)) {
            run(root, "alter table " + table + " drop constraint " + rule);
        }
        var columns = texts(root, """
                select a.attname || ' ' || (case when a.attname = 'practice_id' then '%s'
                                                 when t.typcategory = 'A' then '{}'
                                                 when t.typname = 'uuid' then '%s'
                                                 when t.typname in ('date', 'timestamp', 'timestamptz') then '2026-11-23'
                                                 when t.typname = 'time' then '18:30'
                                                 when t.typname = 'interval' then '1 hour'
                                                 when t.typname = 'bool' then 'true'
                                                 when t.typcategory = 'R' then 'empty'
                                                 when t.typname in ('json', 'jsonb') then '{}'
                                                 else '1' end)
                  from pg_attribute a
                  join pg_type t on t.oid = a.atttypid
                 where a.attrelid = '%s'::regclass
                   and a.attnum > 0
                   and a.attgenerated = ''
                   and a.attidentity = ''
                   and not a.attisdropped
                """.formatted(PRACTICE, PRACTICE, table));
        var names = columns.stream()
                .map(column -> column.substring(0, column.indexOf(' ')))
                .toList();
        var values = columns.stream()
                .map(column -> "'" + column.substring(column.indexOf(' ') + 1) + "'")
                .collect(Collectors.joining(", "));
        run(root, "delete from " + table);
        run(root, "insert into " + table + " (" + String.join(", ", names) + ") values (" + values + ")");
    }

    private static List<String> relations(String kind) throws SQLException {
        return texts(
                root, "select n.nspname || '.' || c.relname " + OURS + " and c.relkind = '" + kind + "' order by 1");
    }

    private static List<String> readable() throws SQLException {
        return texts(
                application,
                "select n.nspname || '.' || c.relname " + OURS
                        + " and c.relkind in ('r', 'p', 'v') and has_schema_privilege(n.oid, 'usage')"
                        + " and has_table_privilege(c.oid, 'select') order by 1");
    }

    private static void in(UUID practice) throws SQLException {
        run(application, "set circlekeeper.practice = '" + practice + "'");
    }

    private static long count(Connection connection, String relation) {
        try {
            return Long.parseLong(
                    texts(connection, "select count(*) from " + relation).getFirst());
        } catch (SQLException broken) {
            throw new IllegalStateException(relation, broken);
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
