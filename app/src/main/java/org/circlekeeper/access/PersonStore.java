package org.circlekeeper.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PracticeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of access.person, access.practice and access.role_in_practice. */
@Repository
class PersonStore {

    private static final String PERSON = """
            select p.id, p.email, p.name, p.password_hash, p.disabled_at
              from access.person p
            """;

    private final JdbcClient db;

    PersonStore(JdbcClient db) {
        this.db = db;
    }

    /** False when somebody has this address already. */
    boolean add(PersonId id, String email, String name) {
        return db.sql("""
                insert into access.person (id, email, name)
                values (:id, :email, :name)
                on conflict do nothing
                """)
                        .param("id", id.value())
                        .param("email", email)
                        .param("name", name)
                        .update()
                == 1;
    }

    Optional<Person> withEmail(String email) {
        return db.sql(PERSON + " where lower(p.email) = lower(:email)")
                .param("email", email)
                .query(PersonStore::person)
                .optional();
    }

    Optional<Person> get(PersonId id) {
        return db.sql(PERSON + " where p.id = :id")
                .param("id", id.value())
                .query(PersonStore::person)
                .optional();
    }

    @Nullable
    String passwordHash(PersonId id) {
        return db.sql("select password_hash from access.person where id = :id and password_hash is not null")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    void setPasswordHash(PersonId id, String hash) {
        db.sql("update access.person set password_hash = :hash where id = :id")
                .param("hash", hash)
                .param("id", id.value())
                .update();
    }

    void setDisabled(PersonId id, @Nullable Instant at) {
        db.sql("update access.person set disabled_at = :at where id = :id")
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    boolean giveRole(PracticeId practice, PersonId person, Role role, String by, Instant at) {
        return db.sql("""
                insert into access.role_in_practice (practice_id, person_id, role, given_by, given_at, practitioner_id)
                values (:practice, :person, :role, :by, :at,
                        (select practitioner_id
                           from access.role_in_practice
                          where practice_id = :practice
                            and person_id = :person
                            and practitioner_id is not null
                          limit 1))
                on conflict do nothing
                """)
                        .param("practice", practice.value())
                        .param("person", person.value())
                        .param("role", role.name())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean takeRole(PracticeId practice, PersonId person, Role role) {
        return db.sql("""
                delete from access.role_in_practice
                 where practice_id = :practice
                   and person_id = :person
                   and role = :role
                """)
                        .param("practice", practice.value())
                        .param("person", person.value())
                        .param("role", role.name())
                        .update()
                == 1;
    }

    /** The practice's owners, locked so that two cannot leave at once. */
    List<PersonId> lockOwners(PracticeId practice) {
        return db.sql("""
                select person_id
                  from access.role_in_practice
                 where practice_id = :practice
                   and role = 'OWNER'
                   for update
                """)
                .param("practice", practice.value())
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    void link(PracticeId practice, PersonId person, UUID practitioner) {
        db.sql("""
                update access.role_in_practice
                   set practitioner_id = :practitioner
                 where practice_id = :practice
                   and person_id = :person
                """)
                .param("practitioner", practitioner)
                .param("practice", practice.value())
                .param("person", person.value())
                .update();
    }

    List<Colleague> inPractice(PracticeId practice) {
        return db.sql("""
                select p.id, p.email, p.name, p.password_hash, p.disabled_at, string_agg(r.role, ',') as roles,
                       (array_agg(r.practitioner_id) filter (where r.practitioner_id is not null))[1] as practitioner
                  from access.person p
                  join access.role_in_practice r on r.person_id = p.id
                 where r.practice_id = :practice
                 group by p.id
                 order by p.name, p.id
                """)
                .param("practice", practice.value())
                .query((row, number) -> new Colleague(
                        person(row, number),
                        Arrays.stream(row.getString("roles").split(","))
                                .map(Role::valueOf)
                                .collect(Collectors.toSet()),
                        row.getObject("practitioner", UUID.class)))
                .list();
    }

    List<KnownPractice> practices() {
        return db.sql("select id, name from access.practice order by name, id")
                .query((row, _) ->
                        new KnownPractice(new PracticeId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }

    List<KnownPractice> practicesOf(PersonId person) {
        return db.sql("""
                select distinct r.practice_id, coalesce(k.name, 'Your practice') as name
                  from access.role_in_practice r
                  left join access.practice k on k.id = r.practice_id
                 where r.person_id = :person
                 order by name, r.practice_id
                """)
                .param("person", person.value())
                .query((row, _) -> new KnownPractice(
                        new PracticeId(row.getObject("practice_id", UUID.class)), row.getString("name")))
                .list();
    }

    void namePractice(PracticeId practice, String name) {
        db.sql("""
                insert into access.practice (id, name)
                values (:id, :name)
                on conflict (id) do update set name = excluded.name
                """).param("id", practice.value()).param("name", name).update();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                row.getString("password_hash") != null,
                row.getTimestamp("disabled_at") != null);
    }
}
