package org.circlekeeper.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.coverage.AuthorizationRequest.Channel;
import org.circlekeeper.coverage.AuthorizationRequest.Decided;
import org.circlekeeper.coverage.AuthorizationRequest.Sent;
import org.circlekeeper.coverage.AuthorizationRequest.Wanted;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests for authorizations on disk. */
@Repository
class AskingStore {

    private static final String ALL = """
            select id, patient_id, payer_id, code, units, first_day, last_day, extends_id, expedited, status,
                   status_since, channel, reference, spoke_with, asked_at, trace, packet_id, payer_reference,
                   decided_on, decision_reason, appeal_by, appeal_source, authorization_id
              from coverage.authorization_request
            """;

    private final JdbcClient db;

    AskingStore(JdbcClient db) {
        this.db = db;
    }

    /** The latest first. */
    List<AuthorizationRequest> of(Collection<PatientId> patients) {
        return db.sql(ALL + """
                         where patient_id = any(:patients)
                         order by made_at desc, id desc
                        """)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .query(AskingStore::request)
                .list();
    }

    /** Of all members, those that stand so, the ones that have stood so longest first. */
    List<AuthorizationRequest> standing(Collection<AskingStatus> statuses) {
        return db.sql(ALL + """
                         where status = any(:statuses)
                         order by status_since, id
                        """)
                .param("statuses", statuses.stream().map(AskingStatus::name).toArray(String[]::new))
                .query(AskingStore::request)
                .list();
    }

    Optional<AuthorizationRequest> find(UUID id) {
        return db.sql(ALL + " where id = :id")
                .param("id", id)
                .query(AskingStore::request)
                .optional();
    }

    Optional<AuthorizationRequest> byTrace(String trace) {
        return db.sql(ALL + " where trace = :trace")
                .param("trace", trace)
                .query(AskingStore::request)
                .optional();
    }

    /** Those that went in this file and wait for the payer. */
    List<AuthorizationRequest> inFile(String name) {
        return db.sql(ALL + " where channel = 'FILE' and reference = :name and status = 'ASKED'")
                .param("name", name)
                .query(AskingStore::request)
                .list();
    }

