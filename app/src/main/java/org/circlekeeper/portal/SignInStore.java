package org.circlekeeper.portal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sign-ins to the members' own pages, on disk. Each is known by the hash of its token. */
@Repository
class SignInStore {

    private static final int LONGEST_AGENT = 200;

    private final JdbcClient db;

    SignInStore(JdbcClient db) {
        this.db = db;
    }

    /** @param acting for whom, as they last said */
    record Standing(
            AccountId account,
            @Nullable PatientId patient,
            String name,
            @Nullable PatientId acting) {}

    /** From when until when a sign-in holds at the most. */
    record Span(Instant from, Instant until) {}

    void add(byte[] hash, AccountId account, PortalSignIns.Way way, Span span, String userAgent) {
        db.sql("""
                        insert into portal.sign_in (token_hash, account_id, created_at, last_seen_at, expires_at, by_passkey, user_agent)
                        values (:hash, :account, :now, :now, :expires, :passkey, :agent)
                        """)
                .param("hash", hash)
                .param("account", account.value())
                .param("now", Timestamp.from(span.from()))
                .param("expires", Timestamp.from(span.until()))
                .param("passkey", way == PortalSignIns.Way.PASSKEY)
                .param("agent", userAgent.substring(0, Math.min(LONGEST_AGENT, userAgent.length())))
                .update();
    }

    Optional<Standing> standing(byte[] hash, Instant now, Instant idleSince) {
        return db.sql("""
                        select a.id, a.patient_id, a.name, s.acting
                          from portal.sign_in s
                          join portal.account a on a.practice_id = s.practice_id and a.id = s.account_id
                         where s.token_hash = :hash
                           and s.revoked_at is null
                           and s.expires_at > :now
                           and s.last_seen_at > :idleSince
                           and a.ended_at is null
                        """)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .param("idleSince", Timestamp.from(idleSince))
                .query((row, _) -> new Standing(
                        new AccountId(row.getObject("id", UUID.class)),
                        patient(row.getObject("patient_id", UUID.class)),
                        row.getString("name"),
                        patient(row.getObject("acting", UUID.class))))
                .optional();
    }

    void seen(byte[] hash, Instant now, Instant unlessSince) {
        db.sql("""
                        update portal.sign_in
                           set last_seen_at = :now
                         where token_hash = :hash
                           and last_seen_at < :unlessSince
                        """)
                .param("now", Timestamp.from(now))
                .param("hash", hash)
                .param("unlessSince", Timestamp.from(unlessSince))
                .update();
    }

    void act(byte[] hash, PatientId member) {
        db.sql("update portal.sign_in set acting = :member where token_hash = :hash")
                .param("member", member.value())
                .param("hash", hash)
                .update();
    }

    void revoke(byte[] hash, Instant now) {
        db.sql("update portal.sign_in set revoked_at = :now where token_hash = :hash and revoked_at is null")
                .param("now", Timestamp.from(now))
                .param("hash", hash)
                .update();
    }

    void revokeAll(AccountId account, Instant now) {
        db.sql("update portal.sign_in set revoked_at = :now where account_id = :account and revoked_at is null")
                .param("now", Timestamp.from(now))
                .param("account", account.value())
                .update();
    }

    private static @Nullable PatientId patient(@Nullable UUID id) {
        return id == null ? null : new PatientId(id);
    }
}
