package org.circlekeeper.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.messaging.Message.Topic;
import org.circlekeeper.patients.PatientId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members wrote, on disk. */
@Repository
class ReplyStore {

    private static final String COLUMNS = """
            select id, patient_id, topic, body, said_by, said_at, read_at, crisis
              from messaging.reply
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
        return db.sql(COLUMNS + """
                         where patient_id = :patient
                           and topic = any(:topics)
                         order by said_at desc, id desc
                         limit :most
                        """)
                .param("patient", patient.value())
                .param("topics", names(topics))
                .param("most", most)
                .query(ReplyStore::reply)
                .list();
    }

    /** The last one of each member, newest first; one with words of crisis that nobody has read comes before it. */
    List<Reply> latest(Sight sight, int most) {
        return db.sql("select * from (" + COLUMNS.replace("select id", "select distinct on (patient_id) id") + """
                         where (topic = any(:everywhere) or (topic = any(:of_own) and patient_id = any(:own)))
                         order by patient_id, (crisis and read_at is null) desc, said_at desc, id desc) last
                         order by said_at desc, id desc
                         limit :most
                        """)
                .param("everywhere", names(sight.everywhere()))
                .param("of_own", names(sight.ofOwn()))
                .param("own", sight.own().stream().map(PatientId::value).toArray(UUID[]::new))
                .param("most", most)
                .query(ReplyStore::reply)
                .list();
    }

    /** About which topics who wrote something that nobody of the practice has read. */
    record Unread(PatientId patient, Topic topic) {}

    List<Unread> unread(int most) {
        return db.sql("""
                        select distinct patient_id, topic
                          from messaging.reply
                         where read_at is null
                         limit :most
                        """)
                .param("most", most)
                .query((row, _) -> new Unread(
                        new PatientId(row.getObject("patient_id", UUID.class)), Topic.valueOf(row.getString("topic"))))
                .list();
    }

    int read(PatientId patient, Collection<Topic> topics, String by, Instant at) {
        return db.sql("""
                        update messaging.reply
                           set read_at = :at, read_by = :by
                         where patient_id = :patient
                           and topic = any(:topics)
                           and read_at is null
                        """)
                .param("patient", patient.value())
                .param("topics", names(topics))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
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
