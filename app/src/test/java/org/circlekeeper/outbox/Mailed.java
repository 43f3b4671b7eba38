package org.circlekeeper.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.circlekeeper.database.Home;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What e-mail of the practice in scope says: while it waits, and as the file that it is on trial. */
@Component
public class Mailed {

    private final JdbcClient db;
    private final LetterSeal seal;
    private final Home home;

    Mailed(JdbcClient db, LetterSeal seal, Home home) {
        this.db = db;
        this.seal = seal;
        this.home = home;
    }

    /** To whom in the first line, what in those that follow; the oldest first. */
    public List<String> of(String kind) {
        return db.sql("""
                        select id, target, payload, status
                          from outbox.letter
                         where kind = :kind
                         order by put_at, id
                        """)
                .param("kind", kind)
                .query((row, _) -> row.getString("status").equals("WAITING")
                        ? new String(
                                seal.open(row.getObject("id", UUID.class), row.getBytes("payload"))
                                        .orElseThrow(),
                                UTF_8)
                        : file(row.getString("target")))
                .list();
    }

    private String file(String name) {
        try (var file = Files.newInputStream(home.outbox().resolve("e-mail").resolve(name))) {
            var mail = new MimeMessage(Session.getInstance(new Properties()), file);
            return mail.getAllRecipients()[0] + "\n" + mail.getContent();
        } catch (IOException | MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
