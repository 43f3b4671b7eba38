package org.circlekeeper.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When, and under which hash, whoever asks has signed in to the members' own pages. */
@Repository
public class SignInTimeStore {

    private final JdbcClient db;

    SignInTimeStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * One sign-in.
     *
     * @param sha256 of its token, in hexadecimal digits
     */
    public record Begun(Instant at, String sha256) {}

    public Optional<Begun> of(HttpServletRequest request) {
        return PortalCookie.read(request).map(PortalToken::hash).flatMap(this::of);
    }

    private Optional<Begun> of(byte[] hash) {
        return db.sql("select created_at from portal.sign_in where token_hash = :hash")
                .param("hash", hash)
                .query(Timestamp.class)
                .optional()
                .map(at -> new Begun(at.toInstant(), HexFormat.of().formatHex(hash)));
    }
}
