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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Diagnoses and treatment plans on disk. */
@Repository
class ChartStore {

    private final JdbcClient db;

    ChartStore(JdbcClient db) {
        this.db = db;
    }

    List<Charts.Diagnosis> diagnoses(PatientId patient) {
        return db.sql("""
                        select patient_id, rank, code, first_day, last_day
                          from charts.diagnosis
                         where patient_id = :patient
                         order by first_day desc, rank
                        """)
                .param("patient", patient.value())
                .query((row, _) -> new Charts.Diagnosis(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getInt("rank"),
                        new DiagnosisCode(row.getString("code")),
                        new DateRange(
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class))))
                .list();
    }

    void diagnose(PatientId patient, List<DiagnosisCode> codes, LocalDate from, Instant now) {
        db.sql("delete from charts.diagnosis where patient_id = :patient and first_day >= :from")
                .param("patient", patient.value())
                .param("from", from)
                .update();
        db.sql("""
                        update charts.diagnosis
                           set last_day = :before
                         where patient_id = :patient
                           and (last_day is null or last_day > :before)
                        """)
                .param("patient", patient.value())
                .param("before", from.minusDays(1))
                .update();
        for (int rank = 1; rank <= codes.size(); rank++) {
            db.sql("""
                            insert into charts.diagnosis (patient_id, rank, code, first_day, recorded_at)
                            values (:patient, :rank, :code, :from, :now)
                            """)
                    .param("patient", patient.value())
                    .param("rank", rank)
                    .param("code", codes.get(rank - 1).value())
                    .param("from", from)
                    .param("now", Timestamp.from(now))
                    .update();
        }
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
