package org.circlekeeper.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the sessions and papers that lie behind visits: one question for each kind, however many visits there are. */
@Repository
class PaperStore {

    private static final String MEETINGS = """
            select s.id as session_id, s.service_date, s.status, s.place_of_service,
                   s.ends_at <= :now as over, c.session_id is not null as closed,
                   g.name as group_name, g.code,
                   l.id as leader_id, l.first_name, l.middle_name, l.last_name, l.npi, l.taxonomy
              from scheduling.session_facts s
              join roster.group_facts g on g.practice_id = s.practice_id and g.id = s.group_id
              join practice.practitioner_facts l on l.practice_id = s.practice_id and l.id = s.leader_id
              left join attendance.closing_facts c on c.practice_id = s.practice_id and c.session_id = s.id
             where s.id = any(:ids)
            """;

    private static final String MEMBERS = """
            select id, first_name, middle_name, last_name, birth_date, sex, line, line2, city, state, zip
              from patients.patient_facts
             where id = any(:ids)
            """;

    private static final String INSURANCES = """
            select v.id, v.patient_id, v.first_day, v.last_day, v.payer_id as payer, v.rank, v.member_id,
                   v.group_number, v.relationship, v.subscriber_first, v.subscriber_last,
                   y.name as payer_name, y.payer_id as payer_code, y.filing_code
              from coverage.coverage_facts v
              join practice.payer_facts y on y.practice_id = v.practice_id and y.id = v.payer_id
             where v.patient_id = any(:ids)
             order by v.patient_id, v.rank, v.first_day desc, v.id
            """;

    private static final String DIAGNOSES = """
            select patient_id, code, first_day, last_day
              from charts.diagnosis_facts
             where patient_id = any(:ids)
             order by patient_id, rank, first_day desc
            """;

    private static final String PLANS = """
            select patient_id, first_day, last_day
              from charts.treatment_plan_facts
             where patient_id = any(:ids)
            """;

    private static final String AUTHORIZATIONS = """
            select f.patient_id, f.payer_id as payer, f.code, f.first_day, f.number, f.units,
                   least(f.last_day, f.plan_year_ends) as last_day,
                   array(select u.encounter_id
                           from attendance.authorized_visit_facts u
                          where u.practice_id = f.practice_id
                            and u.authorization_id = f.id) as used_by
              from coverage.authorization_facts f
             where f.patient_id = any(:ids)
             order by f.patient_id, least(f.last_day, f.plan_year_ends), f.id
            """;

    private final JdbcClient db;
    private final Clock clock;

    PaperStore(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    PaperShelf behind(Collection<SessionId> sessions, Collection<UUID> patients) {
        var ids = patients.toArray(UUID[]::new);
        var insurances = byPatient(INSURANCES, ids, PaperStore::insured);
        var diagnoses = byPatient(DIAGNOSES, ids, PaperStore::diagnosed);
        var plans = byPatient(PLANS, ids, PaperStore::planned);
        var authorizations = byPatient(AUTHORIZATIONS, ids, PaperStore::granted);
        var papers = new HashMap<UUID, Papers>();
        for (var member :
                db.sql(MEMBERS).param("ids", ids).query(PaperStore::member).list()) {
            papers.put(
                    member.id(),
                    new Papers(
                            member,
                            insurances.getOrDefault(member.id(), List.of()),
                            diagnoses.getOrDefault(member.id(), List.of()),
                            plans.getOrDefault(member.id(), List.of()),
                            authorizations.getOrDefault(member.id(), List.of())));
        }
        return new PaperShelf(meetings(sessions), papers);
    }

    private Map<SessionId, Visit.Meeting> meetings(Collection<SessionId> sessions) {
        var ids = sessions.stream().map(SessionId::value).toArray(UUID[]::new);
        var meetings = new HashMap<SessionId, Visit.Meeting>();
        db.sql(MEETINGS)
                .param("ids", ids)
                .param("now", Timestamp.from(clock.instant()))
                .query(PaperStore::meeting)
                .list()
                .forEach(meeting -> meetings.put(meeting.id(), meeting));
        return meetings;
    }

    private <T> Map<UUID, List<T>> byPatient(String question, UUID[] patients, RowMapper<T> paper) {
        var found = new HashMap<UUID, List<T>>();
        db.sql(question)
                .param("ids", patients)
                .query((row, number) -> found.computeIfAbsent(
                                row.getObject("patient_id", UUID.class), _ -> new ArrayList<>())
                        .add(paper.mapRow(row, number)))
                .list();
        return found;
    }

    private static Visit.Meeting meeting(ResultSet row, int number) throws SQLException {
        return new Visit.Meeting(
                        new SessionId(row.getObject("session_id", UUID.class)),
                        row.getObject("service_date", LocalDate.class),
                        row.getString("status").equals("PLANNED"),
                        row.getBoolean("closed"),
                        0,
                        row.getString("group_name"),
                        new ProcedureCode(row.getString("code")),
                        row.getString("place_of_service"),
                        false,
                        new Visit.Leader(
                                new PractitionerId(row.getObject("leader_id", UUID.class)),
                                name(row),
                                new Npi(row.getString("npi")),
                                row.getString("taxonomy")))
                .over(row.getBoolean("over"));
    }

    private static Visit.Member member(ResultSet row, int number) throws SQLException {
        return new Visit.Member(
                row.getObject("id", UUID.class),
                name(row),
                row.getObject("birth_date", LocalDate.class),
                row.getString("sex"),
                row.getString("line"),
                row.getString("line2"),
                row.getString("city"),
                row.getString("state"),
                row.getString("zip"));
    }

    private static PersonName name(ResultSet row) throws SQLException {
        return new PersonName(row.getString("first_name"), row.getString("middle_name"), row.getString("last_name"));
    }

    private static Papers.Insured insured(ResultSet row, int number) throws SQLException {
        return new Papers.Insured(
                row.getObject("first_day", LocalDate.class),
                new Visit.Insurance(
                        row.getObject("id", UUID.class),
                        row.getObject("payer", UUID.class),
                        row.getString("payer_name"),
                        row.getString("payer_code"),
                        row.getString("filing_code"),
                        row.getString("rank"),
                        row.getString("member_id"),
                        row.getString("group_number"),
                        row.getString("relationship"),
                        row.getString("subscriber_first"),
                        row.getString("subscriber_last"),
                        row.getObject("last_day", LocalDate.class)));
    }

    private static Papers.Diagnosed diagnosed(ResultSet row, int number) throws SQLException {
        return new Papers.Diagnosed(
                row.getString("code"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }

    private static Papers.Planned planned(ResultSet row, int number) throws SQLException {
        return new Papers.Planned(
                row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class));
    }

    private static Papers.Granted granted(ResultSet row, int number) throws SQLException {
        return new Papers.Granted(
                row.getObject("payer", UUID.class),
                new ProcedureCode(row.getString("code")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("number"),
                row.getInt("units"),
                Arrays.asList((UUID[]) row.getArray("used_by").getArray()));
    }
}
