package org.circlekeeper.claims;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads claims for lists, pages and counts: one question for the claims, one for what was found in them. Where held
 * ones alone are asked for, those that can be filed for the shortest time stand first.
 */
@Repository
class ClaimListStore {

    private static final String CLAIMS = """
            select k.id, k.claim_number, k.patient_id, p.external_id, p.first_name, p.middle_name, p.last_name,
                   k.payer_id as payer, y.payer_id as payer_code, y.name as payer_name, k.session_id,
                   g.name as group_name, l.first_name as leader_first, l.middle_name as leader_middle,
                   l.last_name as leader_last,
                   k.service_date, k.code, k.modifiers, k.place_of_service, k.charge_cents, k.diagnoses,
                   k.authorization_number, k.file_by, k.status, k.batch_id, k.denial_by, k.denial_reason
              from claims.claim k
              join patients.patient_facts p on p.practice_id = k.practice_id and p.id = k.patient_id
              join scheduling.session_facts s on s.practice_id = k.practice_id and s.id = k.session_id
              join roster.group_facts g on g.practice_id = s.practice_id and g.id = s.group_id
              join practice.practitioner_facts l on l.practice_id = k.practice_id and l.id = k.practitioner_id
              left join practice.payer_facts y on y.practice_id = k.practice_id and y.id = k.payer_id
            """;

    private final JdbcClient db;

    ClaimListStore(JdbcClient db) {
        this.db = db;
    }

    List<Claim> list(ClaimFilter filter) {
        var statuses = filter.statuses().stream().map(ClaimStatus::name).toArray(String[]::new);
        return withFindings(db.sql(CLAIMS + """
                         where (cardinality(:statuses::text[]) = 0 or k.status = any(:statuses))
                           and (:payer::uuid is null or k.payer_id = :payer)
                           and (:batch::uuid is null or k.batch_id = :batch)
                         order by case when :statuses::text[] = '{HELD}' then k.file_by end nulls last,
                                  case when 'SENT' = any(:statuses) then k.service_date end desc nulls last,
                                  k.service_date, k.claim_number
                         limit :limit
                        """)
                .param("statuses", statuses)
                .param("payer", filter.payer())
                .param("batch", filter.batch())
                .param("limit", filter.limit())
                .query(ClaimListStore::claim)
                .list());
    }

    List<Claim> byId(ClaimId id) {
        return withFindings(db.sql(CLAIMS + " where k.id = :id")
                .param("id", id.value())
                .query(ClaimListStore::claim)
                .list());
    }

    List<Tally> tallies() {
        return db.sql("""
                        select k.status, k.payer_id as payer, y.payer_id as payer_code, y.name, count(*) as claims,
                               sum(k.charge_cents) as cents
                          from claims.claim k
                          left join practice.payer_facts y on y.practice_id = k.practice_id and y.id = k.payer_id
                         group by k.status, k.payer_id, y.payer_id, y.name
                         order by y.name, k.status
                        """)
                .query((row, _) -> new Tally(
                        ClaimStatus.valueOf(row.getString("status")),
                        row.getObject("payer", UUID.class),
                        row.getString("payer_code"),
                        row.getString("name"),
                        row.getLong("claims"),
                        new Money(row.getLong("cents"))))
                .list();
    }

    List<Move> moves(ClaimId id) {
        return db.sql("""
                        select from_status, to_status, why, actor, at
                          from claims.claim_move
                         where claim_id = :id
                         order by revision
                        """)
                .param("id", id.value())
                .query((row, _) -> {
                    var from = row.getString("from_status");
                    return new Move(
                            from == null ? null : ClaimStatus.valueOf(from),
                            ClaimStatus.valueOf(row.getString("to_status")),
                            row.getString("why"),
                            row.getString("actor"),
                            row.getTimestamp("at").toInstant());
                })
                .list();
    }

