package org.circlekeeper.claims;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.circlekeeper.assistant.StepRefused;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes claims that have not left the house: made, brought up to date, withdrawn. Every move leaves a row. */
@Repository
class ClaimStore {

    private final JdbcClient db;
    private final NamedParameterJdbcOperations many;

    ClaimStore(JdbcClient db, NamedParameterJdbcOperations many) {
        this.db = db;
        this.many = many;
    }

    /** A claim to write: new when {@code number} is given, else the one that stands for the visit. */
    record Writing(ClaimId id, @Nullable String number, Outcome.Keep keep) {}

    void write(List<Writing> writings, Actor actor, Instant at) {
        var moves = new ArrayList<SqlParameterSource>();
        for (var writing : writings) {
            var claim = writing.keep().visit().claim();
            var from = claim == null ? null : claim.status();
            if (claim == null) {
                insert(writing, at);
            } else {
                update(writing, claim, at);
            }
            if (from != writing.keep().status()) {
                int revision = claim == null ? 1 : claim.revision() + 1;
                moves.add(move(writing.id(), revision, from, writing.keep().status(), why(writing.keep()), actor, at));
            }
        }
        moved(moves);
        findings(writings);
    }

    /** Whoever moves a claim says from where: one that somebody moved meanwhile stays where it is. */
    void withdraw(Outcome.Withdraw withdrawal, Actor actor, Instant at) {
        var claim = Objects.requireNonNull(withdrawal.visit().claim());
        refuseArrow(claim.status(), ClaimStatus.VOIDED);
        int changed = db.sql("""
                        update claims.claim
                           set status = 'VOIDED', status_since = :at, revision = revision + 1
                         where id = :id
                           and revision = :revision
                        """)
                .param("at", Timestamp.from(at))
                .param("id", claim.id().value())
                .param("revision", claim.revision())
                .update();
        refuseUnlessOne(changed);
        moved(List.of(move(
                claim.id(), claim.revision() + 1, claim.status(), ClaimStatus.VOIDED, withdrawal.why(), actor, at)));
    }

    /**
     * Keeps why a person files the claim past these rules of this payer; a reason given before makes way. False when
     * the claim is not held any more. From here on nobody else moves it.
     */
    boolean lift(ClaimId id, String reason, Visit.Reason passes, Actor actor, Instant at) {
        return db.sql("""
                        update claims.claim
                           set denial_reason = :reason, denial_by = :by, denial_at = :at, denial_person = :person,
                               denial_payer = :payer, denial_codes = :codes
                         where id = :id
                           and status = 'HELD'
                        """)
                        .param("reason", reason)
                        .param(
                                "person",
                                actor instanceof Actor.Person person
                                        ? person.id().value()
                                        : null)
                        .param("payer", passes.payer())
                        .param("codes", passes.codes().toArray(String[]::new))
                        .param("by", actor.label())
                        .param("at", Timestamp.from(at))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** How often the claims of each session were written: what was done to one before has another number. */
    Map<SessionId, Long> generations(Collection<SessionId> sessions) {
        var generations = new HashMap<SessionId, Long>();
        db.sql("""
                        select session_id, sum(revision) as generation
                          from claims.claim
                         where session_id = any(:sessions)
                         group by session_id
                        """)
                .param("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .query(row -> {
                    generations.put(new SessionId(row.getObject("session_id", UUID.class)), row.getLong("generation"));
                });
        return generations;
    }

    /** Sessions of which a claim has left, or is about to. */
    List<SessionId> filed(Collection<SessionId> sessions) {
        return db
                .sql("""
                        select distinct session_id
                          from claims.claim
                         where session_id = any(:sessions)
                           and (batch_id is not null or status not in ('HELD', 'READY', 'VOIDED'))
                        """)
                .param("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(SessionId::new)
                .toList();
    }

    /** A claim that was taken out again, as it stood. */
    record Removed(SessionId session, UUID patient, String number, ClaimStatus status) {}

    /** Takes out what was never filed, with its moves and findings; what is left of it stands in the audit trail. */
    List<Removed> remove(Collection<SessionId> sessions) {
        return db.sql("""
                        delete from claims.claim
                         where session_id = any(:sessions)
                           and batch_id is null
                           and status in ('HELD', 'READY', 'VOIDED')
                        returning session_id, patient_id, claim_number, status
                        """)
                .param("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .query((row, _) -> new Removed(
                        new SessionId(row.getObject("session_id", UUID.class)),
                        row.getObject("patient_id", UUID.class),
                        row.getString("claim_number"),
                        ClaimStatus.valueOf(row.getString("status"))))
                .list();
    }

