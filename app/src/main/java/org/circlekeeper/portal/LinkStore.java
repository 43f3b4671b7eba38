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

/** Links that open once, on disk: known by the hash of what they carry. */
@Repository
class LinkStore {

    private final JdbcClient db;
    private final CodeSeal seal;

    LinkStore(JdbcClient db, CodeSeal seal) {
        this.db = db;
        this.seal = seal;
    }

    /** What a link is for. */
    enum Purpose {
        INVITATION,
        SIGN_IN
    }

    /** @param codeHash of the code that was told apart from it; null where the account's own is asked for */
    record Link(
            AccountId account, Purpose purpose, @Nullable String codeHash) {}

    void add(byte[] hash, Link link, String by, Instant at, Instant expires) {
        db.sql("""
                        insert into portal.link (token_hash, account_id, purpose, code_hash, made_by, made_at, expires_at)
                        values (:hash, :account, :purpose, :code, :by, :at, :expires)
                        """)
                .param("hash", hash)
                .param("account", link.account().value())
                .param("purpose", link.purpose().name())
                .param("code", seal.close(link.codeHash(), link.account()))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("expires", Timestamp.from(expires))
                .update();
    }

    /** Whose link it is while it opens: not used, not expired, and not tried with too many wrong codes. */
    List<Link> standing(byte[] hash, Instant now, int mostWrong) {
        return db.sql("""
                        select l.account_id, l.purpose, l.code_hash
                          from portal.link l
                          join portal.account a on a.practice_id = l.practice_id and a.id = l.account_id
                         where l.token_hash = :hash
                           and l.used_at is null
                           and l.expires_at > :now
                           and l.wrong < :most
                           and a.ended_at is null
                        """)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .param("most", mostWrong)
                .query(this::link)
                .list();
    }

    private Link link(ResultSet row, int number) throws SQLException {
        var account = new AccountId(row.getObject("account_id", UUID.class));
        var purpose = Purpose.valueOf(row.getString("purpose"));
        return new Link(account, purpose, seal.open(row.getString("code_hash"), account));
    }

    /** The account alone may use it, once: of two at the same moment one does. */
    boolean use(byte[] hash, AccountId account, Instant now) {
        int used = db.sql("update portal.link set used_at = :now where token_hash = :hash and used_at is null")
                .param("now", Timestamp.from(now))
                .param("hash", hash)
                .update();
        return used > 0 && standsFor(hash, account);
    }

    private boolean standsFor(byte[] hash, AccountId account) {
        return db.sql("select count(*) from portal.link where token_hash = :hash and account_id = :account")
                        .param("hash", hash)
                        .param("account", account.value())
                        .query(Long.class)
                        .single()
                == 1;
    }

    void wrong(byte[] hash) {
        db.sql("update portal.link set wrong = wrong + 1 where token_hash = :hash")
                .param("hash", hash)
                .update();
    }

    /** Whatever else was handed out opens nothing any more. */
    void voidAll(AccountId account, Instant now) {
        db.sql("update portal.link set used_at = :now where account_id = :account and used_at is null")
                .param("now", Timestamp.from(now))
                .param("account", account.value())
                .update();
    }

    /** Until when an invitation that was sent opens; empty when none does. */
    Optional<Instant> invitedUntil(AccountId account, Instant now, int mostWrong) {
        return db.sql("""
                        select max(expires_at)
                          from portal.link
                         where account_id = :account
                           and purpose = 'INVITATION'
                           and used_at is null
                           and expires_at > :now
                           and wrong < :most
                        """)
                .param("account", account.value())
                .param("now", Timestamp.from(now))
                .param("most", mostWrong)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }
}
