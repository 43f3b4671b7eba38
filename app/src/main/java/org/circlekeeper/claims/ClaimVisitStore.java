package org.circlekeeper.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gathers visits with everything that billing looks at: in a few questions, however many there are. */
@Repository
class ClaimVisitStore {

    private static final int AT_ONCE = 1_000;

    private static final String VISITS = """
            select e.id as encounter_id, e.session_id, e.patient_id, e.presence, e.recorded_by, e.minutes,
                   e.place_of_service, e.heard_only,
                   n.session_id is not null as note_signed,
                   k.id as claim_id, k.claim_number, k.status as claim_status, k.revision, k.digest,
                   k.authorization_number as claim_authorization,
                   k.denial_reason is not null as for_denial, k.denial_payer, k.denial_codes
              from attendance.encounter_facts e
              left join charts.signed_note_facts n
                on n.practice_id = e.practice_id
               and n.session_id = e.session_id
               and n.patient_id = e.patient_id
              left join claims.claim k
                on k.practice_id = e.practice_id
               and k.encounter_id = e.id
               and k.status <> 'VOIDED'
            """;

    /**
     * Closed sessions whose visits may want something: came and not filed yet, a claim without its presence, or one
     * that has left with the number of an authorization of which its visit has no unit. A member who pays themselves
     * has a held claim for ever: it is looked at again when there is insurance that may cover the day.
     */
    private static final String UNSETTLED = """
              join scheduling.session_facts s on s.practice_id = e.practice_id and s.id = e.session_id
              left join attendance.closing_facts c on c.practice_id = e.practice_id and c.session_id = e.session_id
             where s.service_date >= :from
               and (c.session_id is not null and s.status = 'PLANNED' and k.id is null
                    and e.presence in ('PRESENT', 'LATE', 'LEFT_EARLY')
                    or k.status = 'READY'
                    or k.status = 'HELD'
                       and (k.payer_id is not null
                            or k.service_date <> s.service_date
                            or s.status <> 'PLANNED'
                            or e.presence not in ('PRESENT', 'LATE', 'LEFT_EARLY')
                            or exists (select from claims.claim_finding f
                                        where f.practice_id = k.practice_id
                                          and f.claim_id = k.id
                                          and f.weight <> 'WARNS'
                                          and f.code <> 'self-pay')
                            or exists (select from coverage.coverage_facts v
                                        where v.practice_id = k.practice_id
                                          and v.patient_id = k.patient_id
                                          and v.first_day <= k.service_date))
                    or k.status not in ('HELD', 'READY', 'BATCHED')
                       and (e.presence not in ('PRESENT', 'LATE', 'LEFT_EARLY')
                            or s.status <> 'PLANNED'
                            or k.authorization_number is not null
                               and not exists (select from attendance.authorized_visit_facts u
                                                 join coverage.authorization_facts a
                                                   on a.practice_id = u.practice_id and a.id = u.authorization_id
                                                where u.practice_id = e.practice_id
                                                  and u.encounter_id = e.id
                                                  and a.number = k.authorization_number)))
             order by s.starts_at, s.id, e.patient_id
            """;

    /** Everyone who came to those sessions: counted by session. */
    private static final String HEADS = """
            select e.session_id, count(*) as heads
              from scheduling.session_facts s
              join attendance.encounter_facts e on e.practice_id = s.practice_id and e.session_id = s.id
             where s.id = any(:sessions)
               and s.status = 'PLANNED'
               and e.presence in ('PRESENT', 'LATE', 'LEFT_EARLY')
             group by e.session_id
            """;

    /** Visits of these members that were not their first on one of these days. */
    private static final String LATER = """
            with came as (
                select e.patient_id, e.session_id,
                       row_number() over (partition by e.patient_id, s.service_date
                                              order by s.starts_at, s.id) as place
                  from attendance.encounter_facts e
                  join scheduling.session_facts s on s.practice_id = e.practice_id and s.id = e.session_id
                 where e.patient_id = any(:patients)
                   and e.presence in ('PRESENT', 'LATE', 'LEFT_EARLY')
                   and s.service_date = any(:days::date[])
                   and s.status = 'PLANNED')
            select patient_id, session_id
              from came
             where place > 1
            """;

