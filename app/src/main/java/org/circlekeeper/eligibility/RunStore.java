package org.circlekeeper.eligibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs and the files they wrote, on disk. */
@Repository
class RunStore {

    private static final String FILES = """
            select f.id, f.payer_id, y.name as payer_name, f.file_name, f.interchange, f.sha256, f.people, f.put_at,
                   f.sent_at, f.trouble
              from eligibility.asked_file f
              join practice.payer_facts y on y.practice_id = f.practice_id and y.id = f.payer_id
            """;

    private final JdbcClient db;

    RunStore(JdbcClient db) {
        this.db = db;
    }

    void add(UUID id, String by, Instant now, boolean insideUs, @Nullable Money price) {
        db.sql("""
                        insert into eligibility.run (id, started_by, started_at, inside_us, price_cents)
                        values (:id, :by, :now, :inside, :price)
                        """)
                .param("id", id)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .param("inside", insideUs)
                .param("price", price == null ? null : price.cents())
                .update();
    }

    /** Those that asked about anybody, the latest first. */
    List<Run> latest(int most) {
        return runs(db.sql("""
                        select r.id, r.started_by, r.started_at, r.inside_us, r.price_cents, q.status, count(q.id) as many
                          from (select * from eligibility.run order by started_at desc, id desc limit :most) r
                          join eligibility.question q on q.practice_id = r.practice_id and q.run_id = r.id
                         group by r.id, r.started_by, r.started_at, r.inside_us, r.price_cents, q.status
                         order by r.started_at desc, r.id desc
                        """).param("most", most).query(RunStore::row).list());
    }

    Optional<Run> find(UUID id) {
        return runs(db.sql("""
                        select r.id, r.started_by, r.started_at, r.inside_us, r.price_cents, q.status, count(q.id) as many
                          from eligibility.run r
                          left join eligibility.question q on q.practice_id = r.practice_id and q.run_id = r.id
                         where r.id = :id
                         group by r.id, r.started_by, r.started_at, r.inside_us, r.price_cents, q.status
                        """).param("id", id).query(RunStore::row).list()).stream()
                .findFirst();
    }

    private record Row(Run run, @Nullable String status, int many) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        var price = row.getObject("price_cents", Long.class);
        var run = new Run(
                row.getObject("id", UUID.class),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                row.getBoolean("inside_us"),
                price == null ? null : new Money(price),
                Map.of());
        return new Row(run, row.getString("status"), row.getInt("many"));
    }

    private static List<Run> runs(Collection<Row> rows) {
        var runs = new LinkedHashMap<UUID, Run>();
        var counts = new LinkedHashMap<UUID, Map<QuestionStatus, Integer>>();
        for (var row : rows) {
            runs.put(row.run().id(), row.run());
            var of = counts.computeIfAbsent(row.run().id(), _ -> new EnumMap<>(QuestionStatus.class));
            if (row.status() != null) {
                of.put(QuestionStatus.valueOf(row.status()), row.many());
            }
        }
        return runs.values().stream()
                .map(run -> new Run(
                        run.id(),
                        run.startedBy(),
                        run.startedAt(),
                        run.insideUs(),
                        run.price(),
                        counts.getOrDefault(run.id(), Map.of())))
                .toList();
    }

    /** ISA13 and GS06 of the next file of questions, of whatever practice: a receiver takes each once (TA1 025). */
    long control() {
        return db.sql("select nextval('eligibility.interchange')")
                .query(Long.class)
                .single();
    }

    void add(AskedFile file, byte[] content) {
        db.sql("""
                        insert into eligibility.asked_file (id, payer_id, file_name, interchange, sha256, people, content,
                                                            put_at)
                        values (:id, :payer, :name, :interchange, :sha256, :people, :content, :at)
                        """)
                .param("id", file.id())
                .param("payer", file.payer())
                .param("name", file.fileName())
                .param("interchange", file.interchange())
                .param("sha256", file.sha256())
                .param("people", file.people())
                .param("content", content)
                .param("at", Timestamp.from(file.putAt()))
                .update();
    }

    /** How many people a payer was asked about since a moment. */
    int askedSince(UUID payer, Instant moment) {
        return db.sql("""
                        select coalesce(sum(people), 0)
                          from eligibility.asked_file
                         where payer_id = :payer
                           and put_at > :moment
                           and trouble = ''
                        """)
                .param("payer", payer)
                .param("moment", Timestamp.from(moment))
                .query(Integer.class)
                .single();
    }

    void sent(UUID file, Instant at) {
        db.sql("update eligibility.asked_file set sent_at = :at where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", file)
                .update();
    }

    void calledBack(UUID file, String why) {
        db.sql("update eligibility.asked_file set trouble = :why where id = :id")
                .param("why", why)
                .param("id", file)
                .update();
    }

    List<AskedFile> files(UUID run) {
        return db.sql(FILES + """
                         where f.id in (select q.file_id from eligibility.question q where q.run_id = :run)
                         order by f.put_at desc, f.id desc
                        """).param("run", run).query(RunStore::file).list();
    }

    byte[] content(UUID file) {
        return db.sql("select content from eligibility.asked_file where id = :id")
                .param("id", file)
                .query(byte[].class)
                .single();
    }

    /** By ISA13, which is GS06 too. */
    Optional<AskedFile> byInterchange(String interchange) {
        return db.sql(FILES + " where f.interchange = :interchange")
                .param("interchange", interchange)
                .query(RunStore::file)
                .optional();
    }

    private static AskedFile file(ResultSet row, int number) throws SQLException {
        var sentAt = row.getTimestamp("sent_at");
        return new AskedFile(
                row.getObject("id", UUID.class),
                row.getObject("payer_id", UUID.class),
                row.getString("payer_name"),
                row.getString("file_name"),
                row.getString("interchange"),
                row.getString("sha256"),
                row.getInt("people"),
                row.getTimestamp("put_at").toInstant(),
                sentAt == null ? null : sentAt.toInstant(),
                row.getString("trouble"));
    }
}
