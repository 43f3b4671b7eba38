package org.circlekeeper.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who starts, borrows, takes over and stops the database of a home, with real processes and a real server. */
class HomeDatabaseTest {

    @TempDir
    static Path directory;

    private static Home home;

    @BeforeAll
    static void theHome() {
        home = Home.at(directory);
    }

    @AfterEach
    void nothingRunsAnyMore() throws IOException {
        assertThat(directory.resolve("postgres/data/postmaster.pid")).doesNotExist();
        assertThat(Running.in(home)).isEmpty();
    }

    @Test
    void what_was_written_is_there_after_a_restart() throws Exception {
        try (var database = open(HomeUse.COMMAND)) {
            run(database.owner(), "create table public.kept (line text)");
            run(database.owner(), "insert into public.kept values ('there')");
        }
        try (var database = open(HomeUse.SERVE)) {
            assertThat(answer(database.owner(), "select line from public.kept")).isEqualTo("there");
            run(database.owner(), "drop table public.kept");
        }
    }

    @Test
    void the_database_is_safe_and_reached_in_one_way() throws Exception {
        try (var database = open(HomeUse.SERVE)) {
            var application = database.application();
            assertThat(answer(application, "show fsync")).isEqualTo("on");
            assertThat(answer(application, "show synchronous_commit")).isEqualTo("on");
            assertThat(answer(application, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Files.readAllLines(directory.resolve("postgres/data/postmaster.pid"))
                            .get(4))
                    .as("directory of the socket")
                    .isEmpty();
            assertThat(Files.readString(directory.resolve("postgres/data/postmaster.opts")))
                    .contains("timezone=UTC");
            assertThat(answer(application, "show data_checksums")).isEqualTo("on");
            assertThat(answer(application, "select datlocale from pg_database where datname = current_database()"))
                    .isEqualTo("C.UTF-8");
            assertThatThrownBy(() -> answer(application.as(DatabaseRoles.APPLICATION, "guessed"), "select 1"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
            assertThatThrownBy(() -> run(application, "create table public.mine (line text)"))
                    .hasMessageContaining("permission denied");
        }
        try (var secrets = Files.list(directory.resolve("secrets"))) {
            assertThat(secrets)
                    .isNotEmpty()
                    .allSatisfy(
                            secret -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void the_programs_are_of_the_version_their_folder_is_named_for() throws Exception {
        try (var database = open(HomeUse.COMMAND)) {
            var version = answer(database.application(), "show server_version");
            assertThat(PostgresBinaries.VERSION).startsWith(version.split(" ", 2)[0] + ".");
        }
    }

    @Test
    void what_a_killed_process_left_running_is_taken_over() throws Exception {
        try (var other = OtherProcess.running(HomeHolder.class, directory.toString(), "SERVE")) {
            assertThat(other.line("ready")).isEqualTo("ready holding");
            long orphan = postmaster();
            other.kill();
            assertThat(isRunning(orphan)).isTrue();

            try (var database = open(HomeUse.SERVE)) {
                assertThat(isRunning(orphan)).isFalse();
                assertThat(answer(database.application(), "select 'works'")).isEqualTo("works");
            }
        }
    }

    @Test
    void the_number_of_a_killed_server_may_be_another_process_by_now() throws Exception {
        open(HomeUse.COMMAND).close();
        var data = directory.resolve("postgres/data");
        long stranger = ProcessHandle.current().pid();
        Files.writeString(data.resolve("postmaster.pid"), stranger + "\n" + data + "\n1763900000\n5432\n\n\n\n");

        try (var database = open(HomeUse.COMMAND)) {
            assertThat(answer(database.application(), "select 'works'")).isEqualTo("works");
        }
    }

    @Test
    void a_second_process_that_serves_is_refused_by_the_name_of_the_first() throws Exception {
        try (var other = OtherProcess.running(HomeHolder.class, directory.toString(), "SERVE")) {
            other.line("ready");
            Running.in(home).orElseThrow().at("http://localhost:8080/").tell(home);

            assertThatThrownBy(() -> open(HomeUse.SERVE))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("process " + other.pid())
                    .hasMessageContaining("http://localhost:8080/");
        }
    }

    @Test
    void a_command_borrows_the_database_and_whoever_started_it_waits() throws Exception {
        try (var other = OtherProcess.running(HomeHolder.class, directory.toString(), "COMMAND")) {
            other.line("ready");
            try (var borrowed = open(HomeUse.COMMAND)) {
                assertThat(borrowed.held()).isEmpty();
                other.letGo();
                Thread.sleep(700);
                assertThat(other.process().isAlive()).isTrue();
                assertThat(answer(borrowed.application(), "select 'still there'"))
                        .isEqualTo("still there");
            }
            other.hasEnded();
        }
    }

    @Test
    void a_command_whose_holder_was_killed_finishes_before_the_next_takes_over() throws Exception {
        try (var first = OtherProcess.running(HomeHolder.class, directory.toString(), "SERVE")) {
            first.line("ready");
            var borrowed = open(HomeUse.COMMAND);
            first.kill();
            try (var second = OtherProcess.running(HomeHolder.class, directory.toString(), "SERVE")) {
                Thread.sleep(1500);
                assertThat(answer(borrowed.application(), "select 'still there'"))
                        .isEqualTo("still there");
                borrowed.close();
                assertThat(second.line("ready")).isEqualTo("ready holding");
            }
        }
    }

    private static HomeDatabase open(HomeUse use) {
        return HomeDatabase.open(home, use, true);
    }

    private static long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(directory.resolve("postgres/data/postmaster.pid"))
                .getFirst()
                .strip());
    }

    /** Not one that waits to be reaped: that runs no more. */
    private static boolean isRunning(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException gone) {
            return false;
        }
    }

    private static Connection connection(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    private static void run(DatabaseAddress address, String sql) throws SQLException {
        try (var connection = connection(address);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(DatabaseAddress address, String sql) throws SQLException {
        try (var connection = connection(address);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
