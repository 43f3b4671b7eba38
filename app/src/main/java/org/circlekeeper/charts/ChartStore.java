package org.circlekeeper.charts;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Diagnoses and treatment plans on disk. */
@Repository
class ChartStore {

    private final JdbcClient db;

    ChartStore(JdbcClient db) {
        this.db = db;
    }

    List<Charts.Diagnosis> diagnoses(Collection<PatientId> patients) {
        return db.sql("""
                        select patient_id, rank, code, first_day, last_day
                          from charts.diagnosis
                         where patient_id = any(:patients)
                           and superseded_at is null
                         order by patient_id, first_day desc, rank
                        """)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .query((row, _) -> new Charts.Diagnosis(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getInt("rank"),
                        new DiagnosisCode(row.getString("code")),
                        new DateRange(
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class))))
                .list();
    }

    /** A diagnosis that no longer stands as it was recorded. */
    private record Superseded(int rank, String code, LocalDate first) {}

    /** What stood until now is kept as it was, with who recorded otherwise and when; what began before ends. */
    void diagnose(PatientId patient, List<DiagnosisCode> codes, LocalDate from, String by, Instant now) {
        var superseded = db.sql("""
                        update charts.diagnosis
                           set superseded_at = :now, superseded_by = :by
                         where patient_id = :patient
                           and superseded_at is null
                           and (last_day is null or last_day >= :from)
                        returning rank, code, first_day
                        """)
                .param("patient", patient.value())
                .param("from", from)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Superseded(
                        row.getInt("rank"), row.getString("code"), row.getObject("first_day", LocalDate.class)))
                .list();
        for (var before : superseded) {
            if (before.first().isBefore(from)) {
                var until = new DateRange(before.first(), from.minusDays(1));
                add(new Charts.Diagnosis(patient, before.rank(), new DiagnosisCode(before.code()), until), by, now);
            }
        }
        for (int rank = 1; rank <= codes.size(); rank++) {
            add(new Charts.Diagnosis(patient, rank, codes.get(rank - 1), DateRange.from(from)), by, now);
        }
    }

    private void add(Charts.Diagnosis diagnosis, String by, Instant now) {
        db.sql("""
                        insert into charts.diagnosis (id, patient_id, rank, code, first_day, last_day, recorded_by,
                                                      recorded_at)
                        values (:id, :patient, :rank, :code, :first, :last, :by, :now)
                        """)
                .param("id", NewId.at(now))
                .param("patient", diagnosis.patient().value())
                .param("rank", diagnosis.rank())
                .param("code", diagnosis.code().value())
                .param("first", diagnosis.days().first())
                .param("last", diagnosis.days().last())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    List<Charts.TreatmentPlan> plans(PatientId patient) {
        return db.sql("""
                        select id, patient_id, first_day, last_day, signed_by, kept_in
                          from charts.treatment_plan
                         where patient_id = :patient
                         order by first_day desc, id
                        """)
                .param("patient", patient.value())
                .query((row, _) -> new Charts.TreatmentPlan(
                        row.getObject("id", UUID.class),
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        new DateRange(
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class)),
                        row.getString("signed_by"),
                        row.getString("kept_in")))
                .list();
    }

    void addPlan(Charts.TreatmentPlan plan, String by, Instant now) {
        db.sql("""
                        insert into charts.treatment_plan (id, patient_id, first_day, last_day, signed_by, kept_in,
                                                           recorded_by, recorded_at)
                        values (:id, :patient, :first, :last, :signed, :kept, :by, :now)
                        """)
                .param("id", plan.id())
                .param("patient", plan.patient().value())
                .param("first", plan.days().first())
                .param("last", plan.days().last())
                .param("signed", plan.signedBy())
                .param("kept", plan.keptIn())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    void removeDiagnoses(Collection<PatientId> patients) {
        db.sql("delete from charts.diagnosis where patient_id = any(:patients)")
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .update();
    }
}