    /** False when the payer is asked the same for this member already. */
    boolean add(AuthorizationRequest request, String by, Instant now) {
        var wanted = request.wanted();
        return db.sql("""
                        insert into coverage.authorization_request (id, patient_id, payer_id, code, units, first_day,
                               last_day, extends_id, expedited, status, status_since, trace, made_by, made_at)
                        values (:id, :patient, :payer, :code, :units, :first, :last, :extended, :expedited, :status,
                                :since, :trace, :by, :now)
                        on conflict do nothing
                        """)
                        .param("id", request.id())
                        .param("patient", request.patient().value())
                        .param("payer", request.payer())
                        .param("code", wanted.code().value())
                        .param("units", wanted.units())
                        .param("first", wanted.days().first())
                        .param("last", wanted.days().last())
                        .param("extended", wanted.extended())
                        .param("expedited", request.expedited())
                        .param("status", request.status().name())
                        .param("since", Timestamp.from(request.since()))
                        .param("trace", request.trace())
                        .param("by", by)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /**
     * Moves it where it still stands as it did; false when it stands elsewhere by now, or when another request asks the
     * payer for the same. Whatever was to be asked on the phone is settled with it.
     */
    boolean move(UUID id, AskingStatus from, AskingStatus to, Instant now) {
        return db.sql("""
                        update coverage.authorization_request r
                           set status = :to, status_since = :now, to_call = ''
                         where r.id = :id
                           and r.status = :from
                           and (:to not in ('TO_ASK', 'ASKED', 'PENDED')
                                or not exists (select
                                                 from coverage.authorization_request o
                                                where o.practice_id = r.practice_id
                                                  and o.patient_id = r.patient_id
                                                  and o.payer_id = r.payer_id
                                                  and o.code = r.code
                                                  and o.id <> r.id
                                                  and o.status in ('TO_ASK', 'ASKED', 'PENDED')))
                        """)
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void sent(UUID id, Sent sent) {
        db.sql("""
                        update coverage.authorization_request
                           set channel = :channel, reference = :reference, spoke_with = :spoke, asked_at = :at
                         where id = :id
                        """)
                .param("id", id)
                .param("channel", sent.channel().name())
                .param("reference", sent.reference())
                .param("spoke", sent.spokeWith())
                .param("at", Timestamp.from(sent.at()))
                .update();
    }

    void decided(UUID id, @Nullable Decided decided, @Nullable UUID authorization) {
        db.sql("""
                        update coverage.authorization_request
                           set decided_on = :on, decision_reason = :reason, appeal_by = :appeal,
                               appeal_source = :source, payer_reference = :reference,
                               authorization_id = :authorization
                         where id = :id
                        """)
                .param("id", id)
                .param("on", decided == null ? null : decided.on())
                .param("reason", decided == null ? "" : decided.reason())
                .param("appeal", decided == null ? null : decided.appealBy())
                .param("source", decided == null ? "" : decided.appealSource())
                .param("reference", decided == null ? "" : decided.reference())
                .param("authorization", authorization)
                .update();
    }

    /** Why the payer is to be called about it; empty when that is done. */
    void toCall(UUID id, String why) {
        db.sql("update coverage.authorization_request set to_call = :why where id = :id")
                .param("id", id)
                .param("why", why)
                .update();
    }

    /** By request, why the payer is to be called about it. */
    Map<UUID, String> toCall() {
        var calls = new HashMap<UUID, String>();
        db.sql("select id, to_call from coverage.authorization_request where to_call <> ''")
                .query(row -> {
                    calls.put(row.getObject("id", UUID.class), row.getString("to_call"));
                });
        return calls;
    }

    void packet(UUID id, UUID document) {
        db.sql("update coverage.authorization_request set packet_id = :document where id = :id")
                .param("id", id)
                .param("document", document)
                .update();
    }

    void keep(UUID id, AskingMove move) {
        db.sql("""
                        insert into coverage.authorization_move (id, request_id, status, why, moved_by, moved_at)
                        values (:id, :request, :status, :why, :by, :at)
                        """)
                .param("id", id)
                .param("request", move.request())
                .param("status", move.status().name())
                .param("why", move.why())
                .param("by", move.by())
                .param("at", Timestamp.from(move.at()))
                .update();
    }

    /** Of every request of a member, the latest first. */
    List<AskingMove> moves(PatientId patient) {
        return db.sql("""
                        select m.request_id, m.status, m.why, m.moved_by, m.moved_at
                          from coverage.authorization_move m
                          join coverage.authorization_request r on r.practice_id = m.practice_id and r.id = m.request_id
                         where r.patient_id = :patient
                         order by m.moved_at desc, m.id desc
                        """)
                .param("patient", patient.value())
                .query((row, _) -> new AskingMove(
                        row.getObject("request_id", UUID.class),
                        AskingStatus.valueOf(row.getString("status")),
                        row.getString("why"),
                        row.getString("moved_by"),
                        row.getTimestamp("moved_at").toInstant()))
                .list();
    }

    /** ISA13 of the next file: a number is gone even when its file is not written. */
    long control() {
        return db.sql("select nextval('coverage.authorization_interchange')")
                .query(Long.class)
                .single();
    }

    private static AuthorizationRequest request(ResultSet row, int number) throws SQLException {
        return new AuthorizationRequest(
                row.getObject("id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("payer_id", UUID.class),
                new Wanted(
                        new ProcedureCode(row.getString("code")),
                        row.getInt("units"),
                        new DateRange(
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class)),
                        row.getObject("extends_id", UUID.class)),
                row.getBoolean("expedited"),
                AskingStatus.valueOf(row.getString("status")),
                row.getTimestamp("status_since").toInstant(),
                row.getString("trace"),
                row.getObject("packet_id", UUID.class),
                sent(row),
                decision(row),
                row.getObject("authorization_id", UUID.class));
    }

    private static @Nullable Sent sent(ResultSet row) throws SQLException {
        var channel = row.getString("channel");
        return channel == null
                ? null
                : new Sent(
                        Channel.valueOf(channel),
                        row.getTimestamp("asked_at").toInstant(),
                        row.getString("reference"),
                        row.getString("spoke_with"));
    }

    private static @Nullable Decided decision(ResultSet row) throws SQLException {
        var on = row.getObject("decided_on", LocalDate.class);
        return on == null
                ? null
                : new Decided(
                        on,
                        row.getString("decision_reason"),
                        row.getObject("appeal_by", LocalDate.class),
                        row.getString("appeal_source"),
                        row.getString("payer_reference"));
    }
}
