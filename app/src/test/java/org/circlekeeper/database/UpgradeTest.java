package org.circlekeeper.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A home that was in use goes on with what it has: whoever migrates sees the rows of each practice. */
class UpgradeTest {

    private static final String BEFORE = "202611271021";

    /** Rows as they lay in homes before, in two practices; those above them do not matter here. */
    private static final List<String> ROWS = List.of("""
            insert into scheduling.session (practice_id, id, group_id, service_date, starts_at, ends_at, leader_id,
                                            place_of_service, status, origin)
            select practice, practice, practice, '2026-11-30', '2026-11-30T18:00Z', '2026-11-30T19:15Z', practice, '11',
                   'PLANNED', 'planned'
              from practices
            """, """
            insert into attendance.announcement (practice_id, id, session_id, patient_id, said_by, said_at)
            select practice, practice, practice, practice, 'the member', '2026-11-27T12:00Z'
              from practices
            """, """
            insert into outbox.letter (practice_id, id, kind, target, key, payload, sha256, status, put_at, settled_at)
            select practice, gen_random_uuid(), kind, kind || status, status, 'what it says', '', status,
                   '2026-11-27T12:00Z', case when status = 'SENT' then timestamptz '2026-11-27T12:01Z' end
              from practices, unnest(array ['neutral-e-mail', 'claims']) kind, unnest(array ['SENT', 'WAITING']) status
            """, """
            insert into oncall.alarm (practice_id, id, reason, subject, raised_by, raised_at, status, paged, paged_at,
                                      acknowledged_by, acknowledged_at, closed_by, closed_at, note)
            select practice, practice, 'phq-9', practice, 'the member', '2026-11-27T12:00Z', 'CLOSED', 1,
                   '2026-11-27T12:00Z', 'Dana', '2026-11-27T12:05Z', 'Dana', '2026-11-27T12:30Z', 'called'
              from practices
            """, """
            insert into roster.group_type (practice_id, id, name, code)
            select practice, practice, 'Process', '90853' from practices
            """, """
            insert into roster.group_type (practice_id, id, name, code, joining)
            select practice, gen_random_uuid(), 'Open evening', '90853', 'DROP_IN' from practices
            """, """
            insert into roster.therapy_group (practice_id, id, type_id, name, capacity, leader_id, first_day)
            select practice, practice, practice, 'Circle', 10, practice, '2026-01-01' from practices
            """, """
            insert into attendance.encounter (practice_id, id, session_id, patient_id, presence, recorded_by,
                                              recorded_at)
            select practice, practice, practice, practice, 'PRESENT', 'Dana', '2026-11-30T20:00Z' from practices
            """, """
            insert into scheduling.session (practice_id, id, group_id, service_date, starts_at, ends_at, leader_id,
                                            place_of_service, status, origin)
            select practice, md5(practice::text)::uuid, practice, '2026-11-23', '2026-11-23T18:00Z',
                   '2026-11-23T19:15Z', practice, '11', 'PLANNED', 'planned'
              from practices
            """, """
            insert into attendance.encounter (practice_id, id, session_id, patient_id, presence, recorded_by,
                                              recorded_at)
            select practice, md5(practice::text)::uuid, md5(practice::text)::uuid, practice, 'PRESENT', 'Dana',
                   '2026-11-23T20:00Z'
              from practices
            """, """
            insert into compliance.plan_restriction (practice_id, session_id, patient_id, requested_on, recorded_by,
                                                     recorded_at)
            select practice, md5(practice::text)::uuid, practice, '2026-11-23', 'Dana', '2026-11-23T20:00Z'
              from practices
            """, """
            insert into coverage.coverage (practice_id, id, patient_id, payer_id, rank, member_id, first_day, source,
                                           recorded_at)
            select practice, practice, practice, practice, 'P', 'W1', '2026-01-01', 'test', '2026-01-01T12:00Z'
              from practices
            """, """
            insert into coverage.authorization (practice_id, id, patient_id, payer_id, number, code, units, first_day,
                                                last_day, recorded_by, recorded_at)
            select practice, gen_random_uuid(), practice, practice, number, '90853', 5, '2026-01-01', last, 'Dana',
                   '2026-01-01T12:00Z'
              from practices, (values ('SOONER', date '2026-12-31'), ('LATER', date '2027-12-31')) given (number, last)
            """);

    @Test
    void what_was_kept_before_is_kept_as_it_is_meant_now() throws SQLException {
        var owner = TestDatabase.empty();
        migrate(owner, BEFORE);
        try (var root = TestDatabase.asRootOf(owner)) {
            var db = JdbcClient.create(new SingleConnectionDataSource(root, true));
            db.sql("set session_replication_role = replica").update();
            db.sql("""
                            create temporary table practices as
                            select gen_random_uuid() as practice from generate_series(1, 2)
                            """).update();
            ROWS.forEach(rows -> db.sql(rows).update());

            migrate(owner, "latest");

            assertThat(texts(db, "select about::text from attendance.announcement"))
                    .hasSize(2)
                    .allMatch(about -> about.startsWith("2026-11-30 18:00:00"));
            assertThat(texts(db, """
                            select kind || ' ' || status || ' ' || convert_from(payload, 'UTF8')
                              from outbox.letter
                             group by 1
                             order by 1
                            """))
                    .containsExactly(
                            "claims SENT what it says",
                            "claims WAITING what it says",
                            "neutral-e-mail SENT ",
                            "neutral-e-mail WAITING what it says");
            assertThat(texts(db, """
                            select a.number || ' ' || u.place
                              from attendance.authorized_visit u
                              join coverage.authorization a
                                on a.practice_id = u.practice_id and a.id = u.authorization_id
                            """))
                    .as("who came has a unit of the authorization that ends first, unless it is kept from the plan")
                    .containsExactly("SOONER 1", "SOONER 1");
            assertThat(texts(db, "select name || ' ' || screened from roster.group_type order by 1"))
                    .containsExactly("Open evening false", "Open evening false", "Process true", "Process true");
            db.sql("set session_replication_role = replica").update();
            assertThat(db.sql("""
                                    insert into oncall.alarm (practice_id, id, reason, subject, raised_by, raised_at, status,
                                                              paged, paged_at)
                                    select practice_id, gen_random_uuid(), reason, subject, raised_by, raised_at, 'PAGED', 1,
                                           paged_at
                                      from oncall.alarm
                                    """).update())
                    .as("what was closed may be raised again")
                    .isEqualTo(2);
        }
    }

    private static List<String> texts(JdbcClient db, String question) {
        return db.sql(question).query(String.class).list();
    }

    private static void migrate(DatabaseAddress owner, String target) {
        Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations("classpath:db")
                .defaultSchema("database")
                .target(target)
                .load()
                .migrate();
    }
}
