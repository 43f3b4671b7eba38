package org.circlekeeper.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of access.sign_in. */
@Repository
class SignInStore {

    private final JdbcClient db;

    SignInStore(JdbcClient db) {
        this.db = db;
    }

    void add(byte[] hash, PersonId person, PracticeId practice, Instant now, Instant expires, String userAgent) {
        db.sql("""
                insert into access.sign_in
                       (token_hash, person_id, practice_id, created_at, last_seen_at, expires_at, user_agent)
                values (:hash, :person, :practice, :now, :now, :expires, left(:userAgent, 200))
                """)
                .param("hash", hash)
                .param("person", person.value())
                .param("practice", practice.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .param("userAgent", userAgent)
                .update();
    }

    Optional<SignIn> standing(byte[] hash, Instant now, Instant idleSince) {
        return db.sql("""
                select s.person_id, p.name, s.practice_id, coalesce(k.name, 'Your practice') as practice_name,
                       s.expires_at, string_agg(r.role, ',') as roles,
                       (array_agg(r.practitioner_id) filter (where r.practitioner_id is not null))[1] as practitioner,
                       (select count(distinct o.practice_id)
                          from access.role_in_practice o
                         where o.person_id = s.person_id) as practices,
                       (select count(distinct o.practice_id)
                          from access.role_in_practice o
                         where o.person_id = s.person_id
                           and o.practice_id < s.practice_id) as before
                  from access.sign_in s
                  join access.person p on p.id = s.person_id
                  join access.role_in_practice r on r.person_id = s.person_id and r.practice_id = s.practice_id
                  left join access.practice k on k.id = s.practice_id
                 where s.token_hash = :hash
                   and s.revoked_at is null
                   and s.expires_at > :now
                   and s.last_seen_at > :idleSince
                   and p.disabled_at is null
                 group by s.token_hash, p.id, k.id
                """)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("idleSince", idleSince.atOffset(ZoneOffset.UTC))
                .query(SignInStore::signIn)
                .optional();
    }

    void seen(byte[] hash, Instant now, Instant unlessSince) {
        db.sql("""
                update access.sign_in
                   set last_seen_at = :now
                 where token_hash = :hash
                   and last_seen_at < :unlessSince
                """)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("unlessSince", unlessSince.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean move(byte[] hash, PracticeId practice) {
        return db.sql("""
                update access.sign_in s
                   set practice_id = :practice
                 where token_hash = :hash
                   and revoked_at is null
                   and exists (select 1
                                 from access.role_in_practice r
                                where r.person_id = s.person_id
                                  and r.practice_id = :practice)
                """)
                        .param("hash", hash)
                        .param("practice", practice.value())
                        .update()
                == 1;
    }

    void revoke(byte[] hash, Instant now) {
        db.sql("update access.sign_in set revoked_at = :now where token_hash = :hash and revoked_at is null")
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void revokeAll(PersonId person, Instant now) {
        db.sql("update access.sign_in set revoked_at = :now where person_id = :person and revoked_at is null")
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static SignIn signIn(ResultSet row, int number) throws SQLException {
        var roles = Arrays.stream(row.getString("roles").split(","))
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        var who = new SignedIn(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("name"),
                new PracticeId(row.getObject("practice_id", UUID.class)),
                row.getString("practice_name"),
                roles,
                row.getObject("practitioner", UUID.class));
        return new SignIn(
                who, row.getTimestamp("expires_at").toInstant(), row.getInt("practices"), row.getInt("before"));
    }
}
