package org.circlekeeper.movein;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Uploaded files on disk, in parts, so that no file is ever in memory as a whole. */
@Repository
class UploadStore {

    private static final int PART = 1 << 20;

    private final JdbcClient db;

    UploadStore(JdbcClient db) {
        this.db = db;
    }

    void add(UUID id, Instant at, String actor) {
        db.sql("insert into movein.upload (id, at, actor) values (:id, :at, :actor)")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("actor", actor)
                .update();
    }

    void add(UUID id, String file, InputStream content) throws IOException {
        int number = 0;
        for (var bytes = content.readNBytes(PART); bytes.length > 0 || number == 0; bytes = content.readNBytes(PART)) {
            db.sql("""
                            insert into movein.upload_part (upload_id, file, part, bytes)
                            values (:upload, :file, :part, :bytes)
                            """)
                    .param("upload", id)
                    .param("file", file)
                    .param("part", number++)
                    .param("bytes", bytes)
                    .update();
        }
    }

    /** The files of an upload; none when it is not there any more. */
    List<SourceFile> files(UUID id) {
        return db.sql("""
                        select file, sum(octet_length(bytes)) as size, count(*) as parts
                          from movein.upload_part
                         where upload_id = :upload
                         group by file
                         order by file
                        """)
                .param("upload", id)
                .query((row, _) -> {
                    var file = row.getString("file");
                    int parts = row.getInt("parts");
                    return new SourceFile(file, row.getLong("size"), () -> new Parts(id, file, parts));
                })
                .list();
    }

    void removeBefore(Instant instant) {
        db.sql("delete from movein.upload where at < :instant")
                .param("instant", Timestamp.from(instant))
                .update();
    }

    void remove(UUID id) {
        db.sql("delete from movein.upload where id = :id").param("id", id).update();
    }

    private byte[] part(UUID id, String file, int number) {
        return db.sql("select bytes from movein.upload_part where upload_id = :upload and file = :file and part = "
                        + ":part")
                .param("upload", id)
                .param("file", file)
                .param("part", number)
                .query((row, _) -> row.getBytes("bytes"))
                .single();
    }

    /** Reads one part after the other, in the scope in which it is read. */
    private final class Parts extends InputStream {

        private final UUID id;
        private final String file;
        private final int parts;
        private int next;
        private int at;
        private byte[] now = {};

        Parts(UUID id, String file, int parts) {
            this.id = id;
            this.file = file;
            this.parts = parts;
        }

        @Override
        public int read() {
            return more() ? now[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (!more()) {
                return -1;
            }
            int read = Math.min(most, now.length - at);
            System.arraycopy(now, at, into, from, read);
            at += read;
            return read;
        }

        private boolean more() {
            while (at == now.length && next < parts) {
                now = part(id, file, next++);
                at = 0;
            }
            return at < now.length;
        }
    }
}
