package org.circlekeeper.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that is somebody else's, named by DATABASE_URL. */
class ExternalDatabaseTest {

    @TempDir
    static Path directory;

    private static PostgresServer server;

    @BeforeAll
    static void somebodyElses() throws Exception {
        server = PostgresServer.start(directory.resolve("postgres"), "root-password", false);
        asRoot("create role firm login createrole password 'firm+pass'");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void anEmptyDatabase() throws SQLException {
        asRoot(
                "drop database if exists firm",
                "drop role if exists " + DatabaseRoles.APPLICATION,
                "create database firm owner firm");
    }

    @Test
    void the_application_gets_a_role_of_its_own_and_keeps_it() throws Exception {
        DatabaseRoles.prepareApplication(owner(), "first");
        DatabaseRoles.prepareApplication(owner(), "first");

        var application = owner().as(DatabaseRoles.APPLICATION, "first");
        try (var connection =
                        DriverManager.getConnection(application.url(), application.user(), application.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole from pg_roles "
                                + "where rolname = current_user")) {
            rows.next();
            assertThat(rows.getBoolean(1)).isFalse();
        }
    }

    @Test
    void every_node_that_knows_the_owner_knows_the_password_of_the_application() {
        var password = DatabaseRoles.applicationPassword(owner());

        assertThat(password)
                .hasSize(64)
                .isEqualTo(DatabaseRoles.applicationPassword(owner()))
                .isNotEqualTo(DatabaseRoles.applicationPassword(owner().as("firm", "another")));
    }

    @Test
    void a_password_that_differs_is_set_anew() throws Exception {
        DatabaseRoles.prepareApplication(owner(), "first");
        DatabaseRoles.prepareApplication(owner(), "second");

        var application = owner().as(DatabaseRoles.APPLICATION, "second");
        DriverManager.getConnection(application.url(), application.user(), application.password())
                .close();
    }

    @Test
    void an_application_that_may_bypass_row_level_security_is_refused() throws Exception {
        asRoot("create role " + DatabaseRoles.APPLICATION + " login bypassrls password 'first'");

        assertThatThrownBy(() -> DatabaseRoles.prepareApplication(owner(), "first"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("nobypassrls");
    }

    @Test
    void an_owner_who_cannot_sign_in_is_told_apart() {
        assertThatThrownBy(() -> DatabaseRoles.prepareApplication(owner().as("firm", "wrong"), "first"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("DATABASE_URL");
    }

    @Test
    void an_address_is_read_in_each_of_its_forms() {
        var plain = DatabaseAddress.read("postgresql://firm:a%2Fb+c@db.example:5433/firm?sslmode=require");
        assertThat(plain.url()).startsWith("jdbc:postgresql://db.example:5433/firm?sslmode=require&");
        assertThat(plain.user()).isEqualTo("firm");
        assertThat(plain.password()).isEqualTo("a/b+c");

        var jdbc = DatabaseAddress.read("jdbc:postgresql://db.example/firm?user=firm&password=secret");
        assertThat(jdbc.user()).isEqualTo("firm");
        assertThat(jdbc.password()).isEqualTo("secret");
        assertThat(jdbc.url()).doesNotContain("secret");
        assertThat(jdbc.toString()).doesNotContain("secret");
    }

    @Test
    void an_address_that_is_none_is_refused_and_its_secret_not_repeated() {
        for (var text :
                new String[] {"mysql://firm:secret@db/firm", "postgresql://db/firm", "post gres:secret", "secret"}) {
            assertThatThrownBy(() -> DatabaseAddress.read(text))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("DATABASE_URL reads")
                    .hasMessageNotContaining("secret");
        }
    }

    private static DatabaseAddress owner() {
        return DatabaseAddress.read("postgresql://firm:firm+pass@127.0.0.1:" + server.port() + "/firm");
    }

    private static void asRoot(String... statements) throws SQLException {
        var root = server.superuser("postgres", "root-password");
        try (var connection = DriverManager.getConnection(root.url(), root.user(), root.password());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
