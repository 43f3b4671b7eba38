package org.circlekeeper.coverage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files with answers of payers about authorizations, as they came, each by its hash. */
@Repository
class AnswerStore {

    private final JdbcClient db;

    AnswerStore(JdbcClient db) {
        this.db = db;
    }

    boolean isKnown(String sha256) {
        return db.sql("select exists (select from coverage.authorization_answer where sha256 = :hash)")
                .param("hash", sha256)
                .query(Boolean.class)
                .single();
    }

    /** Keeps the bytes before anything of them is believed; false when they are kept already. */
    boolean keep(String sha256, String fileName, byte[] content, Instant now) {
        return db.sql("""
                        insert into coverage.authorization_answer (sha256, file_name, content, outcome, posted, received_at)
                        values (:hash, :name, :content, '', 0, :now)
                        on conflict (practice_id, sha256) do nothing
                        """)
                        .param("hash", sha256)
                        .param("name", fileName)
                        .param("content", content)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void outcome(String sha256, String outcome, int posted) {
        db.sql("""
                        update coverage.authorization_answer
                           set outcome = :outcome, posted = :posted
                         where sha256 = :hash
                        """)
                .param("hash", sha256)
                .param("outcome", outcome)
                .param("posted", posted)
                .update();
    }

    /** The latest first. */
    List<AnswerFile> latest(int most) {
        return db.sql("""
                        select file_name, outcome, posted, received_at
                          from coverage.authorization_answer
                         order by received_at desc, sha256
                         limit :most
                        """)
                .param("most", most)
                .query((row, _) -> new AnswerFile(
                        row.getString("file_name"),
                        row.getString("outcome"),
                        row.getInt("posted"),
                        row.getTimestamp("received_at").toInstant()))
                .list();
    }
}
