package org.circlekeeper.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseTroubleTest {

    @Test
    void a_full_disk_is_told_however_deep_it_lies() {
        var full = new SQLException("ERROR: could not extend file: No space left on device", "53100");
        assertThat(DatabaseTrouble.sentence(new IllegalStateException(new IllegalStateException(full))))
                .hasValueSatisfying(said -> assertThat(said).startsWith("The disk of the database is full"));
        assertThat(DatabaseTrouble.sentence(new IllegalStateException("a bug"))).isEmpty();
    }
}
