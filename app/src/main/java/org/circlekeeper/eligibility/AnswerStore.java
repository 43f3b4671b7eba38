package org.circlekeeper.eligibility;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.Money;
import org.circlekeeper.x12.eligibility.AuthorizationNeed;
import org.circlekeeper.x12.eligibility.Covered;
import org.circlekeeper.x12.eligibility.EligibilityStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers of payers on disk: added, never changed. */
@Repository
class AnswerStore {

    private static final String COLUMNS = """
            id, patient_id, payer_id, member_id, how, stands_for, heard_at, recorded_by, reference, answered_by,
            question_id, try, status, covered, copay_cents, coinsurance_percent, deductible_left_cents,
            visits_total, visits_left, authorization_needed, network, carved_out, carve_out_name, carve_out_id,
            plan_begins, plan_ends, resets_on, rejection, good_through, good_why, words, rows
            """;

    /** So many answers about one person are shown. */
    private static final int MOST_SHOWN = 200;

    private final JdbcClient db;
    private final NamedParameterJdbcOperations many;

    AnswerStore(JdbcClient db, NamedParameterJdbcOperations many) {
        this.db = db;
        this.many = many;
    }

    /**
     * The latest one about each insurance of these patients, and the one that was an answer before it, in that order.
     */
    List<Answer> lastTwo(Collection<PatientId> patients) {
        return db.sql("select " + COLUMNS + """
                          from (select a.*,
                                       row_number() over everything as nth,
                                       count(*) filter (where a.status <> 'REJECTED') over everything as answers,
                                       first_value(a.status) over everything as newest
                                  from eligibility.answer a
                                 where a.patient_id = any(:patients)
                                window everything as (partition by a.patient_id, a.payer_id, a.member_id
                                                      order by a.heard_at desc, (a.status = 'REJECTED'), a.id desc)) k
                         where nth = 1
                            or (status <> 'REJECTED'
                                and answers = case when newest = 'REJECTED' then 1 else 2 end)
                         order by patient_id, payer_id, member_id, nth
                        """)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .query(AnswerStore::answer)
                .list();
    }

    /** Those about these patients, the latest first; of each the last ones. */
    List<Answer> of(Collection<PatientId> patients) {
        return db.sql("select " + COLUMNS + """
                          from (select a.*,
                                       row_number() over (partition by a.patient_id
                                                              order by a.heard_at desc, (a.status = 'REJECTED'),
                                                                       a.id desc) as nth
                                  from eligibility.answer a
                                 where a.patient_id = any(:patients)) k
                         where nth <= :most
                         order by heard_at desc, (status = 'REJECTED'), id desc
                        """)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .param("most", MOST_SHOWN)
                .query(AnswerStore::answer)
                .list();
    }

    /** Those that the questions of a run got, the latest of each. */
    List<Answer> ofRun(UUID run) {
        return db.sql("select distinct on (question_id) " + COLUMNS + """
                          from eligibility.answer
                         where question_id in (select q.id from eligibility.question q where q.run_id = :run)
                         order by question_id, (status = 'REJECTED'), heard_at desc, id desc
                        """)
                .param("run", run)
                .query(AnswerStore::answer)
                .list();
    }

    /** The ids of those that are new: the same answer to the same try of a question is kept once. */
    Set<UUID> add(List<Answer> answers) {
        int[] added = many.batchUpdate(
                "insert into eligibility.answer (" + COLUMNS + """
                        ) values (:id, :patient, :payer, :member, :how, :day, :at, :by, :reference, :answeredBy,
                                  :question, :try, :status, :covered, :copay, :coinsurance, :deductible, :total, :left,
                                  :authorization, :network, :carved, :carvedName, :carvedId, :begins, :ends, :resets,
                                  :rejection, :through, :why, :words, :rows)
                        on conflict do nothing
                        """,
                answers.stream().map(AnswerStore::row).toArray(SqlParameterSource[]::new));
        return IntStream.range(0, added.length)
                .filter(at -> added[at] != 0)
                .mapToObj(at -> answers.get(at).id())
                .collect(toSet());
    }

