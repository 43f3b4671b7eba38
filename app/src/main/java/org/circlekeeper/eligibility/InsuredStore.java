package org.circlekeeper.eligibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.circlekeeper.eligibility.Insured.Standing;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.payers.Program;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.PersonName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who comes soon, with the insurances they have, each once. */
@Repository
class InsuredStore {

    private final JdbcClient db;

    InsuredStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Whoever has a session from one day to another, and some more: a row for each payer and member id, by name.
     *
     * @param accepted who said yes to a seat
     * @param waiting who waits for one
     */
    List<Insured> coming(
            LocalDate from, LocalDate until, Collection<PatientId> accepted, Collection<PatientId> waiting) {
        return insured(from, until, true, ids(accepted, waiting), Set.copyOf(accepted));
    }

    /** The same of these patients alone, whether they have a session in those days or not. */
    List<Insured> of(Collection<PatientId> patients, LocalDate from, LocalDate until, Collection<PatientId> accepted) {
        return insured(from, until, false, ids(patients, List.of()), Set.copyOf(accepted));
    }

    /** @param everybody whether those count too who have a session, beside the others */
    private List<Insured> insured(
            LocalDate from, LocalDate until, boolean everybody, UUID[] others, Set<PatientId> accepted) {
        return db.sql("""
                        with coming as (
                            select distinct on (m.patient_id)
                                   m.patient_id, s.id as session_id, s.service_date, s.place_of_service,
                                   g.name as group_name, m.first_day as since
                              from roster.membership_facts m
                              join scheduling.session_facts s
                                on s.practice_id = m.practice_id
                               and s.group_id = m.group_id
                               and s.service_date >= m.first_day
                               and (s.service_date <= m.last_day or m.last_day is null)
                              join roster.group_facts g on g.practice_id = m.practice_id and g.id = m.group_id
                             where s.status = 'PLANNED'
                               and s.service_date between :from and :until
                               and (:everybody or m.patient_id = any(:others))
                               and not exists (select
                                                 from roster.hold_facts h
                                                where h.practice_id = m.practice_id
                                                  and h.membership_id = m.id
                                                  and s.service_date between h.first_day and h.last_day)
                             order by m.patient_id, s.starts_at, s.id)
                        select p.id as patient_id, p.first_name, p.middle_name, p.last_name, p.birth_date,
                               n.session_id, n.service_date, n.place_of_service, n.group_name, n.since,
                               c.payer_id, c.rank, c.member_id, c.relationship, c.subscriber_first, c.subscriber_last,
                               y.name as payer_name, y.payer_id as payer_code, y.filing_code,
                               exists (select
                                         from roster.membership_facts t
                                        where t.practice_id = p.practice_id
                                          and t.patient_id = p.id
                                          and (t.last_day is null or t.last_day >= :from)) as seated
                          from patients.patient_facts p
                          left join coming n on n.patient_id = p.id
                          left join lateral (
                                    select distinct on (i.payer_id, upper(regexp_replace(i.member_id, '[-[:space:]]', '', 'g')))
                                           i.*
                                      from coverage.coverage_facts i
                                     where i.practice_id = p.practice_id
                                       and i.patient_id = p.id
                                       and i.first_day <= greatest(n.service_date, :from)
                                       and (i.last_day is null or i.last_day >= greatest(n.service_date, :from))
                                     order by i.payer_id, upper(regexp_replace(i.member_id, '[-[:space:]]', '', 'g')),
                                              i.rank, i.first_day, i.id) c on true
                          left join practice.payer_facts y on y.practice_id = c.practice_id and y.id = c.payer_id
                         where n.patient_id is not null
                            or p.id = any(:others)
                         order by p.last_name, p.first_name, p.id, c.rank, y.name
                        """)
                .param("from", from)
                .param("until", until)
                .param("everybody", everybody)
                .param("others", others)
                .query((row, _) -> insured(row, accepted))
                .list();
    }

    private static UUID[] ids(Collection<PatientId> some, Collection<PatientId> others) {
        return Stream.concat(some.stream(), others.stream())
                .map(PatientId::value)
                .toArray(UUID[]::new);
    }

    /** Those of the patients who have a Medicare Advantage plan on a day. */
    Set<PatientId> advantage(Collection<PatientId> patients, LocalDate day) {
        return db
                .sql("""
                        select distinct c.patient_id
                          from coverage.coverage_facts c
                          join practice.payer_facts y on y.practice_id = c.practice_id and y.id = c.payer_id
                         where c.patient_id = any(:patients)
                           and y.filing_code = '16'
                           and c.first_day <= :day
                           and (c.last_day is null or c.last_day >= :day)
                        """)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .param("day", day)
                .query((row, _) -> new PatientId(row.getObject("patient_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Whoever has no seat, and none is kept for them, is asked about as somebody who waits: once they agreed. */
    private static Insured insured(ResultSet row, Set<PatientId> accepted) throws SQLException {
        var patient = new PatientId(row.getObject("patient_id", UUID.class));
        var session = row.getObject("session_id", UUID.class);
        var standing = session != null
                ? Standing.MEMBER
                : accepted.contains(patient)
                        ? Standing.ACCEPTED
                        : row.getBoolean("seated") ? Standing.MEMBER : Standing.WAITS;
        return new Insured(
                patient,
                new PersonName(row.getString("first_name"), row.getString("middle_name"), row.getString("last_name")),
                row.getObject("birth_date", LocalDate.class),
                insurance(row),
                session == null
                        ? null
                        : new Insured.Coming(
                                new SessionId(session),
                                row.getObject("service_date", LocalDate.class),
                                row.getString("group_name"),
                                row.getString("place_of_service"),
                                row.getObject("since", LocalDate.class)),
                standing);
    }

    private static Insured.@Nullable Insurance insurance(ResultSet row) throws SQLException {
        var payer = row.getObject("payer_id", UUID.class);
        if (payer == null) {
            return null;
        }
        var last = row.getString("subscriber_last");
        return new Insured.Insurance(
                payer,
                row.getString("payer_name"),
                row.getString("payer_code"),
                Program.of(row.getString("filing_code")),
                row.getString("rank"),
                row.getString("member_id"),
                row.getString("relationship"),
                last.isEmpty() ? null : new PersonName(row.getString("subscriber_first"), last));
    }
}