    /** What a batch's claims are about: all of them, and nothing else of them. */
    private static final String ABOUT = """
            select encounter_id, session_id, patient_id, service_date
              from claims.claim
             where batch_id = :batch
            """;

    private final JdbcClient db;
    private final PaperStore papers;
    private final Sessions sessions;

    ClaimVisitStore(JdbcClient db, PaperStore papers, Sessions sessions) {
        this.db = db;
        this.papers = papers;
        this.sessions = sessions;
    }

    List<Visit> unsettled(LocalDate from) {
        return whole(db.sql(VISITS + UNSETTLED)
                .param("from", from)
                .query(VisitRow::read)
                .list());
    }

    List<Visit> of(SessionId session) {
        return whole(db.sql(VISITS + " where e.session_id = :session order by e.patient_id")
                .param("session", session.value())
                .query(VisitRow::read)
                .list());
    }

    List<Visit> of(Collection<ClaimId> claims) {
        return whole(db.sql(VISITS + " where k.id = any(:ids) order by e.patient_id")
                .param("ids", claims.stream().map(ClaimId::value).toArray(UUID[]::new))
                .query(VisitRow::read)
                .list());
    }

    /** What else is known of these sessions, and of their members on those days: of nobody else and no other day. */
    Crowd crowd(Crowd.Asked asked) {
        var rooms = new HashMap<SessionId, Crowd.Room>();
        var later = new HashSet<Crowd.Later>();
        var leading = sessions.leading(asked.sessions());
        db.sql(HEADS).param("sessions", asked.sessions()).query(row -> {
            var session = session(row);
            rooms.put(session, new Crowd.Room(row.getInt("heads"), leading.getOrDefault(session, 1)));
        });
        db.sql(LATER)
                .param("patients", asked.patients())
                .param("days", asked.days())
                .query(row -> {
                    later.add(new Crowd.Later(row.getObject("patient_id", UUID.class), session(row)));
                });
        return new Crowd(rooms, later);
    }

    private static SessionId session(ResultSet row) throws SQLException {
        return new SessionId(row.getObject("session_id", UUID.class));
    }

    /** What a batch is about. */
    About about(UUID batch) {
        var encounters = new ArrayList<UUID>();
        var sessions = new HashSet<SessionId>();
        var patients = new HashSet<UUID>();
        var days = new HashSet<LocalDate>();
        db.sql(ABOUT).param("batch", batch).query(row -> {
            encounters.add(row.getObject("encounter_id", UUID.class));
            sessions.add(session(row));
            patients.add(row.getObject("patient_id", UUID.class));
            days.add(row.getObject("service_date", LocalDate.class));
        });
        return new About(encounters, sessions, patients, days);
    }

    /** Visits, with their sessions, members and days. */
    record About(List<UUID> encounters, Set<SessionId> sessions, Set<UUID> patients, Set<LocalDate> days) {

        About {
            encounters = List.copyOf(encounters);
            sessions = Set.copyOf(sessions);
            patients = Set.copyOf(patients);
            days = Set.copyOf(days);
        }
    }

    /** A batch's visits as they are read, claims of one patient behind each other. The caller closes the stream. */
    Stream<Visit> ofBatch(UUID batch, About about) {
        var shelf = papers.behind(about.sessions, about.patients);
        return db
                .sql(VISITS + " where k.batch_id = :batch order by k.patient_id, k.service_date, k.claim_number")
                .param("batch", batch)
                .withFetchSize(AT_ONCE)
                .query(VisitRow::read)
                .stream()
                .map(row -> row.on(shelf));
    }

    private List<Visit> whole(List<VisitRow> rows) {
        var sessions = rows.stream().map(VisitRow::session).distinct().toList();
        var patients = rows.stream().map(VisitRow::patient).distinct().toList();
        var shelf = papers.behind(sessions, patients);
        return rows.stream().map(row -> row.on(shelf)).toList();
    }
}
