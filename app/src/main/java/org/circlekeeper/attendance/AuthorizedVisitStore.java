package org.circlekeeper.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.coverage.Allotment;
import org.circlekeeper.coverage.Authorization;
import org.circlekeeper.coverage.UnitsUsed;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which visit takes which unit of an authorization, on disk. */
@Repository
class AuthorizedVisitStore {

    /** Who pays first for a line of a sheet on the day of its session. */
    private static final String PAYS_FIRST = """
            (select v.payer_id
               from coverage.coverage_facts v
              where v.practice_id = e.practice_id
                and v.patient_id = e.patient_id
                and v.first_day <= s.service_date
                and (v.last_day is null or v.last_day >= s.service_date)
              order by v.rank, v.first_day desc, v.id
              limit 1)
            """;

    private final JdbcClient db;

    AuthorizedVisitStore(JdbcClient db) {
        this.db = db;
    }

    List<Authorization> authorizations(UUID[] patients) {
        return db.sql("""
                        select id, patient_id, payer_id, number, code, units, first_day, last_day, plan_year_ends
                          from coverage.authorization_facts
                         where patient_id = any(:patients)
                        """)
                .param("patients", patients)
                .query((row, _) -> new Authorization(
                        row.getObject("id", UUID.class),
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getObject("payer_id", UUID.class),
                        row.getString("number"),
                        new ProcedureCode(row.getString("code")),
                        row.getInt("units"),
                        new DateRange(
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class)),
                        row.getObject("plan_year_ends", LocalDate.class)))
                .list();
    }

    /** Sessions of members, a pair in each place. */
    record Kept(UUID[] patients, UUID[] sessions) {}

    /**
     * Those who came to a session that took place, with whoever pays first on that day, in the order of time; without
     * what is kept from plans.
     */
    List<Allotment.Visit> came(UUID[] patients, Kept kept) {
        return db.sql("""
                        select e.id, e.patient_id, s.service_date, g.code, u.authorization_id,
                        """ + PAYS_FIRST + """
                                 as payer_id
                          from attendance.encounter e
                          join scheduling.session_facts s on s.practice_id = e.practice_id and s.id = e.session_id
                          join roster.group_facts g on g.practice_id = s.practice_id and g.id = s.group_id
                          left join attendance.authorized_visit u
                            on u.practice_id = e.practice_id and u.encounter_id = e.id
                         where e.patient_id = any(:patients)
                           and e.presence in ('PRESENT', 'LATE', 'LEFT_EARLY')
                           and s.status = 'PLANNED'
                           and (e.patient_id, e.session_id) not in (select *
                                                                      from unnest(:keptPatients::uuid[],
                                                                                  :keptSessions::uuid[]))
                         order by s.starts_at, e.id
                        """)
                .param("patients", patients)
                .param("keptPatients", kept.patients())
                .param("keptSessions", kept.sessions())
                .query(AuthorizedVisitStore::visit)
                .list();
    }

    /** Who came to a group of this kind. */
    List<PatientId> cameTo(UUID type) {
        return db.sql("""
                        select distinct e.patient_id
                          from attendance.encounter e
                          join scheduling.session_facts s on s.practice_id = e.practice_id and s.id = e.session_id
                          join roster.group_facts g on g.practice_id = s.practice_id and g.id = s.group_id
                         where g.type_id = :type
                           and e.presence in ('PRESENT', 'LATE', 'LEFT_EARLY')
                        """).param("type", type).query(UUID.class).list().stream()
                .map(PatientId::new)
                .toList();
    }

    /** By visit, the authorization of which it has a unit. */
    Map<UUID, UUID> held(UUID[] patients) {
        var held = new HashMap<UUID, UUID>();
        db.sql("""
                        select u.encounter_id, u.authorization_id
                          from attendance.authorized_visit u
                          join attendance.encounter e on e.practice_id = u.practice_id and e.id = u.encounter_id
                         where e.patient_id = any(:patients)
                        """).param("patients", patients).query(row -> {
            held.put(row.getObject("encounter_id", UUID.class), row.getObject("authorization_id", UUID.class));
        });
        return held;
    }

    void release(Collection<UUID> encounters) {
        db.sql("delete from attendance.authorized_visit where encounter_id = any(:ids)")
                .param("ids", encounters.toArray(UUID[]::new))
                .update();
    }

    /** Takes the first place that is free. Whoever finds none has none: the table has no place beyond the units. */
    boolean take(UUID encounter, UUID authorization, Instant now) {
        return db.sql("""
                        insert into attendance.authorized_visit (encounter_id, authorization_id, of_units, place, taken_at)
                        select :encounter, f.id, f.units, min(free.place), :now
                          from coverage.authorization_facts f
                         cross join generate_series(1, f.units) free(place)
                         where f.id = :authorization
                           and not exists (select
                                             from attendance.authorized_visit u
                                            where u.practice_id = f.practice_id
                                              and u.authorization_id = f.id
                                              and u.place = free.place)
                         group by f.id, f.units
                        """)
                        .param("encounter", encounter)
                        .param("authorization", authorization)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Takes the units of the latest visits, and moves the others to the first places. */
    void narrow(UUID authorization, int units) {
        db.sql("""
                        delete from attendance.authorized_visit
                         where authorization_id = :authorization
                           and encounter_id in (select u.encounter_id
                                                  from attendance.authorized_visit u
                                                  join attendance.encounter e
                                                    on e.practice_id = u.practice_id and e.id = u.encounter_id
                                                  join scheduling.session_facts s
                                                    on s.practice_id = e.practice_id and s.id = e.session_id
                                                 where u.authorization_id = :authorization
                                                 order by s.starts_at, e.id
                                                offset :units)
                        """).param("authorization", authorization).param("units", units).update();
        db.sql("""
                        update attendance.authorized_visit u
                           set place = moved.place
                          from (select encounter_id, row_number() over (order by place) as place
                                  from attendance.authorized_visit
                                 where authorization_id = :authorization) moved
                         where u.encounter_id = moved.encounter_id
                        """).param("authorization", authorization).update();
    }

    Map<UUID, Integer> used(UUID[] patients) {
        var used = new HashMap<UUID, Integer>();
        db.sql("""
                        select u.authorization_id, count(*) as visits
                          from attendance.authorized_visit u
                          join attendance.encounter e on e.practice_id = u.practice_id and e.id = u.encounter_id
                         where e.patient_id = any(:patients)
                         group by u.authorization_id
                        """).param("patients", patients).query(row -> {
            used.put(row.getObject("authorization_id", UUID.class), row.getInt("visits"));
        });
        return used;
    }

    List<UnitsUsed.Seat> expected(UUID[] patients, LocalDate from, LocalDate through, Instant now) {
        return db.sql("""
                        select f.session_id, f.patient_id, g.code, s.service_date, s.starts_at <= :now as begun
                          from attendance.seat_facts f
                          join scheduling.session_facts s on s.practice_id = f.practice_id and s.id = f.session_id
                          join roster.group_facts g on g.practice_id = s.practice_id and g.id = s.group_id
                         where f.patient_id = any(:patients)
                           and f.presence = 'UNMARKED'
                           and s.status = 'PLANNED'
                           and s.service_date between :from and :through
                         order by s.starts_at, s.id, f.patient_id
                        """)
                .param("patients", patients)
                .param("from", from)
                .param("through", through)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new UnitsUsed.Seat(
                        row.getObject("session_id", UUID.class),
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        new ProcedureCode(row.getString("code")),
                        row.getObject("service_date", LocalDate.class),
                        row.getBoolean("begun")))
                .list();
    }

    UnitsUsed.Attended attended(PatientId patient, UUID payer, ProcedureCode code, DateRange days, UUID[] kept) {
        return db.sql("""
                        select count(*) filter (where e.presence in ('PRESENT', 'LATE', 'LEFT_EARLY')) as came,
                               count(*) filter (where e.presence in ('ABSENT', 'LATE_CANCEL', 'EXCUSED')) as missed
                          from attendance.encounter e
                          join scheduling.session_facts s on s.practice_id = e.practice_id and s.id = e.session_id
                          join roster.group_facts g on g.practice_id = s.practice_id and g.id = s.group_id
                         where e.patient_id = :patient
                           and g.code = :code
                           and s.status = 'PLANNED'
                           and s.service_date between :from and :through
                           and not s.id = any(:kept)
                           and :payer =
                        """ + PAYS_FIRST)
                .param("patient", patient.value())
                .param("payer", payer)
                .param("code", code.value())
                .param("kept", kept)
                .param("from", days.first())
                .param("through", days.last())
                .query((row, _) -> new UnitsUsed.Attended(row.getInt("came"), row.getInt("missed")))
                .single();
    }

    private static Allotment.Visit visit(ResultSet row, int number) throws SQLException {
        return new Allotment.Visit(
                row.getObject("id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("payer_id", UUID.class),
                new ProcedureCode(row.getString("code")),
                row.getObject("service_date", LocalDate.class),
                row.getObject("authorization_id", UUID.class));
    }
}
