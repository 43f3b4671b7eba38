package org.circlekeeper.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.messaging.Message.Status;
import org.circlekeeper.messaging.Message.Topic;
import org.circlekeeper.patients.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Messages on disk. */
@Repository
class MessageStore {

    private static final String COLUMNS = """
            select m.id, m.patient_id, m.topic, m.body, m.written_by, m.written_at, m.goes_at, m.inside_why, m.status,
                   m.reason, m.settled_by, m.settled_at, m.opened_at,
                   coalesce((select o.opened_by
                               from messaging.opening o
                              where o.practice_id = m.practice_id
                                and o.message_id = m.id
                              order by o.opened_at, o.account_id
                              limit 1), '') as opened_for
              from messaging.message m
            """;

    private static final String SEEN = """
             where (topic = any(:everywhere) or (topic = any(:of_own) and patient_id = any(:own)))
            """;

    private final JdbcClient db;

    MessageStore(JdbcClient db) {
        this.db = db;
    }

    void add(Message message) {
        db.sql("""
                        insert into messaging.message (id, patient_id, topic, body, written_by, written_at, goes_at,
                                                       inside_why, status, reason, settled_by)
                        values (:id, :patient, :topic, :body, :by, :at, :goes, :why, :status, '', '')
                        """)
                .param("id", message.id().value())
                .param("patient", message.patient().value())
                .param("topic", message.topic().name())
                .param("body", message.text())
                .param("by", message.writtenBy())
                .param("at", Timestamp.from(message.writtenAt()))
                .param("goes", Timestamp.from(message.goesAt()))
                .param("why", message.insideWhy())
                .param("status", message.status().name())
                .update();
    }

    Optional<Message> find(MessageId id) {
        return db.sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query(MessageStore::message)
                .optional();
    }

    /** What was written to a member, newest first. */
    List<Message> thread(PatientId patient, Sight sight, int most) {
        return seen(COLUMNS + SEEN + " and patient_id = :patient order by written_at desc, id desc limit :most", sight)
                .param("patient", patient.value())
                .param("most", most)
                .query(MessageStore::message)
                .list();
    }

    /** The last message to each member, newest first. */
    List<Message> latest(Sight sight, int most) {
        return seen(COLUMNS + SEEN + """
                         and not exists (
                               select
                                 from messaging.message later
                                where later.practice_id = m.practice_id
                                  and later.patient_id = m.patient_id
                                  and (later.topic = any(:everywhere)
                                       or (later.topic = any(:of_own) and later.patient_id = any(:own)))
                                  and (later.written_at, later.id) > (m.written_at, m.id))
                         order by written_at desc, id desc
                         limit :most
                        """, sight)
                .param("most", most)
                .query(MessageStore::message)
                .list();
    }

    /** What can be taken back now. */
    List<Message> held(Sight sight, Instant now, int most) {
        return seen(COLUMNS + SEEN + """
                         and status in ('HELD', 'KEPT')
                         and goes_at > :now
                         order by goes_at, id
                         limit :most
                        """, sight)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(MessageStore::message)
                .list();
    }

    /** A message as its member, or whoever acts for them, finds it. */
    record InInbox(MessageId id, String text, String by, Instant at, boolean opened) {}

    /** What is in a member's inbox: held no longer and not taken back. Newest first. */
    List<InInbox> inbox(PatientId patient, Topic topic, Inbox.Reader reader, Instant now, int most) {
        return db.sql("""
                        select id, body, written_by, goes_at, opened
                          from (select m.id, m.body, m.written_by, m.written_at, m.goes_at,
                                       m.opened_at is not null and :own
                                       or exists (select
                                                    from messaging.opening o
                                                   where o.practice_id = m.practice_id
                                                     and o.message_id = m.id
                                                     and o.account_id = :account) as opened
                                  from messaging.message m
                                 where patient_id = :patient
                                   and topic = :topic
                                   and goes_at <= :now
                                   and status <> 'UNDONE') there
                         order by written_at desc, id desc
                         limit :most
                        """)
                .param("own", reader.own())
                .param("account", reader.account())
                .param("patient", patient.value())
                .param("topic", topic.name())
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, _) -> new InInbox(
                        new MessageId(row.getObject("id", UUID.class)),
                        row.getString("body"),
                        row.getString("written_by"),
                        row.getTimestamp("goes_at").toInstant(),
                        row.getBoolean("opened")))
                .list();
    }

    Map<Topic, Long> unopened(PatientId patient, Inbox.Reader reader, Instant now) {
        var unopened = new EnumMap<Topic, Long>(Topic.class);
        db.sql("""
                        select topic, count(*) as waiting
                          from messaging.message m
                         where patient_id = :patient
                           and goes_at <= :now
                           and status <> 'UNDONE'
                           and not (opened_at is not null and :own)
                           and not exists (select
                                             from messaging.opening o
                                            where o.practice_id = m.practice_id
                                              and o.message_id = m.id
                                              and o.account_id = :account)
                         group by topic
                        """)
                .param("own", reader.own())
                .param("account", reader.account())
                .param("patient", patient.value())
                .param("now", Timestamp.from(now))
                .query(row -> {
                    unopened.put(Topic.valueOf(row.getString("topic")), row.getLong("waiting"));
                });
        return unopened;
    }

    /** Says once that the member has opened these, or that whoever acts for them has. */
    void open(Collection<MessageId> shown, Inbox.Reader reader, Instant now) {
        var ids = shown.stream().map(MessageId::value).toArray(UUID[]::new);
        if (reader.own()) {
            db.sql("update messaging.message set opened_at = :now where id = any(:ids) and opened_at is null")
                    .param("now", Timestamp.from(now))
                    .param("ids", ids)
                    .update();
        } else {
            db.sql("""
                            insert into messaging.opening (message_id, account_id, opened_by, opened_at)
                            select id, :account, :by, :now
                              from messaging.message
                             where id = any(:ids)
                                on conflict do nothing
                            """)
                    .param("account", reader.account())
                    .param("by", reader.label())
                    .param("now", Timestamp.from(now))
                    .param("ids", ids)
                    .update();
        }
    }

    /** False when it does not stand like that any more. */
    boolean move(MessageId id, Status from, Status to, String why, String by, Instant at) {
        if (!from.next().contains(to)) {
            throw new IllegalArgumentException("No message goes from " + from + " to " + to);
        }
        return db.sql("""
                        update messaging.message
                           set status = :to, reason = :why, settled_by = :by, settled_at = :at
                         where id = :id
                           and status = :from
                        """)
                        .param("id", id.value())
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("why", why)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    private StatementSpec seen(String sql, Sight sight) {
        return db.sql(sql)
                .param("everywhere", names(sight.everywhere()))
                .param("of_own", names(sight.ofOwn()))
                .param("own", sight.own().stream().map(PatientId::value).toArray(UUID[]::new));
    }

    private static String[] names(Collection<Topic> topics) {
        return topics.stream().map(Topic::name).toArray(String[]::new);
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        var settled = row.getTimestamp("settled_at");
        var opened = row.getTimestamp("opened_at");
        return new Message(
                new MessageId(row.getObject("id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                Topic.valueOf(row.getString("topic")),
                row.getString("body"),
                row.getString("written_by"),
                row.getTimestamp("written_at").toInstant(),
                row.getTimestamp("goes_at").toInstant(),
                row.getString("inside_why"),
                Status.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getString("settled_by"),
                settled == null ? null : settled.toInstant(),
                opened == null ? null : opened.toInstant(),
                row.getString("opened_for"));
    }
}
