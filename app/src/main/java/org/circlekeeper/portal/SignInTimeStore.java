package org.circlekeeper.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When, how and under which hash whoever asks has signed in to the members' own pages. */
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
    public record Begun(Instant at, PortalSignIns.Way way, String sha256) {}

    public Optional<Begun> of(HttpServletRequest request) {
        return PortalCookie.read(request).map(PortalToken::hash).flatMap(this::of);
    }

    private Optional<Begun> of(byte[] hash) {
        return db.sql("select created_at, by_passkey from portal.sign_in where token_hash = :hash")
                .param("hash", hash)
                .query((row, _) -> new Begun(
                        row.getTimestamp("created_at").toInstant(),
                        row.getBoolean("by_passkey") ? PortalSignIns.Way.PASSKEY : PortalSignIns.Way.LINK_AND_CODE,
                        HexFormat.of().formatHex(hash)))
                .optional();
    }
}
