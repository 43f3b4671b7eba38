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

/** Rows of access.one_time_link. */
@Repository
class PasswordStore {

    private final JdbcClient db;

    PasswordStore(JdbcClient db) {
        this.db = db;
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

    /** What else was handed to this person opens nothing any more. */
    void voidLinks(PersonId person, Instant now) {
        db.sql("update access.one_time_link set used_at = :now where person_id = :person and used_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .update();
    }

    private static PersonId person(ResultSet row, int number) throws SQLException {
        return new PersonId(row.getObject("person_id", UUID.class));
    }
}