    private static MapSqlParameterSource row(Answer answer) {
        var heard = answer.heard();
        return benefits(answer.benefits())
                .addValue("id", answer.id())
                .addValue("patient", answer.policy().patient().value())
                .addValue("payer", answer.policy().payer())
                .addValue("member", answer.policy().memberId())
                .addValue("how", heard.how().name())
                .addValue("day", heard.standsFor())
                .addValue("at", Timestamp.from(heard.at()))
                .addValue("by", heard.recordedBy())
                .addValue("reference", heard.reference())
                .addValue("answeredBy", heard.answeredBy())
                .addValue("question", heard.question())
                .addValue("try", heard.attempt())
                .addValue("through", answer.good().through())
                .addValue("why", answer.good().why())
                .addValue("words", answer.words().toArray(String[]::new))
                .addValue("rows", answer.rows().toArray(String[]::new));
    }

    /** What may be missing says its type: rows of one batch are then alike. */
    private static MapSqlParameterSource benefits(Benefits benefits) {
        var carveOut = benefits.carveOut();
        return new MapSqlParameterSource("status", benefits.status().name())
                .addValue("covered", benefits.covered().name())
                .addValue("copay", cents(benefits.copay()), Types.BIGINT)
                .addValue("coinsurance", benefits.coinsurancePercent(), Types.NUMERIC)
                .addValue("deductible", cents(benefits.deductibleLeft()), Types.BIGINT)
                .addValue("total", benefits.visitsTotal(), Types.INTEGER)
                .addValue("left", benefits.visitsLeft(), Types.INTEGER)
                .addValue("authorization", benefits.authorization().name())
                .addValue("network", benefits.network())
                .addValue("carved", carveOut != null)
                .addValue("carvedName", carveOut == null ? "" : carveOut.name())
                .addValue("carvedId", carveOut == null ? "" : carveOut.payerId())
                .addValue("begins", benefits.planBegins(), Types.DATE)
                .addValue("ends", benefits.planEnds(), Types.DATE)
                .addValue("resets", benefits.resetsOn(), Types.DATE)
                .addValue("rejection", benefits.rejection());
    }

    private static @Nullable Long cents(@Nullable Money money) {
        return money == null ? null : money.cents();
    }

    private static Answer answer(ResultSet row, int number) throws SQLException {
        return new Answer(
                row.getObject("id", UUID.class),
                new Policy(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getObject("payer_id", UUID.class),
                        row.getString("member_id")),
                new Answer.Heard(
                        How.valueOf(row.getString("how")),
                        row.getObject("stands_for", LocalDate.class),
                        row.getTimestamp("heard_at").toInstant(),
                        row.getString("recorded_by"),
                        row.getString("reference"),
                        row.getString("answered_by"),
                        row.getObject("question_id", UUID.class),
                        row.getInt("try")),
                benefits(row),
                new Answer.Good(row.getObject("good_through", LocalDate.class), row.getString("good_why")),
                texts(row, "words"),
                texts(row, "rows"));
    }

    private static Benefits benefits(ResultSet row) throws SQLException {
        return new Benefits(
                EligibilityStatus.valueOf(row.getString("status")),
                Covered.valueOf(row.getString("covered")),
                money(row, "copay_cents"),
                row.getObject("coinsurance_percent", BigDecimal.class),
                money(row, "deductible_left_cents"),
                row.getObject("visits_total", Integer.class),
                row.getObject("visits_left", Integer.class),
                AuthorizationNeed.valueOf(row.getString("authorization_needed")),
                row.getString("network"),
                row.getBoolean("carved_out")
                        ? new Benefits.CarveOut(row.getString("carve_out_name"), row.getString("carve_out_id"))
                        : null,
                row.getObject("plan_begins", LocalDate.class),
                row.getObject("plan_ends", LocalDate.class),
                row.getObject("resets_on", LocalDate.class),
                row.getString("rejection"));
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class))
                .map(Money::new)
                .orElse(null);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
