package org.circlekeeper.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.UUID;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The practice of a statement: set for one transaction, never mixed, gone afterwards. */
@PracticeTest
class PracticeScopeTest {

    private static final String IN_SCOPE = "select database.practice_id()";
    private static final PracticeId ONE = new PracticeId(UUID.fromString("01990000-0000-7000-8000-000000000001"));
    private static final PracticeId OTHER = new PracticeId(UUID.fromString("01990000-0000-7000-8000-000000000002"));

    @Autowired
    private JdbcClient db;

    @Autowired
    private PracticeScope scope;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    @Autowired
    private Trial trial;

    @Test
    void a_practice_lasts_as_long_as_its_transaction() {
        assertThat(scope.in(ONE, this::practice)).isEqualTo(ONE.value());
        assertThat(practice()).isNull();
        assertThat(new TransactionTemplate(transactions).<UUID>execute(_ -> practice()))
                .isNull();
    }

    @Test
    void work_inside_the_same_practice_joins_it() {
        assertThat(scope.in(ONE, () -> scope.in(ONE, this::practice))).isEqualTo(ONE.value());
    }

    @Test
    void a_practice_sees_its_own_rows_and_no_others() {
        var one = new PracticeId(UUID.randomUUID());
        scope.run(one, () -> holiday("2026-11-26"));

        assertThat(scope.in(one, this::holidays)).isEqualTo(1);
        assertThat(scope.in(OTHER, this::holidays)).isZero();
        assertThat(holidays()).isZero();
    }

    @Test
    void a_row_for_another_practice_is_refused() {
        assertThatThrownBy(() -> scope.run(
                        ONE,
                        () -> db.sql("insert into practice.holiday (practice_id, day, name) "
                                        + "values (:other, '2026-12-25', 'Christmas')")
                                .param("other", OTHER.value())
                                .update()))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void work_for_one_practice_inside_another_is_refused() {
        assertThatThrownBy(() -> scope.run(ONE, () -> scope.in(OTHER, this::practice)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void work_apart_knows_its_practice_and_leaves_the_other_as_it_was() {
        var seen = scope.in(ONE, () -> {
            var apart = scope.apart(ONE, this::practice);
            return apart.equals(practice());
        });
        assertThat(seen).isTrue();
    }

    @Test
    void the_clock_of_a_command_stands_where_it_was_told() {
        assertThat(clock.instant()).isEqualTo("2026-11-23T15:00:00Z").isEqualTo(clock.instant());
    }

    @Test
    void a_home_with_a_clock_of_its_own_stays_on_trial() {
        assertThatThrownBy(() -> trial.goLive("somebody"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("CIRCLEKEEPER_CLOCK");
        assertThat(trial.isLive()).isFalse();
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

    private UUID practice() {
        return db.sql(IN_SCOPE)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()
                .getFirst();
    }
}
