package org.circlekeeper.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.PortInUseException;

/** Machines on which it cannot start as usual: each gets a sentence with a remedy, or another way to start. */
class StartingTroubleTest {

    private static final int NOBODY = 65534;
    private static final int IN_NO_LIST = 54321;

    @TempDir
    Path directory;

    @Test
    void a_home_that_cannot_be_written_is_refused() throws Exception {
        var file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> Home.at(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("CIRCLEKEEPER_HOME");
        assertThatThrownBy(() -> Home.at(file.resolve("beneath")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be written");
        assertThatThrownBy(() -> Home.at(Path.of("/proc/circlekeeper")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void a_full_disk_says_so_whoever_meets_it() {
        assertThat(DiskTrouble.sentence(new IOException("data: No space left on device")))
                .contains("The disk is full");
        var failed = new ProgramFailed("initdb", "could not extend file: No space left on device");
        assertThat(PostgresServer.sentence(directory, failed)).hasMessageContaining("is full");
    }

    @Test
    void trouble_is_said_in_a_sentence_however_deep_it_lies() {
        var deep = new IllegalStateException("bean", new IllegalStateException("bean", new CannotStart("Do this.")));
        assertThat(TroubleInASentence.sentence(deep)).contains("Do this.");
        assertThat(TroubleInASentence.sentence(new IllegalStateException(new PortInUseException(8080))))
                .get()
                .asString()
                .contains("8080")
                .contains("--port");
        assertThat(TroubleInASentence.sentence(new IllegalStateException("a bug")))
                .isEmpty();
    }

    @Test
    void a_machine_without_loopback_is_told_what_to_look_at() {
        var failed = new ProgramFailed("pg_ctl", "FATAL: could not create any TCP/IP sockets");
        assertThat(PostgresServer.sentence(directory, failed)).hasMessageContaining("127.0.0.1");
    }

    @Test
    void a_database_of_another_version_is_told_so() {
        var failed = new ProgramFailed("pg_ctl", "FATAL:  database files are incompatible with server");
        assertThat(PostgresServer.sentence(directory, failed))
                .hasMessageContaining("was made by another version of PostgreSQL than the 18.6.0 of this program.");
    }

    @Test
    void a_machine_without_programs_is_told_of_the_other_way() {
        var here = System.getProperty("os.arch");
        try {
            System.setProperty("os.arch", "sparc");
            assertThatThrownBy(() -> PostgresBinaries.unpacked(directory))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("sparc")
                    .hasMessageContaining("DATABASE_URL");
        } finally {
            System.setProperty("os.arch", here);
        }
    }

    @Test
    void a_database_elsewhere_that_does_not_answer_is_to_be_started() {
        assertThatThrownBy(() -> DatabaseRoles.prepareApplication(
                        DatabaseAddress.read("postgresql://owner:secret@127.0.0.1:1/practice"), "secret"))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("The database at DATABASE_URL does not answer. Start it, or correct the host");
    }

    @Test
    void a_database_cut_short_in_its_making_is_made_anew() throws Exception {
        var home = Home.at(directory);
        Files.createDirectories(directory.resolve("postgres/data/base"));
        Files.writeString(directory.resolve("postgres/data/PG_VERSION"), "18\n");

        try (var database = HomeDatabase.open(home, HomeUse.COMMAND, false)) {
            assertThat(database.held()).isPresent();
        }
    }

    @Test
    void root_steps_down_and_where_it_cannot_takes_a_namespace() throws Exception {
        assumeTrue(isRoot(), "This needs root.");
        var open = Files.createDirectory(directory.resolve("open"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(ServerAccount.reaching(open).prefix()).startsWith("setpriv");

        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        assertThat(ServerAccount.reaching(open).prefix()).startsWith("unshare");
    }

    @Test
    void an_ordinary_user_needs_nobody_else() throws Exception {
        assertThat(startedAs(NOBODY)).isEqualTo("ready holding");
    }

    @Test
    void a_user_without_an_entry_in_the_list_of_users_starts_too_or_is_told() throws Exception {
        assertThat(startedAs(IN_NO_LIST))
                .satisfiesAnyOf(
                        said -> assertThat(said).isEqualTo("ready holding"),
                        said -> assertThat(said).contains("no entry in the list of users"));
    }

    /** What a process of that user says that opens a home; its classes are laid where every user may read them. */
    private String startedAs(int user) throws Exception {
        assumeTrue(isRoot(), "This needs root, to become another user.");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        var home = Files.createDirectory(directory.resolve("home"));
        Files.setAttribute(home, "unix:uid", user);
        var as = List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
        try (var process =
                OtherProcess.running(as, readableByAll(), HomeHolder.class, home.toString(), HomeUse.COMMAND.name())) {
            return process.line("re");
        }
    }

    private String readableByAll() throws IOException {
        var laid = new ArrayList<String>();
        for (var entry : OtherProcess.CLASS_PATH.split(File.pathSeparator)) {
            var from = Path.of(entry);
            var needed = List.of("postgres", "commons", "xz", "slf4j", "logback", "jspecify");
            if (Files.isDirectory(from)
                    || needed.stream().anyMatch(from.getFileName().toString()::contains)) {
                var to = directory.resolve("class-path-" + laid.size() + "-" + from.getFileName());
                copy(from, to);
                laid.add(to.toString());
            }
        }
        return String.join(File.pathSeparator, laid);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var copied = to.resolve(from.relativize(file).toString());
                Files.copy(file, copied);
                Files.setPosixFilePermissions(copied, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
