package org.circlekeeper.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@PracticeTest
class ChainedTrailTest {

    private static final UUID SAM = UUID.fromString("0198a000-0000-7000-8000-000000000001");
    private static final Actor ROSA =
            new Actor.Person(PersonId.of("0198a000-0000-7000-8000-0000000000aa"), "Rosa Diaz", "biller");

    @Autowired
    AuditTrail audit;

    @Autowired
    PracticeScope scope;

    @Autowired
    JdbcClient db;

    @Autowired
    FlywayConnectionDetails owner;

    private final PracticeId practice = new PracticeId(NewId.at(Instant.parse("2026-11-23T14:00:00Z")));

    @BeforeEach
    void five_things_happen() {
        scope.run(practice, () -> {
            audit.shown(ROSA, "claims", List.of(SAM), "worked on claims");
            audit.did(new Actor.Duty("file-claims"), "filed", "claim 7", List.of(SAM), "nothing blocked it");
            audit.refused(ROSA, "asked for GET /notes", "person 1", "needs SIGN_NOTES");
            audit.did(new Actor.Operator("anna"), "exported", "batch 1", "");
            audit.shown(ROSA, "today", List.of(), "");
        });
    }

    @Test
    void an_untouched_trail_is_whole() {
        assertThat(verdict()).isEqualTo(new Verdict.Whole(5));
    }

    @Test
    void i11_each_showing_of_a_record_is_found_by_the_record() {
        var about = scope.in(practice, () -> audit.entriesAbout(SAM));

        assertThat(about).extracting(AuditEntry::what).containsExactly("filed", "claims");
        assertThat(about.getLast().actorLabel()).isEqualTo("Rosa Diaz");
        assertThat(about.getLast().hat()).isEqualTo("biller");
    }

    @Test
    void another_practice_has_a_trail_of_its_own() {
        var other = new PracticeId(NewId.at(Instant.parse("2026-11-23T14:00:00Z")));

        assertThat(scope.in(other, () -> audit.latest(10))).isEmpty();
        assertThat(scope.in(other, () -> audit.verify())).isEqualTo(new Verdict.Whole(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            edit        | update audit.entry set why = '' where practice_id = :p and seq = 2           | 2
            edit actor  | update audit.entry set actor_label = 'Ines' where practice_id = :p and seq = 1 | 1
            edit record | update audit.entry set patients = '{}' where practice_id = :p and seq = 1      | 1
            delete      | delete from audit.entry where practice_id = :p and seq = 3                     | 3
            cut tail    | delete from audit.entry where practice_id = :p and seq > 3                     | 4
            cut all     | delete from audit.entry where practice_id = :p                                 | 1
            head back   | update audit.head set seq = 3 where practice_id = :p                           | 4
            """)
    void i11_tampering_shows_and_names_the_first_entry_it_touched(String how, String sql, long firstBroken) {
        tamper(sql);

        assertBrokenFrom(firstBroken, how);
    }

    @Test
    void i11_an_entry_put_at_the_end_shows() {
        tamper("""
                insert into audit.entry
                select practice_id, 6, at, actor_kind, actor_id, actor_label, hat, kind, what, subject, patients, why,
                       hash, hash
                  from audit.entry
                 where practice_id = :p
                   and seq = 5
                """);

        assertBrokenFrom(6, "insert");
    }

    @Test
    void i11_two_entries_in_each_other_s_place_show() {
        tamper("update audit.entry set seq = 99 where practice_id = :p and seq = 2");
        tamper("update audit.entry set seq = 2 where practice_id = :p and seq = 3");
        tamper("update audit.entry set seq = 3 where practice_id = :p and seq = 99");

        assertBrokenFrom(2, "reorder");
    }

    @Test
    void the_program_itself_cannot_change_or_delete_an_entry() {
        for (var sql : List.of("update audit.entry set why = ''", "delete from audit.entry")) {
            assertThatThrownBy(() -> scope.run(practice, () -> db.sql(sql).update()))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private void assertBrokenFrom(long seq, String how) {
        assertThat(verdict())
                .as(how)
                .isInstanceOfSatisfying(
                        Verdict.Broken.class, broken -> assertThat(broken.seq()).isEqualTo(seq));
    }

    private Verdict verdict() {
        return scope.in(practice, () -> audit.verify());
    }

    /** As somebody with the password of the tables' owner would. */
    private void tamper(String sql) {
        try (var connection =
                DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword())) {
            var tables = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            tables.sql("select set_config('circlekeeper.practice', :practice, false)")
                    .param("practice", practice.toString())
                    .query(String.class)
                    .single();
            assertThat(tables.sql(sql).param("p", practice.value()).update()).isPositive();
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }
}
