package org.circlekeeper.eligibility;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the practice asks, payer by payer, on disk; and who agreed that it does. */
@Repository
class WayStore {

    private final JdbcClient db;

    WayStore(JdbcClient db) {
        this.db = db;
    }

    /** How fast a payer may be asked, and who says so. */
    record Pace(int mostAnHour, String source) {}

    Optional<Setting> setting() {
        return db.sql("select days_ahead, price_cents from eligibility.setting")
                .query((row, _) -> {
                    var cents = row.getObject("price_cents", Long.class);
                    return new Setting(row.getInt("days_ahead"), cents == null ? null : new Money(cents));
                })
                .optional();
    }

    void keep(Setting setting, String by, Instant now) {
        var price = setting.price();
        db.sql("""
                        insert into eligibility.setting (days_ahead, price_cents, set_by, set_at)
                        values (:days, :price, :by, :now)
                        on conflict (practice_id) do update
                           set days_ahead = excluded.days_ahead,
                               price_cents = excluded.price_cents,
                               set_by = excluded.set_by,
                               set_at = excluded.set_at
                        """)
                .param("days", setting.daysAhead())
                .param("price", price == null ? null : price.cents())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    Map<UUID, Pace> paces() {
        return db
                .sql("select payer_id, most_an_hour, source from eligibility.pace")
                .query((row, _) -> Map.entry(
                        row.getObject("payer_id", UUID.class),
                        new Pace(row.getInt("most_an_hour"), row.getString("source"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void keep(UUID payer, Pace pace, String by, Instant now) {
        db.sql("""
                        insert into eligibility.pace (payer_id, most_an_hour, source, set_by, set_at)
                        values (:payer, :most, :source, :by, :now)
                        on conflict (practice_id, payer_id) do update
                           set most_an_hour = excluded.most_an_hour,
                               source = excluded.source,
                               set_by = excluded.set_by,
                               set_at = excluded.set_at
                        """)
                .param("payer", payer)
                .param("most", pace.mostAnHour())
                .param("source", pace.source())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** How each payer stands with each kind of file: the last word on it. */
    List<FileEnrolment> enrolments() {
        return db.sql("""
                        select distinct on (payer_id, kind)
                               payer_id, kind, state, on_day, clearinghouse, source, recorded_by
                          from eligibility.file_enrolment
                         order by payer_id, kind, recorded_at desc, id desc
                        """)
                .query((row, _) -> new FileEnrolment(
                        row.getObject("payer_id", UUID.class),
                        FileEnrolment.Kind.of(row.getString("kind")),
                        FileEnrolment.State.valueOf(row.getString("state")),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("clearinghouse"),
                        row.getString("source"),
                        row.getString("recorded_by")))
                .list();
    }

    void add(FileEnrolment enrolment, Instant now) {
        db.sql("""
                        insert into eligibility.file_enrolment (id, payer_id, kind, state, on_day, clearinghouse, source,
                                                                recorded_by, recorded_at)
                        values (:id, :payer, :kind, :state, :day, :clearinghouse, :source, :by, :now)
                        """)
                .param("id", NewId.at(now))
                .param("payer", enrolment.payer())
                .param("kind", enrolment.kind().code())
                .param("state", enrolment.state().name())
                .param("day", enrolment.onDay())
                .param("clearinghouse", enrolment.clearinghouse())
                .param("source", enrolment.source())
                .param("by", enrolment.recordedBy())
                .param("now", Timestamp.from(now))
                .update();
    }

    Set<PatientId> agreed(Collection<PatientId> patients, LocalDate day) {
        return db
                .sql("""
                        select patient_id
                          from eligibility.agreement
                         where patient_id = any(:patients)
                           and agreed_on <= :day
                        """)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .param("day", day)
                .query((row, _) -> new PatientId(row.getObject("patient_id", UUID.class)))
                .list()
                .stream()
                .collect(toSet());
    }

    void agree(PatientId patient, LocalDate on, String source, String by, Instant now) {
        db.sql("""
                        insert into eligibility.agreement (patient_id, agreed_on, source, recorded_by, recorded_at)
                        values (:patient, :on, :source, :by, :now)
                        on conflict (practice_id, patient_id) do update
                           set agreed_on = excluded.agreed_on,
                               source = excluded.source,
                               recorded_by = excluded.recorded_by,
                               recorded_at = excluded.recorded_at
                        """)
                .param("patient", patient.value())
                .param("on", on)
                .param("source", source)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    boolean takeBackAgreement(PatientId patient) {
        return db.sql("delete from eligibility.agreement where patient_id = :patient")
                        .param("patient", patient.value())
                        .update()
                > 0;
    }
}
