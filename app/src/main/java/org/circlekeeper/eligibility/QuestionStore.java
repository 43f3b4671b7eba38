package org.circlekeeper.eligibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.PersonName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Questions to payers on disk, and each move of them. */
@Repository
class QuestionStore {

    private static final String SELECT = """
            select q.id, q.number, q.run_id, q.patient_id, q.payer_id, q.member_id, q.asked_id, q.relationship,
                   q.subscriber_first, q.subscriber_last, q.service_day, q.place, q.why, q.status, q.tries,
                   q.not_before, q.said, f.put_at, p.first_name, p.middle_name, p.last_name, p.birth_date, p.sex,
                   y.name as payer_name, y.payer_id as payer_code
              from eligibility.question q
              join patients.patient_facts p on p.practice_id = q.practice_id and p.id = q.patient_id
              join practice.payer_facts y on y.practice_id = q.practice_id and y.id = q.payer_id
              left join eligibility.asked_file f on f.practice_id = q.practice_id and f.id = q.file_id
            """;

    private final JdbcClient db;

    QuestionStore(JdbcClient db) {
        this.db = db;
    }

    /** Puts questions into the queue. Where one about the insurance is under way already, none is added. */
    int add(UUID run, List<Listed> due, String by, Instant now) {
        var asked = due.stream().map(line -> Row.of(line, now)).toList();
        int added = db.sql("""
                        insert into eligibility.question (id, number, run_id, patient_id, payer_id, member_id, asked_id,
                                                          relationship, subscriber_first, subscriber_last, service_day,
                                                          place, why, status, not_before, moved_at)
                        select q.id, nextval('eligibility.question_number'), :run, q.patient, q.payer, q.member, q.asked,
                               q.relationship, q.first, q.last, q.day, q.place, q.why, 'QUEUED', :now, :now
                          from unnest(:ids, :patients, :payers, :members, :askedIds, :relationships, :firsts, :lasts,
                                      :days::date[], :places, :whys)
                               as q (id, patient, payer, member, asked, relationship, first, last, day, place, why)
                        on conflict do nothing
                        """)
                .param("run", run)
                .param("now", Timestamp.from(now))
                .param("ids", uuids(asked.stream().map(Row::id)))
                .param(
                        "patients",
                        uuids(asked.stream().map(row -> row.policy().patient().value())))
                .param("payers", uuids(asked.stream().map(row -> row.policy().payer())))
                .param("members", texts(asked.stream().map(row -> row.policy().memberId())))
                .param(
                        "askedIds",
                        texts(asked.stream().map(row -> row.insurance().memberId())))
                .param(
                        "relationships",
                        texts(asked.stream().map(row -> row.insurance().relationship())))
                .param("firsts", texts(asked.stream().map(Row::subscriberFirst)))
                .param("lasts", texts(asked.stream().map(Row::subscriberLast)))
                .param("days", texts(asked.stream().map(row -> row.line().day().toString())))
                .param("places", texts(asked.stream().map(Row::place)))
                .param(
                        "whys",
                        texts(asked.stream().map(row -> row.line().verdict().because())))
                .update();
        db.sql("""
                        insert into eligibility.question_move (question_id, status, reason, moved_by, moved_at)
                        select id, status, why, :by, :now from eligibility.question where run_id = :run
                        """)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .param("run", run)
                .update();
        return added;
    }

    /** One line about to become a question. */
    private record Row(UUID id, Listed line, Policy policy, Insured.Insurance insurance) {

        static Row of(Listed line, Instant now) {
            var policy = line.who().policy();
            var insurance = line.who().insurance();
            if (policy == null || insurance == null) {
                throw new IllegalArgumentException("A question is about an insurance");
            }
            return new Row(NewId.at(now), line, policy, insurance);
        }

        String subscriberFirst() {
            return insurance.subscriber() == null ? "" : insurance.subscriber().first();
        }

        String subscriberLast() {
            return insurance.subscriber() == null ? "" : insurance.subscriber().last();
        }

        String place() {
            var coming = line.who().coming();
            return coming == null ? "" : coming.place();
        }
    }

    /** Payers for which questions wait whose time has come. */
    List<UUID> payersWithQueue(Instant now) {
        return db.sql("""
                        select distinct payer_id
                          from eligibility.question
                         where status = 'QUEUED'
                           and not_before <= :now
                        """).param("now", Timestamp.from(now)).query(UUID.class).list();
    }

    /** Takes the next ones of a payer's queue, kept from others until the transaction ends. */
    List<Asked> take(UUID payer, Instant now, int most) {
        return db.sql(SELECT + """
                         where q.payer_id = :payer
                           and q.status = 'QUEUED'
                           and q.not_before <= :now
                         order by q.not_before, q.number
                         limit :most
                           for update of q skip locked
                        """)
                .param("payer", payer)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(QuestionStore::asked)
                .list();
    }

    /** What waits in the queue about a patient, kept from others until the transaction ends. */
    List<Asked> queued(PatientId patient) {
        return db.sql(SELECT + " where q.patient_id = :patient and q.status = 'QUEUED' order by q.id for update of q")
                .param("patient", patient.value())
                .query(QuestionStore::asked)
                .list();
    }

