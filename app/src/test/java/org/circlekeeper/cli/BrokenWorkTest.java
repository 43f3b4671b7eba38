package org.circlekeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class BrokenWorkTest {

    @Test
    void a_full_disk_under_the_database_is_a_sentence() {
        var full = new SQLException("ERROR: could not extend file: No space left on device", "53100");
        assertThat(BrokenWork.sentence(new IllegalStateException(full)))
                .hasValue("The disk of the database is full, and nothing of this was kept. Free some space and run it "
                        + "again.");
    }

    @Test
    void a_database_that_went_away_is_a_sentence() {
        assertThat(BrokenWork.sentence(new IllegalStateException(new SQLException("gone", "08006"))))
                .hasValueSatisfying(said -> assertThat(said).startsWith("The database went away meanwhile"));
    }

    @Test
    void a_file_that_cannot_be_written_is_named() {
        assertThat(BrokenWork.sentence(new FileSystemException("/out/refused.csv", null, "No space left on device")))
                .hasValueSatisfying(
                        said -> assertThat(said).startsWith("/out/refused.csv cannot be used: No space left"));
    }

    @Test
    void a_file_in_a_folder_that_is_not_there_is_told_so() {
        assertThat(BrokenWork.sentence(new NoSuchFileException("/out/refused.csv")))
                .hasValue("/out/refused.csv cannot be used: it, or the folder it should lie in, is not there. Mend "
                        + "that, or name another place, and run it again.");
    }

    @Test
    void a_fault_of_the_program_is_not_made_up_to_be_something_else() {
        assertThat(BrokenWork.sentence(new IllegalStateException("a bug"))).isEmpty();
        assertThat(BrokenWork.sentence(new SQLException("ERROR: syntax error", "42601")))
                .isEmpty();
    }
}
