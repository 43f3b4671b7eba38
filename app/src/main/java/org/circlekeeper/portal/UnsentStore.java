package org.circlekeeper.portal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was typed and not sent, on disk: the last of each account. */
@Repository
class UnsentStore {

    private final JdbcClient db;

    UnsentStore(JdbcClient db) {
        this.db = db;
    }

    /** Whose it is, about whom, and on which page it stood. */
    record Key(AccountId account, PatientId member, String path) {}

    /** The one before it is lost, and so is what is too old of anybody. */
    void keep(Key key, byte[] sealed, Instant now, Instant expires) {
        db.sql("delete from portal.unsent where account_id = :account or expires_at <= :now")
                .param("account", key.account().value())
                .param("now", Timestamp.from(now))
                .update();
        db.sql("""
                        insert into portal.unsent (account_id, patient_id, path, sealed, expires_at)
                        values (:account, :member, :path, :sealed, :expires)
                            on conflict (practice_id, account_id) do nothing
                        """)
                .param("account", key.account().value())
                .param("member", key.member().value())
                .param("path", key.path())
                .param("sealed", sealed)
                .param("expires", Timestamp.from(expires))
                .update();
    }

    Optional<byte[]> of(Key key, Instant now) {
        return db.sql("""
                        select sealed
                          from portal.unsent
                         where account_id = :account
                           and patient_id = :member
                           and path = :path
                           and expires_at > :now
                        """)
                .param("account", key.account().value())
                .param("member", key.member().value())
                .param("path", key.path())
                .param("now", Timestamp.from(now))
                .query(byte[].class)
                .optional();
    }

    void forget(Key key) {
        db.sql("""
                        delete from portal.unsent
                         where account_id = :account
                           and patient_id = :member
                           and path = :path
                        """)
                .param("account", key.account().value())
                .param("member", key.member().value())
                .param("path", key.path())
                .update();
    }

    /** A sign-in that may have ended by itself: who it was, and whom the pages were about when that was said. */
    record Ended(AccountId account, Optional<PatientId> own, Optional<PatientId> acting) {}

    /** Empty when somebody ended it, or its account, or it is older than that. */
    Optional<Ended> ended(byte[] token, Instant since) {
        return db.sql("""
                        select s.account_id, a.patient_id, s.acting
                          from portal.sign_in s
                          join portal.account a on a.practice_id = s.practice_id and a.id = s.account_id
                         where s.token_hash = :hash
                           and s.created_at > :since
                           and s.revoked_at is null
                           and a.ended_at is null
                        """)
                .param("hash", token)
                .param("since", Timestamp.from(since))
                .query((row, _) -> new Ended(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        Optional.ofNullable(row.getObject("patient_id", UUID.class))
                                .map(PatientId::new),
                        Optional.ofNullable(row.getObject("acting", UUID.class)).map(PatientId::new)))
                .optional();
    }
}
