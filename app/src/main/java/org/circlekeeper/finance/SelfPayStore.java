package org.circlekeeper.finance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.payers.Program;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.DateRange;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who sits in which group with which insurance, and who came: what estimates are owed of and measured by. */
@Repository
class SelfPayStore {

    private final JdbcClient db;

    SelfPayStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A seat that has not ended.
     *
     * @param givenAt when it was given; null of an import from before that was kept
     * @param insured the insurances in force on its first day, or today when it has begun
     * @param endedOn the last day of the insurance that ended last before that
     * @param holds the days on which they pause
     */
    record Seat(
            PatientId patient,
            GroupId group,
            LocalDate first,
            @Nullable LocalDate last,
            @Nullable Instant givenAt,
            List<InForce> insured,
            @Nullable LocalDate endedOn,
            List<DateRange> holds) {

        boolean includes(LocalDate day) {
            return !day.isBefore(first)
                    && (last == null || !day.isAfter(last))
                    && holds.stream().noneMatch(hold -> hold.includes(day));
        }
    }

    /** Somebody came to a session, with the insurances that were in force on that day. */
    record Visit(PatientId patient, GroupId group, UUID session, LocalDate day, List<InForce> insured) {}

    /** Of everybody. */
    List<Seat> seats(LocalDate today) {
        return seats(today, true, new UUID[0]);
    }

    /** Of one member. */
    List<Seat> seats(LocalDate today, PatientId patient) {
        return seats(today, false, new UUID[] {patient.value()});
    }

    private List<Seat> seats(LocalDate today, boolean everybody, UUID[] patients) {
        return db.sql("""
                        select m.patient_id, m.group_id, m.first_day, m.last_day, v.given_at,
                               array(select c.payer_id || '|' || y.filing_code || '|' || c.member_id
                                       from coverage.coverage_facts c
                                       join practice.payer_facts y on y.practice_id = c.practice_id and y.id = c.payer_id
                                      where c.practice_id = m.practice_id
                                        and c.patient_id = m.patient_id
                                        and c.first_day <= greatest(m.first_day, :today)
                                        and (c.last_day is null or c.last_day >= greatest(m.first_day, :today))) as insured,
                               (select max(c.last_day)
                                  from coverage.coverage_facts c
                                 where c.practice_id = m.practice_id
                                   and c.patient_id = m.patient_id
                                   and c.last_day < greatest(m.first_day, :today)) as ended_on,
                               array(select h.first_day || '|' || h.last_day
                                       from roster.hold_facts h
                                      where h.practice_id = m.practice_id
                                        and h.membership_id = m.id) as holds
                          from roster.membership_facts m
                          left join roster.seat_given_facts v
                            on v.practice_id = m.practice_id
                           and v.membership_id = m.id
                         where (m.last_day is null or m.last_day >= :today)
                           and (:everybody or m.patient_id = any(:patients))
                         order by m.patient_id, m.first_day, m.id
                        """)
                .param("today", today)
                .param("everybody", everybody)
                .param("patients", patients)
                .query(SelfPayStore::seat)
                .list();
    }

    /** The insurances of these members that are in force on a day; whoever has none is not among them. */
    Map<PatientId, List<InForce>> insured(Collection<PatientId> patients, LocalDate day) {
        record One(PatientId patient, InForce insurance) {}
        return db
                .sql("""
                        select c.patient_id, c.payer_id, c.member_id, y.filing_code
                          from coverage.coverage_facts c
                          join practice.payer_facts y on y.practice_id = c.practice_id and y.id = c.payer_id
                         where c.patient_id = any(:patients)
                           and c.first_day <= :day
                           and (c.last_day is null or c.last_day >= :day)
                        """)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .param("day", day)
                .query((row, _) -> new One(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        new InForce(
                                row.getObject("payer_id", UUID.class),
                                row.getString("member_id"),
                                Program.of(row.getString("filing_code")))))
                .list()
                .stream()
                .collect(groupingBy(One::patient, mapping(One::insurance, toList())));
    }

    /** Who came from a day on, of these members. */
    List<Visit> visits(Collection<PatientId> patients, LocalDate from) {
        return db.sql("""
                        select e.patient_id, s.group_id, s.id as session_id, s.service_date,
                               array(select c.payer_id || '|' || y.filing_code || '|' || c.member_id
                                       from coverage.coverage_facts c
                                       join practice.payer_facts y on y.practice_id = c.practice_id and y.id = c.payer_id
                                      where c.practice_id = e.practice_id
                                        and c.patient_id = e.patient_id
                                        and c.first_day <= s.service_date
                                        and (c.last_day is null or c.last_day >= s.service_date)) as insured
                          from attendance.encounter_facts e
                          join scheduling.session_facts s on s.practice_id = e.practice_id and s.id = e.session_id
                         where e.patient_id = any(:patients)
                           and e.presence in ('PRESENT', 'LATE', 'LEFT_EARLY')
                           and s.service_date >= :from
                         order by s.service_date
                        """)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .param("from", from)
                .query((row, _) -> new Visit(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getObject("session_id", UUID.class),
                        row.getObject("service_date", LocalDate.class),
                        insured(row)))
                .list();
    }

    private static Seat seat(ResultSet row, int number) throws SQLException {
        var given = row.getTimestamp("given_at");
        return new Seat(
                new PatientId(row.getObject("patient_id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                given == null ? null : given.toInstant(),
                insured(row),
                row.getObject("ended_on", LocalDate.class),
                holds(row));
    }

    private static List<DateRange> holds(ResultSet row) throws SQLException {
        var texts = (String[]) row.getArray("holds").getArray();
        return Arrays.stream(texts)
                .map(text -> text.split("\\|", 2))
                .map(days -> new DateRange(LocalDate.parse(days[0]), LocalDate.parse(days[1])))
                .toList();
    }

    /** Each as payer, filing code and the number with the payer, which may hold whatever the payer gave. */
    private static List<InForce> insured(ResultSet row) throws SQLException {
        var texts = (String[]) row.getArray("insured").getArray();
        return Arrays.stream(texts)
                .map(text -> text.split("\\|", 3))
                .map(parts -> new InForce(UUID.fromString(parts[0]), parts[2], Program.of(parts[1])))
                .toList();
    }
}