    /** A leader whose visits go to a payer, with the last day of them. */
    record LeaderAndPayer(
            Visit.Leader leader, UUID payer, String payerName, LocalDate firstDay, LocalDate lastDay, long claims) {}

    List<LeaderAndPayer> leadersAndPayers(LocalDate from) {
        return db.sql("""
                        select k.practitioner_id, l.first_name, l.middle_name, l.last_name, l.npi, l.taxonomy,
                               k.payer_id, y.name, min(k.service_date) as first_day, max(k.service_date) as last_day,
                               count(*) as claims
                          from claims.claim k
                          join practice.practitioner_facts l on l.practice_id = k.practice_id and l.id = k.practitioner_id
                          join practice.payer_facts y on y.practice_id = k.practice_id and y.id = k.payer_id
                         where k.status <> 'VOIDED'
                           and k.service_date >= :from
                         group by k.practitioner_id, l.first_name, l.middle_name, l.last_name, l.npi, l.taxonomy, k.payer_id,
                                  y.name
                         order by l.last_name, l.first_name, y.name
                        """)
                .param("from", from)
                .query((row, _) -> new LeaderAndPayer(
                        new Visit.Leader(
                                new PractitionerId(row.getObject("practitioner_id", UUID.class)),
                                name(row),
                                new Npi(row.getString("npi")),
                                row.getString("taxonomy")),
                        row.getObject("payer_id", UUID.class),
                        row.getString("name"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getLong("claims")))
                .list();
    }

    private List<Claim> withFindings(List<Claim> claims) {
        if (claims.isEmpty()) {
            return claims;
        }
        var found = findings(claims.stream().map(claim -> claim.id().value()).toArray(UUID[]::new));
        return claims.stream()
                .map(claim -> found.containsKey(claim.id()) ? claim.with(found.get(claim.id())) : claim)
                .toList();
    }

    private Map<ClaimId, List<Finding>> findings(UUID[] claims) {
        var found = new HashMap<ClaimId, List<Finding>>();
        db.sql("""
                        select claim_id, code, weight, sentence, remedy, source
                          from claims.claim_finding
                         where claim_id = any(:claims)
                         order by claim_id, ordinal
                        """).param("claims", claims).query(row -> {
            found.computeIfAbsent(new ClaimId(row.getObject("claim_id", UUID.class)), _ -> new ArrayList<>())
                    .add(new Finding(
                            row.getString("code"),
                            Finding.Weight.valueOf(row.getString("weight")),
                            Because.of(row.getString("sentence")),
                            row.getString("remedy"),
                            row.getString("source")));
        });
        return found;
    }

    private static Claim claim(ResultSet row, int number) throws SQLException {
        return new Claim(
                new ClaimId(row.getObject("id", UUID.class)),
                row.getString("claim_number"),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getString("external_id"),
                name(row),
                row.getObject("payer", UUID.class),
                row.getString("payer_code"),
                row.getString("payer_name"),
                new SessionId(row.getObject("session_id", UUID.class)),
                row.getString("group_name"),
                new PersonName(
                        row.getString("leader_first"), row.getString("leader_middle"), row.getString("leader_last")),
                row.getObject("service_date", LocalDate.class),
                row.getString("code"),
                texts(row.getArray("modifiers")),
                row.getString("place_of_service"),
                new Money(row.getLong("charge_cents")),
                texts(row.getArray("diagnoses")),
                row.getString("authorization_number"),
                row.getObject("file_by", LocalDate.class),
                ClaimStatus.valueOf(row.getString("status")),
                row.getObject("batch_id", UUID.class),
                forDenial(row),
                List.of());
    }

    private static Claim.@Nullable ForDenial forDenial(ResultSet row) throws SQLException {
        var by = row.getString("denial_by");
        return by == null ? null : new Claim.ForDenial(by, row.getString("denial_reason"));
    }

    private static PersonName name(ResultSet row) throws SQLException {
        return new PersonName(row.getString("first_name"), row.getString("middle_name"), row.getString("last_name"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