    /** By their numbers, kept from others until the transaction ends; in the order of their ids. */
    List<Asked> numbered(Collection<Long> numbers) {
        return db.sql(SELECT + " where q.number = any(:numbers) order by q.id for update of q")
                .param("numbers", numbers.toArray(Long[]::new))
                .query(QuestionStore::asked)
                .list();
    }

    /** How many of these numbers are this practice's. */
    int known(Collection<Long> numbers) {
        return db.sql("select count(*) from eligibility.question where number = any(:numbers)")
                .param("numbers", numbers.toArray(Long[]::new))
                .query(Integer.class)
                .single();
    }

    List<Asked> ofRun(UUID run) {
        return db.sql(SELECT + " where q.run_id = :run order by p.last_name, p.first_name, q.number")
                .param("run", run)
                .query(QuestionStore::asked)
                .list();
    }

    List<Asked> ofFile(UUID file) {
        return db.sql(SELECT + " where q.file_id = :file order by q.number")
                .param("file", file)
                .query(QuestionStore::asked)
                .list();
    }

    /** Those that have waited for an answer since before that moment. */
    List<Asked> sentBefore(Instant moment) {
        return db.sql(SELECT + " where q.status = 'SENT' and q.moved_at < :moment order by q.id for update of q")
                .param("moment", Timestamp.from(moment))
                .query(QuestionStore::asked)
                .list();
    }

    /**
     * Moves questions along one arrow, those that still stand where it begins; returns how many.
     *
     * @param why who reads it: the page of the run
     */
    int move(Collection<UUID> ids, QuestionStatus from, QuestionStatus to, String why, String by, Instant now) {
        return move(ids.stream().map(id -> new QuestionMove(id, from, to, why)).toList(), by, now);
    }

    /** The same of each along an arrow of its own. */
    int move(List<QuestionMove> moves, String by, Instant now) {
        return db.sql("""
                        with moved as (
                            update eligibility.question q
                               set status = m.becomes,
                                   moved_at = :now,
                                   said = m.why
                              from unnest(:ids, :froms, :tos, :whys) as m (id, stood, becomes, why)
                             where q.id = m.id
                               and q.status = m.stood
                            returning q.id, q.status, q.said)
                        insert into eligibility.question_move (question_id, status, reason, moved_by, moved_at)
                        select id, status, said, :by, :now from moved
                        """)
                .param("ids", uuids(moves.stream().map(QuestionMove::question)))
                .param("froms", texts(moves.stream().map(move -> move.from().name())))
                .param("tos", texts(moves.stream().map(move -> move.to().name())))
                .param("whys", texts(moves.stream().map(QuestionMove::why)))
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** They stand in that file, for one try more. */
    void inFile(Collection<UUID> ids, UUID file) {
        db.sql("update eligibility.question set file_id = :file, tries = tries + 1 where id = any(:ids)")
                .param("file", file)
                .param("ids", uuids(ids.stream()))
                .update();
    }

    /**
     * A question that is asked no earlier than then.
     *
     * @param asOf about that day in place of the one to come, of which the payer says nothing; null where it is not
     */
    record Postponed(UUID question, Instant until, @Nullable LocalDate asOf) {

        String day() {
            return asOf == null ? "" : asOf.toString();
        }
    }

    void postpone(List<Postponed> postponed) {
        db.sql("""
                        update eligibility.question q
                           set not_before = w.until,
                               service_day = coalesce(nullif(w.day, '')::date, q.service_day),
                               as_of_today = q.as_of_today or w.day <> ''
                          from unnest(:ids, :moments::timestamptz[], :days) as w (id, until, day)
                         where q.id = w.id
                        """)
                .param("ids", uuids(postponed.stream().map(Postponed::question)))
                .param(
                        "moments",
                        texts(postponed.stream().map(one -> one.until().toString())))
                .param("days", texts(postponed.stream().map(Postponed::day)))
                .update();
    }

    /** What leaves after its day is about the day it leaves: a question that names no day is answered for that one. */
    void leaveOn(Collection<UUID> ids, LocalDate today) {
        db.sql("update eligibility.question set service_day = :today where id = any(:ids) and service_day < :today")
                .param("today", today)
                .param("ids", uuids(ids.stream()))
                .update();
    }

    private static Policy policy(ResultSet row) throws SQLException {
        return new Policy(
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("payer_id", UUID.class),
                row.getString("member_id"));
    }

    private static Asked asked(ResultSet row, int number) throws SQLException {
        var last = row.getString("subscriber_last");
        var putAt = row.getTimestamp("put_at");
        var question = new Question(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("run_id", UUID.class),
                policy(row),
                row.getString("asked_id"),
                row.getString("relationship"),
                last.isEmpty() ? null : new PersonName(row.getString("subscriber_first"), last),
                row.getObject("service_day", LocalDate.class),
                row.getString("place"),
                row.getString("why"),
                QuestionStatus.valueOf(row.getString("status")),
                row.getInt("tries"),
                row.getTimestamp("not_before").toInstant(),
                row.getString("said"),
                putAt == null ? null : putAt.toInstant());
        return new Asked(
                question,
                new PersonName(row.getString("first_name"), row.getString("middle_name"), row.getString("last_name")),
                row.getObject("birth_date", LocalDate.class),
                row.getString("sex"),
                row.getString("payer_name"),
                row.getString("payer_code"));
    }

    private static UUID[] uuids(Stream<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static String[] texts(Stream<String> texts) {
        return texts.toArray(String[]::new);
    }
}
