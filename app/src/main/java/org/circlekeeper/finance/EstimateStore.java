package org.circlekeeper.finance;

import static java.util.stream.Collectors.groupingBy;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.ProcedureCode;
import org.circlekeeper.terms.TaxId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Estimates on disk, to whom they were given, and who asked for one: added, never changed. */
@Repository
class EstimateStore {

    private final JdbcClient db;

    EstimateStore(JdbcClient db) {
        this.db = db;
    }

    /** Somebody asked what sessions of a group cost. */
    record Asked(
            UUID id,
            PatientId patient,
            GroupId group,
            LocalDate on,
            boolean claimWanted,
            String note,
            String recordedBy,
            Instant recordedAt) {

        Asked under(UUID another) {
            return new Asked(another, patient, group, on, claimWanted, note, recordedBy, recordedAt);
        }

        /** Whether it says the same, whenever it was written down. */
        boolean isSame(Asked other) {
            return group.equals(other.group())
                    && on.equals(other.on())
                    && claimWanted == other.claimWanted()
                    && note.equals(other.note());
        }
    }

    /** Of these members, the latest first. */
    List<Estimate> of(Collection<PatientId> patients) {
        var ids = patients.stream().map(PatientId::value).toArray(UUID[]::new);
        var givings = givings(ids);
        return db.sql("""
                        select id, patient_id, group_id, reason, due_by, member_name, birth_date, service, code, diagnoses,
                               days, fee_cents, then_cents, leader_id, provider_name, provider_npi, tax_id, place,
                               made_by, made_at
                          from finance.estimate
                         where patient_id = any(:patients)
                         order by made_at desc, id desc
                        """)
                .param("patients", ids)
                .query((row, _) -> estimate(row, givings))
                .list();
    }

    /** Whoever has an estimate that begins on that day or later, or asked and was given none since. */
    List<PatientId> known(LocalDate since) {
        return db.sql("""
                        select patient_id
                          from finance.estimate
                         where days[1] >= :since
                        union
                        select a.patient_id
                          from finance.estimate_asked a
                         where not a.claim_wanted
                           and not exists (select
                                             from finance.estimate e
                                             join finance.estimate_given v
                                               on v.practice_id = e.practice_id
                                              and v.estimate_id = e.id
                                            where e.practice_id = a.practice_id
                                              and e.patient_id = a.patient_id
                                              and e.group_id = a.group_id
                                            group by e.id
                                           having min(v.given_on) >= a.asked_on)
                        """)
                .param("since", since)
                .query((row, _) -> new PatientId(row.getObject("patient_id", UUID.class)))
                .list();
    }

    private record GivingOf(UUID estimate, Estimate.Giving giving) {}

    private Map<UUID, List<GivingOf>> givings(UUID[] patients) {
        return db
                .sql("""
                        select v.estimate_id, v.given_on, v.way, v.given_to, v.given_by, v.recorded_by, v.recorded_at
                          from finance.estimate_given v
                          join finance.estimate e on e.practice_id = v.practice_id and e.id = v.estimate_id
                         where e.patient_id = any(:patients)
                         order by v.given_on, v.recorded_at, v.id
                        """)
                .param("patients", patients)
                .query((row, _) -> new GivingOf(
                        row.getObject("estimate_id", UUID.class),
                        new Estimate.Giving(
                                row.getObject("given_on", LocalDate.class),
                                Estimate.Way.valueOf(row.getString("way")),
                                row.getString("given_to"),
                                row.getString("given_by"),
                                row.getString("recorded_by"),
                                row.getTimestamp("recorded_at").toInstant())))
                .list()
                .stream()
                .collect(groupingBy(GivingOf::estimate));
    }

