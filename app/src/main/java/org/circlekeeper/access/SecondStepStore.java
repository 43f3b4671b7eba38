package org.circlekeeper.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.circlekeeper.terms.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of access.second_step, and the one row of access.sealed_word. */
@Repository
class SecondStepStore {

    private final JdbcClient db;

    SecondStepStore(JdbcClient db) {
        this.db = db;
    }

    /** A key as it is kept. */
    record Key(byte[] sealed, boolean confirmed) {}

    Optional<Key> key(PersonId person) {
        return db.sql("select sealed_key, confirmed_at from access.second_step where person_id = :person")
                .param("person", person.value())
                .query((row, _) -> new Key(row.getBytes("sealed_key"), row.getTimestamp("confirmed_at") != null))
                .optional();
    }

    /** The word that was sealed when the first key was, if any was. */
    Optional<byte[]> sealedWord() {
        return db.sql("select sealed from access.sealed_word")
                .query(byte[].class)
                .optional();
    }

    void putSealedWord(byte[] sealed) {
        db.sql("""
                insert into access.sealed_word (sealed)
                values (:sealed)
                on conflict do nothing
                """).param("sealed", sealed).update();
    }

    /** Writes a key to be confirmed; one that is confirmed already stays. */
    void put(PersonId person, byte[] sealed) {
        db.sql("""
                insert into access.second_step (person_id, sealed_key)
                values (:person, :sealed)
                on conflict (person_id) do update
                   set sealed_key = excluded.sealed_key
                 where second_step.confirmed_at is null
                """).param("person", person.value()).param("sealed", sealed).update();
    }

    void confirm(PersonId person, Instant at) {
        db.sql("update access.second_step set confirmed_at = :at where person_id = :person")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .update();
    }

    /** RFC 6238, 5.2: a code is accepted once. False when it was used before. */
    boolean use(PersonId person, long step) {
        return db.sql("update access.second_step set last_step = :step where person_id = :person and last_step < :step")
                        .param("step", step)
                        .param("person", person.value())
                        .update()
                == 1;
    }

    void remove(PersonId person) {
        db.sql("delete from access.second_step where person_id = :person")
                .param("person", person.value())
                .update();
    }
}