    private void insert(Writing writing, Instant at) {
        var visit = writing.keep().visit();
        many.update(
                """
                insert into claims.claim (id, claim_number, encounter_id, session_id, patient_id, payer_id, coverage_id,
                                          practitioner_id, service_date, code, modifiers, place_of_service, units,
                                          charge_cents, diagnoses, authorization_number, file_by, status, status_since,
                                          revision, digest)
                values (:id, :number, :encounter, :session, :patient, :payer, :coverage, :practitioner, :day, :code,
                        :modifiers, :place, :units, :cents, :diagnoses, :authorization, :fileBy, :status, :at, 1, :digest)
                """,
                billed(writing, at)
                        .addValue("number", writing.number())
                        .addValue("encounter", visit.encounter())
                        .addValue("session", visit.meeting().id().value())
                        .addValue("patient", visit.member().id()));
    }

    private void update(Writing writing, Visit.Standing claim, Instant at) {
        if (claim.status() != writing.keep().status()) {
            refuseArrow(claim.status(), writing.keep().status());
        }
        refuseUnlessOne(many.update("""
                update claims.claim
                   set payer_id = :payer, coverage_id = :coverage, practitioner_id = :practitioner, service_date = :day,
                       code = :code, modifiers = :modifiers, place_of_service = :place, units = :units,
                       charge_cents = :cents, diagnoses = :diagnoses, authorization_number = :authorization,
                       file_by = :fileBy,
                       denial_reason = case when denial_payer is distinct from :payer then null else denial_reason end,
                       denial_by = case when denial_payer is distinct from :payer then null else denial_by end,
                       denial_at = case when denial_payer is distinct from :payer then null else denial_at end,
                       status_since = case when status = :status then status_since else :at end,
                       status = :status, revision = revision + 1, digest = :digest
                 where id = :id
                   and revision = :revision
                """, billed(writing, at).addValue("revision", claim.revision())));
    }

    private static MapSqlParameterSource billed(Writing writing, Instant at) {
        var billed = writing.keep().billed();
        return new MapSqlParameterSource("id", writing.id().value())
                .addValue("payer", billed.payer())
                .addValue("coverage", billed.coverage())
                .addValue("practitioner", billed.practitioner().value())
                .addValue("day", billed.serviceDate())
                .addValue("code", billed.code().value())
                .addValue("modifiers", billed.modifiers().toArray(String[]::new))
                .addValue("place", billed.placeOfService())
                .addValue("units", Billed.UNITS)
                .addValue("cents", billed.charge().cents())
                .addValue("diagnoses", billed.diagnoses().toArray(String[]::new))
                .addValue("authorization", billed.authorization())
                .addValue("fileBy", billed.fileBy())
                .addValue("status", writing.keep().status().name())
                .addValue("at", Timestamp.from(at))
                .addValue("digest", writing.keep().digest());
    }

    private void findings(List<Writing> writings) {
        db.sql("delete from claims.claim_finding where claim_id = any(:ids)")
                .param(
                        "ids",
                        writings.stream().map(writing -> writing.id().value()).toArray(UUID[]::new))
                .update();
        var rows = new ArrayList<SqlParameterSource>();
        for (var writing : writings) {
            var findings = writing.keep().findings();
            for (int ordinal = 0; ordinal < findings.size(); ordinal++) {
                rows.add(finding(writing.id(), ordinal, findings.get(ordinal)));
            }
        }
        many.batchUpdate("""
                insert into claims.claim_finding (claim_id, ordinal, code, weight, sentence, remedy, source)
                values (:claim, :ordinal, :code, :weight, :sentence, :remedy, :source)
                """, rows.toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource finding(ClaimId claim, int ordinal, Finding finding) {
        return new MapSqlParameterSource("claim", claim.value())
                .addValue("ordinal", ordinal)
                .addValue("code", finding.code())
                .addValue("weight", finding.weight().name())
                .addValue("sentence", finding.because().sentence())
                .addValue("remedy", finding.remedy())
                .addValue("source", finding.source());
    }

    private void moved(List<SqlParameterSource> moves) {
        many.batchUpdate("""
                insert into claims.claim_move (claim_id, revision, from_status, to_status, why, actor, at)
                values (:claim, :revision, :from, :to, :why, :actor, :at)
                """, moves.toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource move(
            ClaimId claim,
            int revision,
            @Nullable ClaimStatus from,
            ClaimStatus to,
            String why,
            Actor actor,
            Instant at) {
        return new MapSqlParameterSource("claim", claim.value())
                .addValue("revision", revision)
                .addValue("from", from == null ? null : from.name())
                .addValue("to", to.name())
                .addValue("why", why)
                .addValue("actor", actor.label())
                .addValue("at", Timestamp.from(at));
    }

    private static String why(Outcome.Keep keep) {
        return BillingReadiness.holds(keep.visit(), keep.findings()).stream()
                .findFirst()
                .map(finding -> finding.because().sentence())
                .orElse("Nothing holds it.");
    }

    private static void refuseArrow(ClaimStatus from, ClaimStatus to) {
        if (!from.next().contains(to)) {
            throw new IllegalStateException("A claim cannot go from " + from + " to " + to);
        }
    }

    private static void refuseUnlessOne(int changed) {
        if (changed != 1) {
            throw new StepRefused("The claim was changed meanwhile. The next time I look, it is looked at again.");
        }
    }
}
