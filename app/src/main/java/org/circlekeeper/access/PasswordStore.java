package org.circlekeeper.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.terms.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of access.attempt and access.one_time_link. */
@Repository
class PasswordStore {

    private final JdbcClient db;

    PasswordStore(JdbcClient db) {
        this.db = db;
    }

    long wrongTries(String who, Instant since) {
        return db.sql("select count(*) from access.attempt where who = left(:who, 200) and at > :since")
                .param("who", who)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void addTry(String who, Instant at) {
        db.sql("insert into access.attempt (who, at) values (left(:who, 200), :at)")
                .param("who", who)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void forgetTries(String who) {
        db.sql("delete from access.attempt where who = left(:who, 200)")
                .param("who", who)
                .update();
    }

    void addLink(byte[] hash, PersonId person, Instant expires) {
        db.sql("""
                insert into access.one_time_link (token_hash, person_id, purpose, expires_at)
                values (:hash, :person, 'set-password', :expires)
                """)
                .param("hash", hash)
                .param("person", person.value())
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<PersonId> openLink(byte[] hash, Instant now) {
        return db.sql("""
                select person_id
                  from access.one_time_link
                 where token_hash = :hash
                   and purpose = 'set-password'
                   and used_at is null
                   and expires_at > :now
                """)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(PasswordStore::person)
                .optional();
    }

    Optional<PersonId> useLink(byte[] hash, Instant now) {
        return db.sql("""
                update access.one_time_link
                   set used_at = :now
                 where token_hash = :hash
                   and purpose = 'set-password'
                   and used_at is null
                   and expires_at > :now
                returning person_id
                """)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(PasswordStore::person)
                .optional();
    }

    private static PersonId person(ResultSet row, int number) throws SQLException {
        return new PersonId(row.getObject("person_id", UUID.class));
    }
}
