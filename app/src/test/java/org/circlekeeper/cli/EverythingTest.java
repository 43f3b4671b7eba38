package org.circlekeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EverythingTest {

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
