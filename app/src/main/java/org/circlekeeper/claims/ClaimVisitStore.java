package org.circlekeeper.claims;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.scheduling.SessionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gathers visits with everything that billing looks at: one question, however many there are. */
@Repository
class ClaimVisitStore {

    private static final int AT_ONCE = 1_000;

    private static final String VISITS = """
            select e.id as encounter_id, e.presence, e.recorded_by, e.minutes,
                   s.id as session_id, s.service_date, s.status as session_status, s.place_of_service,
                   c.session_id is not null as closed,
                   g.name as group_name, g.code,
                   l.id as leader_id, l.first_name as leader_first, l.middle_name as leader_middle,
                   l.last_name as leader_last, l.npi as leader_npi, l.taxonomy as leader_taxonomy,
                   p.id as patient_id, p.first_name, p.middle_name, p.last_name, p.birth_date, p.sex,
                   p.line, p.line2, p.city, p.state, p.zip,
                   v.id as coverage_id, v.payer_id as payer, v.rank, v.member_id, v.group_number, v.relationship,
                   v.subscriber_first, v.subscriber_last, v.last_day as insured_until,
                   y.name as payer_name, y.payer_id as payer_code, y.filing_code,
                   d.codes as diagnoses,
                   n.session_id is not null as note_signed,
                   (select min(t.first_day)
                      from charts.treatment_plan_facts t
                     where t.practice_id = e.practice_id
                       and t.patient_id = e.patient_id
                       and t.last_day >= s.service_date) as plan_from,
                   a.number as authorization_number, a.units as authorized_units, a.used as authorized_used,
                   k.id as claim_id, k.claim_number, k.status as claim_status, k.revision, k.digest,
                   k.denial_reason is not null as for_denial
              from attendance.encounter_facts e
              join scheduling.session_facts s on s.practice_id = e.practice_id and s.id = e.session_id
              join roster.group_facts g on g.practice_id = s.practice_id and g.id = s.group_id
              join practice.practitioner_facts l on l.practice_id = s.practice_id and l.id = s.leader_id
              join patients.patient_facts p on p.practice_id = e.practice_id and p.id = e.patient_id
              left join attendance.closing_facts c on c.practice_id = e.practice_id and c.session_id = e.session_id
              left join charts.signed_note_facts n
                on n.practice_id = e.practice_id
               and n.session_id = e.session_id
               and n.patient_id = e.patient_id
              left join claims.claim k
                on k.practice_id = e.practice_id
               and k.encounter_id = e.id
               and k.status <> 'VOIDED'
              left join lateral (select f.*
                                   from coverage.coverage_facts f
                                  where f.practice_id = e.practice_id
                                    and f.patient_id = e.patient_id
                                    and f.first_day <= s.service_date
                                  order by coalesce(f.last_day >= s.service_date, true) desc, f.rank, f.first_day desc, f.id
                                  limit 1) v on true
              left join practice.payer_facts y on y.practice_id = v.practice_id and y.id = v.payer_id
              left join lateral (select array_agg(f.code order by f.rank, f.first_day desc) as codes
                                   from charts.diagnosis_facts f
                                  where f.practice_id = e.practice_id
                                    and f.patient_id = e.patient_id
                                    and f.first_day <= s.service_date
                                    and (f.last_day is null or f.last_day >= s.service_date)) d on true
              left join lateral (select w.number, w.units, w.used
                                   from (select f.id, f.number, f.units, f.last_day,
                                                (select count(*)
                                                   from claims.claim u
                                                  where u.practice_id = f.practice_id
                                                    and u.patient_id = f.patient_id
                                                    and u.authorization_number = f.number
                                                    and u.encounter_id <> e.id
                                                    and u.status not in ('HELD', 'VOIDED')) as used
                                           from coverage.authorization_facts f
                                          where f.practice_id = e.practice_id
                                            and f.patient_id = e.patient_id
                                            and f.payer_id = v.payer_id
                                            and f.code = g.code
                                            and f.first_day <= s.service_date
                                            and f.last_day >= s.service_date) w
                                  order by w.used >= w.units, w.last_day, w.id
                                  limit 1) a on true
            """;

    /** Closed sessions whose visits may want something: came and not filed yet, or a claim without its presence. */
    private static final String UNSETTLED = """
             where s.service_date >= :from
               and (c.session_id is not null and s.status = 'PLANNED' and k.id is null
                    and e.presence in ('PRESENT', 'LATE', 'LEFT_EARLY')
                    or k.status in ('HELD', 'READY')
                    or k.status not in ('HELD', 'READY', 'BATCHED')
                       and (e.presence not in ('PRESENT', 'LATE', 'LEFT_EARLY') or s.status <> 'PLANNED'))
             order by s.starts_at, s.id, p.id
            """;

    /** Everyone who came on those days: counted by session, and marked where it was not the first of the day. */
    private static final String CAME = """
            select e.session_id, e.patient_id,
                   row_number() over (partition by e.patient_id, s.service_date order by s.starts_at, s.id) > 1 as later
              from attendance.encounter_facts e
              join scheduling.session_facts s on s.practice_id = e.practice_id and s.id = e.session_id
             where s.service_date between :first and :last
               and s.status = 'PLANNED'
               and e.presence in ('PRESENT', 'LATE', 'LEFT_EARLY')
            """;

    private final JdbcClient db;

    ClaimVisitStore(JdbcClient db) {
        this.db = db;
    }

    List<Visit> unsettled(LocalDate from) {
        return db.sql(VISITS + UNSETTLED)
                .param("from", from)
                .query(VisitRow::read)
                .list();
    }

    List<Visit> of(SessionId session) {
        return db.sql(VISITS + " where e.session_id = :session order by p.id")
                .param("session", session.value())
                .query(VisitRow::read)
                .list();
    }

    List<Visit> of(Collection<ClaimId> claims) {
        return db.sql(VISITS + " where k.id = any(:ids) order by p.id")
                .param("ids", claims.stream().map(ClaimId::value).toArray(UUID[]::new))
                .query(VisitRow::read)
                .list();
    }

    Crowd crowd(Crowd.Days days) {
        var heads = new HashMap<SessionId, Integer>();
        var later = new HashSet<Crowd.Later>();
        db.sql(CAME)
                .param("first", days.first())
                .param("last", days.last())
                .withFetchSize(AT_ONCE)
                .query(row -> {
                    var session = new SessionId(row.getObject("session_id", UUID.class));
                    heads.merge(session, 1, Integer::sum);
                    if (row.getBoolean("later")) {
                        later.add(new Crowd.Later(row.getObject("patient_id", UUID.class), session));
                    }
                });
        return new Crowd(heads, later);
    }

    /** From the first to the last date of service of a batch. */
    Crowd.Days daysOf(UUID batch) {
        return db.sql(
                        "select min(service_date) as first, max(service_date) as last from claims.claim where batch_id = :batch")
                .param("batch", batch)
                .query((row, _) ->
                        new Crowd.Days(row.getObject("first", LocalDate.class), row.getObject("last", LocalDate.class)))
                .single();
    }

    /** A batch's visits as they are read, claims of one patient behind each other. The caller closes the stream. */
    Stream<Visit> ofBatch(UUID batch) {
        return db
                .sql(VISITS + " where k.batch_id = :batch order by p.id, s.service_date, k.claim_number")
                .param("batch", batch)
                .withFetchSize(AT_ONCE)
                .query(VisitRow::read)
                .stream();
    }
}
