package org.circlekeeper.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.circlekeeper.outbox.WholeFile.Written;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is there whole, once, or not at all. */
class WholeFileTest {

    private static final byte[] BYTES = {1, 2, 3};

    @TempDir
    private Path folder;

    @Test
    void the_same_file_is_written_once() throws IOException {
        assertThat(WholeFile.write(folder.resolve("a/b"), "x.edi", BYTES)).isEqualTo(Written.NEW);
        assertThat(WholeFile.write(folder.resolve("a/b"), "x.edi", BYTES)).isEqualTo(Written.THERE_ALREADY);
        try (var files = Files.list(folder.resolve("a/b"))) {
            assertThat(files).singleElement().satisfies(file -> assertThat(file).hasBinaryContent(BYTES));
        }
    }

    @Test
    void another_file_of_the_name_is_left_alone() throws IOException {
        Files.write(folder.resolve("x.edi"), new byte[] {9});

        assertThatThrownBy(() -> WholeFile.write(folder, "x.edi", BYTES))
                .isInstanceOf(CannotCarry.class)
                .hasMessageContaining("Nothing was lost");
        assertThat(folder.resolve("x.edi")).hasBinaryContent(new byte[] {9});
    }

    @Test
    void what_a_crash_left_unfinished_is_written_over_or_taken_away() throws IOException {
        var dead = ".x.edi.999999999-1.part";
        for (var left : List.of(".x.edi.part", dead, WholeFile.unfinished("x.edi"))) {
            Files.write(folder.resolve(left), new byte[] {9, 9, 9, 9, 9});
        }

        WholeFile.write(folder, "x.edi", BYTES);

        assertThat(folder.resolve("x.edi")).hasBinaryContent(BYTES);
        assertThat(folder).isDirectoryContaining(file -> file.endsWith("x.edi"));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void only_the_user_of_this_program_may_read_it() throws IOException {
        WholeFile.write(folder.resolve("a/b"), "x.edi", BYTES);

        assertThat(permissions(folder.resolve("a"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("a/b"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("a/b/x.edi"))).isEqualTo("rw-------");
    }

    @Test
    void several_may_write_the_same_file_at_the_same_moment() throws Exception {
        var bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        var writers = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int turn = 0; turn < 80; turn++) {
                var name = "x" + turn / 8 + ".edi";
                writers.add(threads.submit(() -> WholeFile.write(folder, name, bytes)));
            }
            for (var writer : writers) {
                writer.get();
            }
        }

        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(10).allSatisfy(file -> assertThat(file).hasBinaryContent(bytes));
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void a_folder_that_cannot_be_is_told_in_a_sentence() throws IOException {
        Files.write(folder.resolve("taken"), BYTES);

        assertThatThrownBy(() -> WholeFile.write(folder.resolve("taken"), "x.edi", BYTES))
                .isInstanceOf(CannotCarry.class)
                .hasMessageContaining("it goes the next time");
    }

    @Test
    void a_full_disk_is_told_with_what_to_free() throws IOException {
        var full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "no /dev/full on this system");
        Files.createSymbolicLink(folder.resolve(WholeFile.unfinished("x.edi")), full);

        assertThatThrownBy(() -> WholeFile.write(folder, "x.edi", BYTES))
                .isInstanceOf(CannotCarry.class)
                .hasMessageMatching(
                        "The disk is full: x.edi was not written to .*\\. Free \\d+ MB\\. Nothing was lost: it goes the next time\\.");
        assertThat(folder).isEmptyDirectory();

        WholeFile.write(folder, "x.edi", BYTES);
        assertThat(folder.resolve("x.edi")).hasBinaryContent(BYTES);
    }
}
