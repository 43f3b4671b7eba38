package org.circlekeeper.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.circlekeeper.clearinghouse.WholeFile.Written;
import org.circlekeeper.outbox.CannotCarry;
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
                .hasMessageContaining("nothing was lost");
        assertThat(folder.resolve("x.edi")).hasBinaryContent(new byte[] {9});
    }

    @Test
    void what_a_crash_left_unfinished_is_written_over() throws IOException {
        Files.write(folder.resolve(".x.edi.part"), new byte[] {9, 9, 9, 9, 9});

        WholeFile.write(folder, "x.edi", BYTES);

        assertThat(folder.resolve("x.edi")).hasBinaryContent(BYTES);
        assertThat(folder.resolve(".x.edi.part")).doesNotExist();
    }

    @Test
    void a_folder_that_cannot_be_is_told_in_a_sentence() throws IOException {
        Files.write(folder.resolve("taken"), BYTES);

        assertThatThrownBy(() -> WholeFile.write(folder.resolve("taken"), "x.edi", BYTES))
                .isInstanceOf(CannotCarry.class)
                .hasMessageContaining("sent with the next round");
    }

    @Test
    void a_full_disk_is_told_with_what_to_free() throws IOException {
        var full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full), "no /dev/full on this system");
        Files.createSymbolicLink(folder.resolve(".x.edi.part"), full);

        assertThatThrownBy(() -> WholeFile.write(folder, "x.edi", BYTES))
                .isInstanceOf(CannotCarry.class)
                .hasMessageMatching(
                        "The disk is full: free \\d+ MB; nothing was lost, it is sent with the next round\\.");
        assertThat(folder.resolve("x.edi")).doesNotExist();
    }
}