    /** False when one with this id is there already. */
    boolean add(Estimate estimate) {
        var contents = estimate.contents();
        var provider = contents.provider();
        var then = contents.sessions().then();
        return db.sql("""
                                insert into finance.estimate (id, patient_id, group_id, reason, due_by, member_name, birth_date,
                                                              service, code, diagnoses, days, fee_cents, then_cents,
                                                              leader_id, provider_name, provider_npi, tax_id, place, made_by, made_at)
                                values (:id, :patient, :group, :reason, :due, :member, :born, :service, :code, :diagnoses,
                                        cast(cast(:days as text[]) as date[]), :fee, :then, :leader, :name, :npi, :tax, :place,
                                        :by, :at)
                                on conflict do nothing
                                """)
                        .param("id", estimate.id())
                        .param("patient", estimate.patient().value())
                        .param("group", estimate.group().value())
                        .param("reason", estimate.reason().name())
                        .param("due", estimate.dueBy())
                        .param("member", contents.member())
                        .param("born", contents.birthDate())
                        .param("service", contents.what())
                        .param("code", contents.code().value())
                        .param("diagnoses", texts(contents.diagnoses()))
                        .param("days", texts(contents.sessions().days()))
                        .param("fee", contents.sessions().fee().cents())
                        .param("then", then == null ? null : then.cents(), Types.BIGINT)
                        .param("leader", provider.leader().value())
                        .param("name", provider.name())
                        .param("npi", provider.npi().value())
                        .param("tax", provider.taxId().toString())
                        .param("place", provider.place())
                        .param("by", estimate.madeBy())
                        .param("at", Timestamp.from(estimate.madeAt()))
                        .update()
                == 1;
    }

    /** False when one with this id is there already. */
    boolean give(UUID id, UUID estimate, Estimate.Giving giving) {
        return db.sql("""
                                insert into finance.estimate_given (id, estimate_id, given_on, way, given_to, given_by,
                                                                    recorded_by, recorded_at)
                                values (:id, :estimate, :on, :way, :to, :by, :recordedBy, :recordedAt)
                                on conflict do nothing
                                """)
                        .param("id", id)
                        .param("estimate", estimate)
                        .param("on", giving.on())
                        .param("way", giving.way().name())
                        .param("to", giving.to())
                        .param("by", giving.by())
                        .param("recordedBy", giving.recordedBy())
                        .param("recordedAt", Timestamp.from(giving.recordedAt()))
                        .update()
                == 1;
    }

    /** Of these members, the latest first. */
    List<Asked> asked(Collection<PatientId> patients) {
        return db.sql("""
                        select id, patient_id, group_id, asked_on, claim_wanted, note, recorded_by, recorded_at
                          from finance.estimate_asked
                         where patient_id = any(:patients)
                         order by asked_on desc, recorded_at desc, id desc
                        """)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .query((row, _) -> new Asked(
                        row.getObject("id", UUID.class),
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getObject("asked_on", LocalDate.class),
                        row.getBoolean("claim_wanted"),
                        row.getString("note"),
                        row.getString("recorded_by"),
                        row.getTimestamp("recorded_at").toInstant()))
                .list();
    }

    /** False when one with this id is there already. */
    boolean add(Asked asked) {
        return db.sql("""
                                insert into finance.estimate_asked (id, patient_id, group_id, asked_on, claim_wanted, note,
                                                                    recorded_by, recorded_at)
                                values (:id, :patient, :group, :on, :claim, :note, :by, :at)
                                on conflict do nothing
                                """)
                        .param("id", asked.id())
                        .param("patient", asked.patient().value())
                        .param("group", asked.group().value())
                        .param("on", asked.on())
                        .param("claim", asked.claimWanted())
                        .param("note", asked.note())
                        .param("by", asked.recordedBy())
                        .param("at", Timestamp.from(asked.recordedAt()))
                        .update()
                == 1;
    }

    private static Estimate estimate(ResultSet row, Map<UUID, List<GivingOf>> givings) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Estimate(
                id,
                new PatientId(row.getObject("patient_id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                EstimateReason.valueOf(row.getString("reason")),
                row.getObject("due_by", LocalDate.class),
                contents(row),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                givings.getOrDefault(id, List.of()).stream()
                        .map(GivingOf::giving)
                        .toList());
    }

    private static EstimateContents contents(ResultSet row) throws SQLException {
        var days = (Date[]) row.getArray("days").getArray();
        var then = row.getObject("then_cents", Long.class);
        var diagnoses = (String[]) row.getArray("diagnoses").getArray();
        return new EstimateContents(
                row.getString("member_name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("service"),
                new ProcedureCode(row.getString("code")),
                Arrays.stream(diagnoses).map(DiagnosisCode::new).toList(),
                new GroupEstimate(
                        Arrays.stream(days).map(Date::toLocalDate).toList(),
                        new Money(row.getLong("fee_cents")),
                        then == null ? null : new Money(then)),
                new EstimateContents.Provider(
                        new PractitionerId(row.getObject("leader_id", UUID.class)),
                        row.getString("provider_name"),
                        new Npi(row.getString("provider_npi")),
                        new TaxId(row.getString("tax_id")),
                        row.getString("place")));
    }

    private static String[] texts(Collection<?> of) {
        return of.stream().map(Object::toString).toArray(String[]::new);
    }
}
