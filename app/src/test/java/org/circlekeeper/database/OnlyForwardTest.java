package org.circlekeeper.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

@PracticeTest
class OnlyForwardTest {

    @Autowired
    FlywayConnectionDetails owner;

    @TempDir
    Path migrations;

    @Test
    void a_database_of_a_newer_program_is_refused_and_left_as_it_is() throws IOException {
        Files.writeString(migrations.resolve("V202601010000__then.sql"), "select 1");
        var newer = Files.writeString(migrations.resolve("V209901010000__of_tomorrow.sql"), "select 1");
        new OnlyForward().migrate(program());
        new OnlyForward().migrate(program());

        Files.delete(newer);
        assertThatThrownBy(() -> new OnlyForward().migrate(program()))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("A newer Circlekeeper has worked in this home: its database is of version "
                        + "209901010000, which this one does not know. Start the newer one");
        program().clean();
    }

    private Flyway program() {
        return Flyway.configure()
                .dataSource(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword())
                .locations("filesystem:" + migrations)
                .defaultSchema("of_a_newer_program")
                .cleanDisabled(false)
                .load();
    }
}
