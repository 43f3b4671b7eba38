package org.circlekeeper.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.terms.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Days on which nobody expects a member because papers are missing, on disk. */
@Repository
class ShutStore {

    private final JdbcClient db;

    ShutStore(JdbcClient db) {
        this.db = db;
    }

    /** From that day on, until it is opened. */
    void shut(MembershipId membership, PatientId patient, LocalDate from, Instant now) {
        db.sql("""
                        insert into intake.shut (id, membership_id, patient_id, first_day)
                        values (:id, :membership, :patient, :from)
                        on conflict (practice_id, membership_id) where last_day is null do nothing
                        """)
                .param("id", NewId.at(now))
                .param("membership", membership.value())
                .param("patient", patient.value())
                .param("from", from)
                .update();
    }

    /** From that day on they are expected again. */
    void open(MembershipId membership, LocalDate day) {
        db.sql("""
                        delete from intake.shut
                         where membership_id = :membership
                           and last_day is null
                           and first_day >= :day
                        """).param("membership", membership.value()).param("day", day).update();
        db.sql("""
                        update intake.shut
                           set last_day = :day::date - 1
                         where membership_id = :membership
                           and last_day is null
                        """).param("membership", membership.value()).param("day", day).update();
    }
}
