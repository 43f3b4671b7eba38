package org.circlekeeper.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Passkeys, on disk. */
@Repository
class PasskeyStore {

    private final JdbcClient db;

    PasskeyStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A passkey with what verifies it.
     *
     * @param attestation the attestation object, with the public key in it
     * @param signatures how often the phone says that it has signed; 0 where it does not count
     */
    record Key(
            byte[] credential,
            AccountId account,
            String name,
            byte[] publicKey,
            byte[] attestation,
            long signatures,
            boolean userVerified,
            boolean backupEligible,
            boolean backedUp) {}

    void add(UUID id, Key key, Instant at) {
        db.sql("""
                        insert into portal.passkey (credential_id, id, account_id, name, public_key, attestation,
                                                    signature_count, user_verified, backup_eligible, backed_up, made_at)
                        values (:credential, :id, :account, :name, :key, :attestation, :count, :verified, :eligible, :backed, :at)
                        """)
                .param("credential", key.credential())
                .param("id", id)
                .param("account", key.account().value())
                .param("name", key.name())
                .param("key", key.publicKey())
                .param("attestation", key.attestation())
                .param("count", key.signatures())
                .param("verified", key.userVerified())
                .param("eligible", key.backupEligible())
                .param("backed", key.backedUp())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Held until the transaction ends: of two who answer with one key, the second sees the count of the first. */
    Optional<Key> held(byte[] credential) {
        return db.sql("""
                        select credential_id, account_id, name, public_key, attestation, signature_count, user_verified,
                               backup_eligible, backed_up
                          from portal.passkey
                         where credential_id = :credential
                           for update
                        """)
                .param("credential", credential)
                .query(PasskeyStore::key)
                .optional();
    }

    List<byte[]> credentials(AccountId account) {
        return db.sql("select credential_id from portal.passkey where account_id = :account order by made_at, id")
                .param("account", account.value())
                .query((row, _) -> row.getBytes("credential_id"))
                .list();
    }

    /** Oldest first. */
    List<Passkey> of(AccountId account) {
        return db.sql("""
                        select id, name, made_at, used_at
                          from portal.passkey
                         where account_id = :account
                         order by made_at, id
                        """)
                .param("account", account.value())
                .query((row, _) -> new Passkey(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getTimestamp("made_at").toInstant(),
                        moment(row.getTimestamp("used_at"))))
                .list();
    }

    void used(byte[] credential, long signatures, Instant at) {
        db.sql("""
                        update portal.passkey
                           set signature_count = :count, used_at = :at
                         where credential_id = :credential
                        """)
                .param("count", signatures)
                .param("at", Timestamp.from(at))
                .param("credential", credential)
                .update();
    }

    /** False when they have no such one. */
    boolean remove(AccountId account, UUID id) {
        return db.sql("delete from portal.passkey where account_id = :account and id = :id")
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** How many there were. */
    int removeAll(AccountId account) {
        return db.sql("delete from portal.passkey where account_id = :account")
                .param("account", account.value())
                .update();
    }

    private static @Nullable Instant moment(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static Key key(ResultSet row, int number) throws SQLException {
        return new Key(
                row.getBytes("credential_id"),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("name"),
                row.getBytes("public_key"),
                row.getBytes("attestation"),
                row.getLong("signature_count"),
                row.getBoolean("user_verified"),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"));
    }
}
