package org.circlekeeper.intake;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.roster.UnexpectedSeats;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
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

    /** Of these seats, those that are shut until somebody opens them. */
    Set<MembershipId> open(Collection<MembershipId> seats) {
        return ids(db.sql("select membership_id from intake.shut where last_day is null and membership_id = any(:ids)")
                .param("ids", seats.stream().map(MembershipId::value).toArray(UUID[]::new)));
    }

    /** Each seat's shut days, as far as they touch this day or a later one. */
    List<UnexpectedSeats.Unexpected> from(LocalDate day) {
        return db.sql("""
                        select membership_id, first_day, last_day
                          from intake.shut
                         where last_day is null
                            or last_day >= :day
                        """)
                .param("day", day)
                .query((row, _) -> new UnexpectedSeats.Unexpected(
                        new MembershipId(row.getObject("membership_id", UUID.class)),
                        new DateRange(
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class))))
                .list();
    }

    /** Those that are shut so, and for which no packet was given. */
    Set<MembershipId> withoutPacket() {
        return ids(db.sql("""
                        select s.membership_id
                          from intake.shut s
                         where s.last_day is null
                           and not exists (select from intake.packet k
                                            where k.practice_id = s.practice_id
                                              and k.membership_id = s.membership_id)
                        """));
    }

    private static Set<MembershipId> ids(StatementSpec question) {
        return question.query(UUID.class).list().stream().map(MembershipId::new).collect(toSet());
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
