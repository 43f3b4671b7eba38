package org.circlekeeper.portal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What phones are asked to sign, on disk and as its hash: every node knows it, and it is answered once. */
@Repository
class ChallengeStore {

    private final JdbcClient db;

    ChallengeStore(JdbcClient db) {
        this.db = db;
    }

    /** @param account of whoever adds a passkey; null for a sign-in */
    void add(byte[] hash, @Nullable AccountId account, Instant now, Instant expires) {
        db.sql("delete from portal.passkey_challenge where expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
        db.sql("""
                        insert into portal.passkey_challenge (challenge_hash, account_id, expires_at)
                        values (:hash, :account, :expires)
                        """)
                .param("hash", hash)
                .param("account", value(account))
                .param("expires", Timestamp.from(expires))
                .update();
    }

    /** Takes it away. False when it was answered before, is too old, or was asked of somebody else. */
    boolean take(byte[] hash, @Nullable AccountId account, Instant now) {
        return db.sql("""
                        delete from portal.passkey_challenge
                         where challenge_hash = :hash
                           and account_id is not distinct from cast(:account as uuid)
                           and expires_at > :now
                        """)
                        .param("hash", hash)
                        .param("account", value(account))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static @Nullable UUID value(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }
}
