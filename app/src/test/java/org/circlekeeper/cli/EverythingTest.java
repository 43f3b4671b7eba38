package org.circlekeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EverythingTest {

    @Test
    void a_folder_that_could_not_be_filled_is_left_empty(@TempDir Path folder) {
        assertThatThrownBy(() -> Everything.wholly(folder, () -> {
                    Files.writeString(folder.resolve("audit.entry.csv"), "seq,a");
                    throw new FileSystemException("audit.entry.csv", null, "No space left on device");
                }))
                .isInstanceOf(FileSystemException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_spreadsheet_calculates_nothing_that_is_exported_and_nothing_is_lost() {
        var table = new EverythingStore.Table(
                "patients",
                "patient",
                List.of(
                        new EverythingStore.Column("first_name", "text"),
                        new EverythingStore.Column("last_name", "text"),
                        new EverythingStore.Column("e_mail", "text"),
                        new EverythingStore.Column("cents", "bigint")));

        assertThat(Everything.shown(table, List.of("=HYPERLINK(1)", "O'Brien", "'=quoted", "-6500")))
                .containsExactly("'=HYPERLINK(1)", "O'Brien", "''=quoted", "-6500");
        assertThat(Everything.shown(table, List.of("@a", "+1", "", ""))).containsExactly("'@a", "'+1", "", "");
    }
}
