package org.circlekeeper.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PracticeTest
class PracticeScopeTest {

    @Autowired
    PracticeScope scope;

    @Autowired
    JdbcClient db;

    final PracticeId one = new PracticeId(UUID.randomUUID());
    final PracticeId other = new PracticeId(UUID.randomUUID());

    @Test
    void a_practice_sees_its_own_rows_and_no_others() {
        scope.run(one, () -> holiday("2026-11-26"));

        assertThat(scope.in(one, this::holidays)).isEqualTo(1);
        assertThat(scope.in(other, this::holidays)).isZero();
        assertThat(holidays()).isZero();
    }

    @Test
    void a_row_for_another_practice_is_refused() {
        assertThatThrownBy(() -> scope.run(
                        one,
                        () -> db.sql("insert into practice.holiday (practice_id, day, name) "
                                        + "values (:other, '2026-12-25', 'Christmas')")
                                .param("other", other.value())
                                .update()))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void a_scope_inside_that_of_another_practice_is_refused() {
        assertThatThrownBy(() -> scope.run(one, () -> scope.run(other, () -> {})))
                .isInstanceOf(IllegalStateException.class);
    }

    private void holiday(String day) {
        db.sql("""
                        insert into practice.practice (name, outside_name, npi, tax_id, taxonomy, phone, line, city, state, zip,
                                                       zone, profile, created_at)
                        values ('A', 'A', '1234560013', '987650001', '261QM0850X', '2175550142', '1 Main', 'Springfield', 'IL',
                                '627011234', 'America/Chicago', 'SMALL', '2026-11-23T15:00:00Z')
                        """).update();
        db.sql("insert into practice.holiday (day, name) values (:day::date, 'Thanksgiving')")
                .param("day", day)
                .update();
    }

    private int holidays() {
        return db.sql("select count(*) from practice.holiday")
                .query(Integer.class)
                .single();
    }
}
