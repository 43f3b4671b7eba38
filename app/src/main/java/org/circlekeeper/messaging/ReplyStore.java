package org.circlekeeper.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.messaging.Message.Topic;
import org.circlekeeper.patients.PatientId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What members wrote, on disk. */
@Repository
class ReplyStore {

    private static final String COLUMNS = """
            select id, patient_id, topic, body, said_by, said_at, read_at, crisis
              from messaging.reply
            """;

    /** What a sight takes in. */
    private static final String SEEN = """
            (topic = any(:everywhere)
             or (topic = any(:of_own) and patient_id = any(:own))
             or (crisis and (:crises or (:treats and patient_id = any(:own)))))
            """;

    private final JdbcClient db;

    ReplyStore(JdbcClient db) {
        this.db = db;
    }

    /** False when so many came from them since: one is counted after the other, even when they come at once. */
    boolean add(Reply reply, int most, Instant since) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('reply ' || :patient, 0))")
                .param("patient", reply.patient().toString())
                .query(_ -> {});
        return db.sql("""
                        insert into messaging.reply (id, patient_id, topic, body, said_by, said_at, crisis)
                        select :id, :patient, :topic, :body, :by, :at, :crisis
                         where (select count(*)
                                  from messaging.reply
                                 where patient_id = :patient
                                   and said_at > :since) < :most
                        """)
                        .param("id", reply.id().value())
                        .param("patient", reply.patient().value())
                        .param("topic", reply.topic().name())
                        .param("body", reply.text())
                        .param("by", reply.saidBy())
                        .param("at", Timestamp.from(reply.saidAt()))
                        .param("crisis", reply.crisis())
                        .param("since", Timestamp.from(since))
                        .param("most", most)
                        .update()
                == 1;
    }

    /** Newest first. */
    List<Reply> of(PatientId patient, Collection<Topic> topics, int most) {
        return of(patient, topics, false, most);
    }

    /** @param crises whether those with words of crisis are among them, whatever they are about */
    List<Reply> of(PatientId patient, Collection<Topic> topics, boolean crises, int most) {
        return db.sql(COLUMNS + """
                         where patient_id = :patient
                           and (topic = any(:topics) or (crisis and :crises))
                         order by said_at desc, id desc
                         limit :most
                        """)
                .param("patient", patient.value())
                .param("topics", names(topics))
                .param("crises", crises)
                .param("most", most)
                .query(ReplyStore::reply)
                .list();
    }

    /** The last one of each member, newest first; one with words of crisis that nobody has read comes before it. */
    List<Reply> latest(Sight sight, int most) {
        return seen("""
                        select id, patient_id, topic, body, said_by, said_at, read_at, crisis
                          from (select distinct on (patient_id)
                                       id, patient_id, topic, body, said_by, said_at, read_at, crisis
                                  from messaging.reply
                                 where %s
                                 order by patient_id, (crisis and read_at is null) desc, said_at desc, id desc) last
                         order by said_at desc, id desc
                         limit :most
                        """.formatted(SEEN), sight)
                .param("most", most)
                .query(ReplyStore::reply)
                .list();
    }

    /** From whom something waits that nobody has read: words of crisis first, then who has waited longest. */
    List<PatientId> unread(Sight sight, int most) {
        return seen("""
                        select patient_id
                          from messaging.reply
                         where read_at is null
                           and %s
                         group by patient_id
                         order by bool_or(crisis) desc, min(said_at), patient_id
                         limit :most
                        """.formatted(SEEN), sight)
                .param("most", most)
                .query((row, _) -> new PatientId(row.getObject("patient_id", UUID.class)))
                .list();
    }

    /** Whether anything waits at all. */
    boolean isAnyUnread() {
        return db.sql("select exists (select from messaging.reply where read_at is null)")
                .query(Boolean.class)
                .single();
    }

    /** From whom something waits that is about anything but bills, or has words of crisis in it. */
    Set<PatientId> unreadButBills() {
        return db.sql("""
                        select distinct patient_id
                          from messaging.reply
                         where (topic <> 'BILLING' or crisis)
                           and read_at is null
                        """)
                .query((row, _) -> new PatientId(row.getObject("patient_id", UUID.class)))
                .set();
    }

    /** Who wrote about anything but bills, but for these. */
    Set<PatientId> wroteBut(Collection<PatientId> members) {
        return db.sql("""
                        select distinct patient_id
                          from messaging.reply
                         where topic <> 'BILLING'
                           and patient_id <> all(:members)
                        """)
                .param("members", members.stream().map(PatientId::value).toArray(UUID[]::new))
                .query((row, _) -> new PatientId(row.getObject("patient_id", UUID.class)))
                .set();
    }

    /** Of these, how many nobody had read. */
    int read(Collection<ReplyId> shown, String by, Instant at) {
        return db.sql("""
                        update messaging.reply
                           set read_at = :at, read_by = :by
                         where id = any(:shown)
                           and read_at is null
                        """)
                .param("shown", shown.stream().map(ReplyId::value).toArray(UUID[]::new))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    private StatementSpec seen(String sql, Sight sight) {
        return db.sql(sql)
                .param("everywhere", names(sight.everywhere()))
                .param("of_own", names(sight.ofOwn()))
                .param("crises", sight.crises())
                .param("treats", sight.treats())
                .param("own", sight.own().stream().map(PatientId::value).toArray(UUID[]::new));
    }

    private static String[] names(Collection<Topic> topics) {
        return topics.stream().map(Topic::name).toArray(String[]::new);
    }

    private static Reply reply(ResultSet row, int number) throws SQLException {
        @Nullable Timestamp read = row.getTimestamp("read_at");
        return new Reply(
                new ReplyId(row.getObject("id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                Topic.valueOf(row.getString("topic")),
                row.getString("body"),
                row.getString("said_by"),
                row.getTimestamp("said_at").toInstant(),
                read == null ? null : read.toInstant(),
                row.getBoolean("crisis"));
    }
}
