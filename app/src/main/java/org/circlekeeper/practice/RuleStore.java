package org.circlekeeper.practice;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Npi;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the practice has settled for itself, on disk. */
@Repository
class RuleStore {

    private final JdbcClient db;

    RuleStore(JdbcClient db) {
        this.db = db;
    }

    List<Enrolment> enrolments() {
        return db.sql("""
                        select practitioner_id, payer_id, billing_npi, enrolled, first_day, last_day, source
                          from practice.enrolment
                         order by recorded_at, id
                        """)
                .query((row, _) -> new Enrolment(
                        new PractitionerId(row.getObject("practitioner_id", UUID.class)),
                        row.getObject("payer_id", UUID.class),
                        new Npi(row.getString("billing_npi")),
                        row.getBoolean("enrolled"),
                        new DateRange(
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class)),
                        row.getString("source")))
                .list();
    }

    void record(UUID id, Enrolment enrolment, String by, Instant now) {
        db.sql("""
                        insert into practice.enrolment (id, practitioner_id, payer_id, billing_npi, enrolled, first_day,
                                                        last_day, source, recorded_by, recorded_at)
                        values (:id, :practitioner, :payer, :npi, :enrolled, :first, :last, :source, :by, :now)
                        """)
                .param("id", id)
                .param("practitioner", enrolment.practitioner().value())
                .param("payer", enrolment.payer())
                .param("npi", enrolment.billingNpi().value())
                .param("enrolled", enrolment.enrolled())
                .param("first", enrolment.days().first())
                .param("last", enrolment.days().last())
                .param("source", enrolment.source())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<FormerRecords> formerRecords() {
        return db.sql("select attested_by, attested_on, covers from practice.former_records")
                .query((row, _) -> new FormerRecords(
                        row.getString("attested_by"),
                        row.getObject("attested_on", LocalDate.class),
                        texts(row.getArray("covers"))))
                .optional();
    }

    void attest(FormerRecords records, Instant now) {
        db.sql("""
                        insert into practice.former_records (attested_by, attested_on, covers, recorded_at)
                        values (:by, :on, :covers, :now)
                        on conflict (practice_id) do update
                           set attested_by = excluded.attested_by, attested_on = excluded.attested_on,
                               covers = excluded.covers, recorded_at = excluded.recorded_at
                        """)
                .param("by", records.attestedBy())
                .param("on", records.on())
                .param("covers", records.covers().toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    Map<LocalDate, String> holidays() {
        var holidays = new HashMap<LocalDate, String>();
        db.sql("select day, name from practice.holiday").query(row -> {
            holidays.put(row.getObject("day", LocalDate.class), row.getString("name"));
        });
        return holidays;
    }

    void holiday(LocalDate day, String name) {
        db.sql("""
                        insert into practice.holiday (day, name)
                        values (:day, :name)
                        on conflict (practice_id, day) do update
                           set name = excluded.name
                        """).param("day", day).param("name", name).update();
    }

    void noHoliday(LocalDate day) {
        db.sql("delete from practice.holiday where day = :day")
                .param("day", day)
                .update();
    }

    List<OwnRule> ownRules() {
        return db.sql("""
                        select id, payer_id, kind, amount, leaders, first_day, last_day, source, verified_on
                          from practice.own_rule
                         order by recorded_at, id
                        """)
                .query((row, _) -> new OwnRule(
                        row.getObject("id", UUID.class),
                        row.getObject("payer_id", UUID.class),
                        OwnRule.Kind.valueOf(row.getString("kind")),
                        row.getInt("amount"),
                        row.getObject("leaders", Integer.class),
                        new DateRange(
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class)),
                        row.getString("source"),
                        row.getObject("verified_on", LocalDate.class)))
                .list();
    }

    void keep(OwnRule rule, String by, Instant now) {
        db.sql("""
                        insert into practice.own_rule (id, payer_id, kind, amount, leaders, first_day, last_day, source,
                                                       verified_on, recorded_by, recorded_at)
                        values (:id, :payer, :kind, :amount, :leaders, :first, :last, :source, :verified, :by, :now)
                        on conflict (practice_id, id) do update
                           set amount = excluded.amount, last_day = excluded.last_day, source = excluded.source,
                               verified_on = excluded.verified_on
                        """)
                .param("id", rule.id())
                .param("payer", rule.payer())
                .param("kind", rule.kind().name())
                .param("amount", rule.amount())
                .param("leaders", rule.leaders())
                .param("first", rule.days().first())
                .param("last", rule.days().last())
                .param("source", rule.source())
                .param("verified", rule.verifiedOn())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    Map<String, Trust> trust() {
        var levels = new HashMap<String, Trust>();
        db.sql("select duty, level from practice.trust").query(row -> {
            levels.put(row.getString("duty"), Trust.valueOf(row.getString("level")));
        });
        return levels;
    }

    void trust(String duty, Trust level, String by, Instant now) {
        db.sql("""
                        insert into practice.trust (duty, level, set_by, set_at)
                        values (:duty, :level, :by, :now)
                        on conflict (practice_id, duty) do update
                           set level = excluded.level, set_by = excluded.set_by, set_at = excluded.set_at
                        """)
                .param("duty", duty)
                .param("level", level.name())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
