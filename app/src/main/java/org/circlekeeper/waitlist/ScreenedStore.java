package org.circlekeeper.waitlist;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was screened and has no answer, and who need not be, on disk. */
@Repository
class ScreenedStore {

    private final JdbcClient db;

    ScreenedStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Whose screening was to be by then and who stands there still, the first before the rest, for the kinds of groups
     * that somebody leads, or helps to lead, on that day.
     */
    List<Entry> until(Instant until, int most, PractitionerId leader, LocalDate day) {
        return db.sql(EntryStore.COLUMNS + """
                 where status = 'SCREEN_SCHEDULED'
                   and screen_at <= :until
                   and type_id in (
                        select type_id
                          from roster.led_facts
                         where practitioner_id = :leader
                           and (first_day <= :day or first_day is null)
                           and (last_day >= :day or last_day is null))
                 order by screen_at, id
                 limit :most
                """)
                .param("until", Timestamp.from(until))
                .param("most", most)
                .param("leader", leader.value())
                .param("day", day)
                .query(EntryStore::entry)
                .list();
    }

    /** When the calendar has the next appointment by which somebody is screened; the first of them. */
    Optional<Instant> planned(EntryId entry) {
        return db.sql("""
                        select starts_at
                          from scheduling.appointment_facts
                         where for_entry = :entry
                           and kind <> 'INDIVIDUAL'
                           and status = 'PLANNED'
                         order by starts_at
                         limit 1
                        """)
                .param("entry", entry.value())
                .query((row, _) -> row.getTimestamp("starts_at").toInstant())
                .optional();
    }

    /** The groups of this kind in which somebody has a seat on that day, or will have one later. */
    Set<GroupId> sitsIn(PatientId patient, UUID type, LocalDate day) {
        return db.sql("""
                        select distinct m.group_id
                          from roster.membership_facts m
                          join roster.group_facts g
                            on g.practice_id = m.practice_id
                           and g.id = m.group_id
                         where m.patient_id = :patient
                           and g.type_id = :type
                           and (m.last_day is null or m.last_day >= :day)
                        """)
                .param("patient", patient.value())
                .param("type", type)
                .param("day", day)
                .query((row, _) -> new GroupId(row.getObject("group_id", UUID.class)))
                .set();
    }

    /** Whether somebody has, had or will have a seat in a group of this kind. */
    boolean hasSeat(PatientId patient, UUID type) {
        return db.sql("""
                        select exists (select
                                         from roster.membership_facts m
                                         join roster.group_facts g
                                           on g.practice_id = m.practice_id
                                          and g.id = m.group_id
                                        where m.patient_id = :patient
                                          and g.type_id = :type)
                        """)
                .param("patient", patient.value())
                .param("type", type)
                .query(Boolean.class)
                .single();
    }
}
